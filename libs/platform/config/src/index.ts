export {
  readConfig,
  type AssistantConfig,
  type Config,
  type DatabaseConfig,
  type GraphqlLimits,
  type IdentityConfig,
} from './config.js';
