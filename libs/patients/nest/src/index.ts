export { CreatePatients1764000000000 } from './migrations/1764000000000-create-patients.js';
export { BindPatients1764310002000 } from './migrations/1764310002000-bind-patients.js';
export { PatientsModule } from './patients.module.js';
export type { PatientsOptions } from './patients.options.js';
