export {
  readConfig,
  type AssistantConfig,
  type Config,
  type DatabaseConfig,
  type GraphqlLimits,
  type IdentityConfig,
  type IssuerConfig,
} from './config.js';
