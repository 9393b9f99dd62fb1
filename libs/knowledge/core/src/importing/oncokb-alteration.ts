import type { ProfilePattern } from '@consilium/clinical';
import { parseVariantName } from './civic/parse-variant-name.js';

/**
 * An alteration as OncoKB names it for a gene; undefined where it has no counterpart. `{excluding …}` leaves single
 * changes out.
 */
export function readOncoKbAlteration(gene: string, text: string): ProfilePattern | undefined {
  const [, name = text, excluded] = /^(.*?)\s*\{\s*excluding\s+(.*?)\s*\}$/i.exec(text.trim()) ?? [];
  const base = readNamed(gene, name.trim());
  if (base === undefined || excluded === undefined) return base;
  const without = excluded.split(/\s*(?:[;,]|\band\b)\s*/).map((part) => readNamed(gene, part));
  const read = without.filter((part) => part !== undefined);
  return read.length === without.length ? { all: [base, { not: { any: read } }] } : undefined;
}

function readNamed(gene: string, text: string): ProfilePattern | undefined {
  const lower = text.toLowerCase();
  return (
    biomarkers[lower] ??
    readClass(gene, lower) ??
    readFusion(gene, text) ??
    readExon(gene, lower) ??
    readChange(gene, text)
  );
}

const biomarkers: Readonly<Record<string, ProfilePattern>> = {
  'msi-h': { biomarker: { kind: 'MSI', states: ['positive'] } },
  'microsatellite instability-high': { biomarker: { kind: 'MSI', states: ['positive'] } },
  'tmb-h': { biomarker: { kind: 'TMB', states: ['positive'] } },
  'tumor mutational burden-high': { biomarker: { kind: 'TMB', states: ['positive'] } },
};

function readClass(gene: string, text: string): ProfilePattern | undefined {
  switch (text) {
    case 'oncogenic mutations':
    case 'gain-of-function mutations':
    case 'activating mutations':
      return { smallVariant: { gene, classes: ['oncogenic'] } };
    case 'truncating mutations':
      return { smallVariant: { gene, classes: ['truncating'] } };
    case 'promoter mutations':
      return { smallVariant: { gene, classes: ['promoter'] } };
    case 'amplification':
      return { copyNumber: { gene, states: ['amplification'] } };
    case 'deletion':
      return { copyNumber: { gene, states: ['deep-deletion'] } };
    case 'wildtype':
      return { not: { smallVariant: { gene } } };
    case 'fusions':
      return { fusion: { gene } };
    default:
      return undefined;
  }
}

/** `EML4-ALK Fusion`: one partner is the gene, the order is not relied on. */
function readFusion(gene: string, text: string): ProfilePattern | undefined {
  const [, pair] = /^(\S+) fusion$/i.exec(text) ?? [];
  if (pair === undefined) return undefined;
  const partner = ['::', '-', '–']
    .flatMap((mark) => [
      pair.startsWith(`${gene}${mark}`) ? pair.slice(gene.length + mark.length) : '',
      pair.endsWith(`${mark}${gene}`) ? pair.slice(0, -gene.length - mark.length) : '',
    ])
    .find((other) => other !== '');
  return partner === undefined
    ? undefined
    : {
        any: [
          { fusion: { fivePrime: partner, threePrime: gene } },
          { fusion: { fivePrime: gene, threePrime: partner } },
        ],
      };
}

/** `Exon 19 in-frame deletions`, `Exon 20 in-frame insertions or duplications`, `Exon 14 splice mutations`. */
function readExon(gene: string, text: string): ProfilePattern | undefined {
  const [, exon, kind = ''] = /^exon (\d+) (.+)$/.exec(text) ?? [];
  if (exon === undefined) return undefined;
  const exons = { first: Number(exon), last: Number(exon) };
  if (/^(?:splice|skipping) mutations?$/.test(kind)) {
    return {
      any: [{ exonSkipping: { gene, exons } }, { smallVariant: { gene, exons, classes: ['splice-site'] } }],
    };
  }
  const word = /^(?:in-frame )?(deletion|insertion)s?(?: mutations?| or duplications?)?$/.exec(kind)?.[1];
  if (word === undefined && !/^mutations?$/.test(kind)) return undefined;
  const pattern = parseVariantName(gene, `Exon ${exon} ${word ?? 'mutation'}`);
  if ('smallVariant' in pattern) return pattern;
  // Elsewhere a bare deletion may take the whole exon away.
  return word === 'deletion' && kind.startsWith('in-frame')
    ? { smallVariant: { gene, exons, classes: ['inframe-deletion'] } }
    : undefined;
}

/** A protein change or a codon, and an internal tandem duplication. Anything else would be a guess. */
function readChange(gene: string, text: string): ProfilePattern | undefined {
  const duplication = /^(?:FLT3-ITD|internal tandem duplication|itd)$/i.test(text);
  const pattern = parseVariantName(gene, duplication ? 'ITD' : text);
  if (!('smallVariant' in pattern)) return undefined;
  const { changes, codons } = pattern.smallVariant;
  return duplication || changes !== undefined || codons !== undefined ? pattern : undefined;
}
