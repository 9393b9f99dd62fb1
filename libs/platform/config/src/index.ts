export {
  readConfig,
  type AssistantConfig,
  type Config,
  type DatabaseConfig,
  type IdentityConfig,
} from './config.js';
