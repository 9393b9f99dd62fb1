export { buildProfile, type ProfileContext } from './build-profile.js';
export { carriesMeaning } from './carries-meaning.js';
export type { FileFindings, ReadOptions } from './file-findings.js';
export type { GenomicsCode } from './genomics.errors.js';
export { mafSamples, readMaf } from './read-maf.js';
export { readVcf } from './read-vcf.js';
export { sniffFormat } from './sniff-format.js';
