export { eventually } from './eventually.js';
export { openTestDatabase, type TestDatabase } from './test-database.js';
