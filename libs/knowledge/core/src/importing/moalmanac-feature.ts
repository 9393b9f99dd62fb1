import {
  normaliseCodingChange,
  normaliseProteinChange,
  type ProfilePattern,
  type SmallVariantClass,
  type SmallVariantPattern,
} from '@consilium/clinical';
import { fail, succeed, type Result } from '@consilium/kernel';
import { parseVariantName } from './civic/parse-variant-name.js';
import type { JsonMembers } from './json-members.js';

/** A feature of MOAlmanac as a question about a profile; the error says why it can be none. */
export type ReadFeature = Result<ProfilePattern, string>;

/** `symbol` gives the approved symbol of a gene. */
export function readMoAlmanacFeature(
  feature: JsonMembers,
  type: string,
  symbol: (name: string) => string,
): ReadFeature {
  switch (type.toLowerCase().replaceAll(' ', '_')) {
    case 'somatic_variant':
      return readVariant(feature, symbol(feature.text('gene')));
    case 'germline_variant':
      return readVariant(feature, symbol(feature.text('gene')), 'germline');
    case 'rearrangement':
      return succeed(readRearrangement(feature, symbol));
    case 'copy_number':
      return readCopyNumber(feature, symbol(feature.text('gene')));
    case 'microsatellite_stability':
      return feature.text('status') === 'MSI-High'
        ? succeed({ biomarker: { kind: 'MSI', states: ['positive'] } })
        : fail(`the microsatellite status «${feature.text('status')}» is not known`);
    case 'mutational_burden':
      return readBurden(feature);
    default:
      return fail(`a feature of the type «${type}» has no counterpart among the findings`);
  }
}

/** The almanac's words for variant classes, after MAF: an insertion or deletion is in frame unless it says frameshift. */
const classes: Readonly<Record<string, SmallVariantClass>> = {
  missense: 'missense',
  nonsense: 'truncating',
  truncating: 'truncating',
  frameshift: 'frameshift',
  'splice site': 'splice-site',
  deletion: 'inframe-deletion',
  insertion: 'inframe-insertion',
  'oncogenic mutations': 'oncogenic',
};

function readVariant(feature: JsonMembers, gene: string, origin?: 'germline'): ReadFeature {
  const named = (pattern: Omit<SmallVariantPattern, 'gene' | 'origin'>): ReadFeature =>
    succeed({ smallVariant: { gene, ...pattern, ...(origin === undefined ? {} : { origin }) } });
  const protein = feature.optionalText('protein_change');
  if (protein !== '') {
    const change = normaliseProteinChange(protein);
    return change === undefined || change === '?'
      ? fail(`the protein change «${protein}» cannot be read`)
      : named({ changes: [change] });
  }
  const coding = feature.optionalText('cdna_change');
  if (coding !== '') {
    const change = normaliseCodingChange(coding);
    return change === undefined
      ? fail(`the coding change «${coding}» cannot be read`)
      : named({ codingChanges: [change] });
  }
  const dbSnp = feature.optionalText('rsid').toLowerCase();
  if (/^rs\d+$/.test(dbSnp)) return named({ dbSnp: [dbSnp] });
  const word = feature.optionalText('variant_annotation');
  // A germline variant known only as pathogenic: not every variant of the gene is.
  const pathogenic = origin === 'germline' && feature.optionalFlag('pathogenic') === true;
  const kind = classes[word.toLowerCase()] ?? (pathogenic ? 'oncogenic' : undefined);
  if (word !== '' && classes[word.toLowerCase()] === undefined)
    return fail(`the variant class «${word}» is not known`);
  const exon = readExon(feature.optionalText('exon'));
  if (exon === undefined) return fail(`the exon «${feature.optionalText('exon')}» is no number`);
  return named({
    ...(exon === 'any' ? {} : { exons: { first: exon, last: exon }, ...residuesOf(gene, exon) }),
    ...(kind === undefined ? {} : { classes: [kind] }),
  });
}

/** `19`, and `19.0` where a table passed through a spreadsheet. */
function readExon(text: string): number | 'any' | undefined {
  if (text === '') return 'any';
  const [, exon] = /^([1-9]\d{0,2})(?:\.0)?$/.exec(text) ?? [];
  return exon === undefined ? undefined : Number(exon);
}

/** The residues of the exon where they are on record, for reports that give no exon. */
function residuesOf(gene: string, exon: number): Pick<SmallVariantPattern, 'residues'> {
  const pattern = parseVariantName(gene, `Exon ${String(exon)} Mutation`);
  const residues = 'smallVariant' in pattern ? pattern.smallVariant.residues : undefined;
  return residues === undefined ? {} : { residues };
}

/** Which partner is 5′ is not said: either order. */
function readRearrangement(feature: JsonMembers, symbol: (name: string) => string): ProfilePattern {
  const first = symbol(feature.text('gene1'));
  const name = feature.optionalText('gene2');
  if (name === '') return { fusion: { gene: first } };
  const second = symbol(name);
  return {
    any: [
      { fusion: { fivePrime: first, threePrime: second } },
      { fusion: { fivePrime: second, threePrime: first } },
    ],
  };
}

/** A deletion is called at the extreme of the segments: the loss of every copy. */
function readCopyNumber(feature: JsonMembers, gene: string): ReadFeature {
  const direction = feature.text('direction');
  switch (direction.toLowerCase()) {
    case 'amplification':
      return succeed({ copyNumber: { gene, states: ['amplification'] } });
    case 'deletion':
      return succeed({ copyNumber: { gene, states: ['deep-deletion'] } });
    default:
      return fail(`the copy number «${direction}» is not known`);
  }
}

function readBurden(feature: JsonMembers): ReadFeature {
  const word = feature.text('classification').toLowerCase();
  if (word !== 'high' && word !== 'low') return fail(`the mutational burden «${word}» is not known`);
  const least = Number(feature.optionalText('mutations_per_mb'));
  return succeed({
    biomarker: {
      kind: 'TMB',
      states: [word === 'high' ? 'positive' : 'negative'],
      ...(word === 'high' && least > 0 ? { atLeast: least } : {}),
    },
  });
}
