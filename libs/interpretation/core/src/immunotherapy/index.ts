export type { HomologousRecombination } from './homologous-recombination.js';
export type { MarkerAnswer } from './marker-answer.js';
export type { ProofreadingFinding } from './proofreading.js';
export {
  readImmunotherapy,
  type CautionNote,
  type ImmunotherapyReading,
  type OpenCaution,
} from './read-immunotherapy.js';
export { readMarkers } from './read-marker.js';
