export { IdempotencyModule } from './idempotency.module.js';
export { CreateIdempotency1764300000000 } from './migrations/1764300000000-create-idempotency.js';
