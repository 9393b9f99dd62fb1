import {
  consequenceFromSequenceOntology,
  normaliseCodingChange,
  normaliseProteinChange,
  severityOf,
  type Consequence,
} from '@consilium/clinical';

/** What an annotator says of one allele in the transcript that counts. */
export interface Annotation {
  readonly symbol?: string;
  readonly consequence: Consequence;
  readonly proteinChange?: string;
  readonly codingChange?: string;
  readonly transcript?: string;
  readonly exon?: number;
  /** Highest frequency over the continental populations of gnomAD, where the annotator gives one. */
  readonly populationFrequency?: number;
}

/** One entry of CSQ, ANN or BCSQ, its fields named alike. */
interface Entry {
  readonly allele: string;
  readonly terms: string;
  readonly symbol: string;
  readonly transcript: string;
  readonly biotype: string;
  readonly coding: string;
  readonly protein: string;
  readonly exon: string;
  readonly populationFrequency?: number;
  /** Marks by which VEP tells which transcript counts, best first: chosen, MANE Select, canonical. */
  readonly marks: readonly [picked: boolean, mane: boolean, canonical: boolean];
}

/** Reads the annotations of one kind of VCF. */
export type AnnotationReader = (values: readonly string[]) => readonly Entry[];

/** The annotation the header declares, with the name of its INFO field; undefined when it declares none. */
export function annotationReader(
  describe: (field: string) => string | undefined,
): { field: string; read: AnnotationReader } | undefined {
  const csq = describe('CSQ');
  if (csq !== undefined) return { field: 'CSQ', read: readVep(csq) };
  if (describe('ANN') !== undefined) return { field: 'ANN', read: readSnpEff };
  if (describe('BCSQ') !== undefined) return { field: 'BCSQ', read: readBcftools };
  return undefined;
}

function readVep(description: string): AnnotationReader {
  const names = (/Format:\s*([^"]+)/.exec(description)?.[1] ?? '')
    .trim()
    .split('|')
    .map((name) => name.trim());
  const at = new Map(names.map((name, index) => [name, index]));
  const populations = names.flatMap((name, index) => (continental.test(name) ? [index] : []));
  return (values) =>
    values.map((value) => {
      const fields = value.split('|');
      const field = (name: string): string => fields[at.get(name) ?? -1] ?? '';
      return {
        allele: field('Allele'),
        terms: field('Consequence'),
        symbol: field('SYMBOL'),
        transcript: field('Feature'),
        biotype: field('BIOTYPE'),
        coding: field('HGVSc'),
        protein: field('HGVSp'),
        exon: field('EXON'),
        ...highest(populations.map((index) => fields[index] ?? '')),
        marks: [
          field('PICK') === '1',
          field('MANE_SELECT') !== '' || field('MANE') === 'MANE_Select',
          field('CANONICAL') === 'YES',
        ],
      };
    });
}

/** VEP's columns of gnomAD, exomes or genomes, of the five continental populations. */
const continental = /^gnomAD[eg]?_(AFR|AMR|EAS|NFE|SAS)_AF$/;

/** An empty column says nothing: the allele may have been looked up or not. */
function highest(cells: readonly string[]): { readonly populationFrequency?: number } {
  const known = cells
    .flatMap((cell) => cell.split('&'))
    .filter((cell) => cell !== '')
    .map(Number)
    .filter((frequency) => frequency >= 0 && frequency <= 1);
  return known.length === 0 ? {} : { populationFrequency: Math.max(...known) };
}

const readSnpEff: AnnotationReader = (values) =>
  values.map((value) => {
    const [
      allele = '',
      terms = '',
      ,
      symbol = '',
      ,
      ,
      transcript = '',
      biotype = '',
      rank = '',
      coding = '',
      protein = '',
    ] = value.split('|');
    return {
      allele,
      terms,
      symbol,
      transcript,
      biotype,
      coding,
      protein,
      exon: rank,
      marks: [false, false, false],
    };
  });

/** bcftools csq: consequence|gene|transcript|biotype|strand|amino_acid_change|dna_change; `@pos` points to another record. */
const readBcftools: AnnotationReader = (values) =>
  values
    .filter((value) => !value.startsWith('@'))
    .map((value) => {
      const [terms = '', symbol = '', transcript = '', biotype = '', , amino = ''] = value.split('|');
      return {
        allele: '',
        terms,
        symbol,
        transcript,
        biotype,
        coding: '',
        protein: bcftoolsProtein(amino),
        exon: '',
        marks: [false, false, false],
      };
    });

/** `600V>600E` → `V600E`; `600V` (unchanged) → `V600=`; ranges (`10AB>10CD`) stay unread. */
function bcftoolsProtein(text: string): string {
  const change = /^(\d+)([A-Z*])>\1([A-Z*])$/.exec(text);
  if (change !== null) return `${change[2] ?? ''}${change[1] ?? ''}${change[3] ?? ''}`;
  const same = /^(\d+)([A-Z*])$/.exec(text);
  return same === null ? '' : `${same[2] ?? ''}${same[1] ?? ''}=`;
}

/**
 * The annotation of one allele: by VEP's marks where it gives them, else the protein-coding transcript with the most
 * severe consequence, else the first named.
 */
export function chooseAnnotation(
  entries: readonly Entry[],
  allele: { reference: string; alternate: string; only: boolean },
): Annotation | undefined {
  const spellings = alleleSpellings(allele.reference, allele.alternate);
  const own = entries.filter(
    (entry) =>
      entry.allele === '' ||
      spellings.includes(entry.allele) ||
      (allele.only && entries.every((one) => one.allele === entry.allele)),
  );
  const ranked = own
    .map((entry, index) => ({ entry, index }))
    .sort(
      (a, b) =>
        order(a.entry, 0) - order(b.entry, 0) ||
        order(a.entry, 1) - order(b.entry, 1) ||
        order(a.entry, 2) - order(b.entry, 2) ||
        Number(a.entry.biotype !== 'protein_coding') - Number(b.entry.biotype !== 'protein_coding') ||
        severityOf(a.entry.terms) - severityOf(b.entry.terms) ||
        a.index - b.index,
    );
  const chosen = ranked[0]?.entry;
  return chosen === undefined ? undefined : present(chosen);
}

const order = (entry: Entry, mark: 0 | 1 | 2): number => (entry.marks[mark] ? 0 : 1);

/** VEP leaves out the first base when all alleles share it; a deletion then reads `-`. */
const alleleSpellings = (reference: string, alternate: string): readonly string[] => {
  const shared = reference[0] === alternate[0];
  return shared ? [alternate, alternate.slice(1) === '' ? '-' : alternate.slice(1)] : [alternate];
};

function present(entry: Entry): Annotation {
  const protein = normaliseProteinChange(entry.protein);
  const coding = normaliseCodingChange(entry.coding);
  const exon = Number.parseInt(entry.exon, 10);
  return {
    consequence: consequenceFromSequenceOntology(entry.terms),
    ...(entry.symbol === '' ? {} : { symbol: entry.symbol }),
    ...(protein === undefined || protein === '?' ? {} : { proteinChange: protein }),
    ...(coding === undefined ? {} : { codingChange: coding }),
    ...(entry.transcript === '' ? {} : { transcript: entry.transcript }),
    ...(entry.populationFrequency === undefined ? {} : { populationFrequency: entry.populationFrequency }),
    ...(Number.isInteger(exon) && exon > 0 && /^\d+(\/\d+)?$|^\d+-/.test(entry.exon) ? { exon } : {}),
  };
}
