export { readConfig, type Config, type DatabaseConfig, type IdentityConfig } from './config.js';
