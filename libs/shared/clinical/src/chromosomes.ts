import type { GenomeBuild } from './variant.js';

/** Lengths in bases, Genome Reference Consortium: GRCh37 (GCA_000001405.1, with MT NC_012920) and GRCh38 (GCA_000001405.15). */
const lengths: Readonly<Record<string, readonly [grch37: number, grch38: number]>> = {
  '1': [249250621, 248956422],
  '2': [243199373, 242193529],
  '3': [198022430, 198295559],
  '4': [191154276, 190214555],
  '5': [180915260, 181538259],
  '6': [171115067, 170805979],
  '7': [159138663, 159345973],
  '8': [146364022, 145138636],
  '9': [141213431, 138394717],
  '10': [135534747, 133797422],
  '11': [135006516, 135086622],
  '12': [133851895, 133275309],
  '13': [115169878, 114364328],
  '14': [107349540, 107043718],
  '15': [102531392, 101991189],
  '16': [90354753, 90338345],
  '17': [81195210, 83257441],
  '18': [78077248, 80373285],
  '19': [59128983, 58617616],
  '20': [63025520, 64444167],
  '21': [48129895, 46709983],
  '22': [51304566, 50818468],
  X: [155270560, 156040895],
  Y: [59373566, 57227415],
  MT: [16569, 16569],
};

/** `chr7` → `7`, `chrM` → `MT`; undefined for scaffolds, decoys and anything else. */
export function normaliseChromosome(text: string): string | undefined {
  const bare = text.replace(/^chr/i, '').toUpperCase();
  const name = bare === 'M' ? 'MT' : bare;
  return Object.hasOwn(lengths, name) ? name : undefined;
}

/** Length in bases; undefined for a chromosome that does not exist. */
export const chromosomeLength = (build: GenomeBuild, chromosome: string): number | undefined =>
  lengths[chromosome]?.[build === 'GRCh37' ? 0 : 1];

/** The build that has a chromosome of exactly this length; undefined where none or both do. */
export function buildOfLength(chromosome: string, length: number): GenomeBuild | undefined {
  const [old, current] = (Object.hasOwn(lengths, chromosome) ? lengths[chromosome] : undefined) ?? [];
  if (old === current) return undefined;
  return length === old ? 'GRCh37' : length === current ? 'GRCh38' : undefined;
}
