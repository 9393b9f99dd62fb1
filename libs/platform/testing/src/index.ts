export { eventually } from './eventually.js';
export { openTestDatabase, type TestDatabase } from './test-database.js';
export { readPdf, type ReadPdf } from './read-pdf.js';
export { startTestIssuer, type TestIssuer } from './test-issuer.js';
