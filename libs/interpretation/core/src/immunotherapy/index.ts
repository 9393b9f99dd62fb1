export {
  readImmunotherapy,
  type CautionNote,
  type ImmunotherapyReading,
  type ProofreadingFinding,
} from './read-immunotherapy.js';
export { readMarkers, type MarkerAnswer } from './read-marker.js';
