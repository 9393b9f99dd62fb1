export { eventually } from './eventually.js';
export { openTestDatabase, type TestDatabase } from './test-database.js';
export { startTestIssuer, type TestIssuer } from './test-issuer.js';
