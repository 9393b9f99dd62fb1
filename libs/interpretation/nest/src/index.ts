export { InterpretationModule } from './interpretation.module.js';
export type { InterpretationOptions } from './interpretation.options.js';
export { CreateInterpretation1763000004000 } from './migrations/1763000004000-create-interpretation.js';
export { BindInterpretation1764310004000 } from './migrations/1764310004000-bind-interpretation.js';
export { KeepProfiles1763900001000 } from './migrations/1763900001000-keep-profiles.js';
