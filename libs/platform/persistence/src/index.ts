export { BackgroundWork, type Waking } from './background-work.js';
export { ChangeFeed, tellChange, type HospitalChange } from './change-feed.js';
export { Database, type EntityClass, type Scope, type Transaction } from './database.js';
export {
  startEmbeddedPostgres,
  useEmbeddedPostgres,
  type EmbeddedConnection,
  type EmbeddedPostgres,
} from './embedded-postgres.js';
export type { Reader } from './pipelined-pool.js';
export { isPassingFault } from './passing-fault.js';
export { migrate, type MigrationClass } from './migrate.js';
export { protectByHospital } from './protect-table.js';
export { CreateAccessRules1763000000000 } from './migrations/1763000000000-create-access-rules.js';
export { PersistenceModule } from './persistence.module.js';
