export { Asker } from './access.js';
export { loaderOf, type GraphqlContext } from './context.js';
export { MolecularProfileType, presentProfile } from './finding-types.js';
export { GraphqlApiModule } from './graphql.module.js';
export { badInput, decodePlace, encodePlace, notFound, PageInfo } from './pages.js';
export { ProblemType } from './problem-type.js';
export { SeenRecords, type SeenRecord } from './seen-records.js';
