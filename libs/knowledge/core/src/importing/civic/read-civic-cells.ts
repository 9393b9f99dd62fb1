import type { Citation, Direction, EvidenceKind, Regimen, Significance } from '../../evidence.js';

/** One row of CIViC's evidence in the words of its present schema. */
export type CivicRow = Readonly<Record<string, string | undefined>>;

const kinds: Readonly<Record<string, EvidenceKind>> = {
  predictive: 'predictive',
  diagnostic: 'diagnostic',
  prognostic: 'prognostic',
  predisposing: 'predisposing',
  functional: 'functional',
  oncogenic: 'oncogenic',
};

export const readKind = (text: string): EvidenceKind | undefined => kinds[text.toLowerCase()];

const directions: Readonly<Record<string, Direction>> = {
  'sensitivity/response': 'sensitive',
  resistance: 'resistant',
  'reduced sensitivity': 'reduced-sensitivity',
  'adverse response': 'adverse',
  'n/a': 'not-stated',
  '': 'not-stated',
};

export const readDirection = (text: string): Direction | undefined => directions[text.toLowerCase()];

const significances: Readonly<Record<string, Significance>> = {
  positive: 'supports-diagnosis',
  negative: 'against-diagnosis',
  'better outcome': 'better-outcome',
  'poor outcome': 'poor-outcome',
  predisposition: 'predisposing',
  protectiveness: 'protective',
  pathogenic: 'pathogenic',
  'likely pathogenic': 'likely-pathogenic',
  'uncertain significance': 'uncertain-significance',
  benign: 'benign',
  'likely benign': 'likely-benign',
  'gain of function': 'gain-of-function',
  'loss of function': 'loss-of-function',
  'unaltered function': 'not-stated',
  'altered function': 'altered-function',
  neomorphic: 'altered-function',
  unknown: 'not-stated',
  'dominant negative': 'dominant-negative',
  oncogenicity: 'oncogenic',
  oncogenic: 'oncogenic',
  'likely oncogenic': 'likely-oncogenic',
  'n/a': 'not-stated',
  '': 'not-stated',
};

export const readSignificance = (text: string): Significance | undefined => significances[text.toLowerCase()];

/** `Does Not Support` is no contrary: the source looked for the association and did not find it. */
export function readSupport(
  text: string,
): { readonly support?: 'does-not-support' | 'not-stated' } | undefined {
  switch (text.toLowerCase()) {
    case 'supports':
      return {};
    case 'does not support':
      return { support: 'does-not-support' };
    case 'n/a':
    case '':
      return { support: 'not-stated' };
    default:
      return undefined;
  }
}

export function readStatus(
  status: string,
  flagged: string,
): { readonly status?: 'flagged' | 'retracted' | 'submitted' } | undefined {
  switch (status.toLowerCase()) {
    case 'accepted':
    case '':
      return flagged.toLowerCase() === 'true' ? { status: 'flagged' } : {};
    case 'submitted':
      return { status: 'submitted' };
    case 'rejected':
      return { status: 'retracted' };
    default:
      return undefined;
  }
}

/** Joined by commas without a space; a comma between digits belongs to the name (`2,4-pyrimidinediamine`). */
export function readTherapies(
  text: string,
  interaction: string,
  drugName: (name: string) => string,
): { readonly therapy: Regimen; readonly notes: readonly string[] } | undefined {
  const drugs = text
    .split(/,(?! )(?<!\d,(?=\d))/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(drugName);
  switch (interaction.toLowerCase()) {
    case 'combination':
      return { therapy: { drugs }, notes: [] };
    case 'sequential':
      return { therapy: { drugs, given: 'in-sequence' }, notes: [] };
    case 'substitutes':
      return { therapy: { drugs, given: 'as-alternatives' }, notes: [] };
    case '':
      return {
        therapy: { drugs },
        notes:
          drugs.length > 1
            ? ['How the therapies belong together is not stated: read as given together.']
            : [],
      };
    default:
      return undefined;
  }
}

export function readCitations(row: CivicRow): readonly Citation[] {
  const { citation_id: id = '', source_type: type = '', citation = '' } = row;
  const trials = (row['nct_ids'] ?? '')
    .split(',')
    .map((number) => number.trim())
    .filter((number) => number !== '');
  const source: Citation =
    type.toLowerCase() === 'pubmed' && /^[1-9]\d{0,7}$/.test(id)
      ? { kind: 'pmid', id }
      : { kind: 'other', text: [type, row['asco_abstract_id'] ?? id, citation].filter(Boolean).join(' ') };
  return [source, ...trials.map((text) => ({ kind: 'other' as const, text }))];
}

/** `Somatic`, `Rare Germline`, `Common Germline`; the mixed and unknown are left open. */
export function readOrigin(text: string): { readonly origin?: 'somatic' | 'germline' } {
  const lower = text.toLowerCase();
  if (lower === 'somatic') return { origin: 'somatic' };
  return lower.endsWith('germline') ? { origin: 'germline' } : {};
}

/** `2023-01-09 21:46:26 UTC` to its date. */
export const readDate = (text: string): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];

export const ampLevel = (text: string): 'A' | 'B' | 'C' | 'D' | undefined => {
  const [, level] = /level ([abcd])$/i.exec(text.trim()) ?? [];
  const upper = level?.toUpperCase();
  return upper === 'A' || upper === 'B' || upper === 'C' || upper === 'D' ? upper : undefined;
};
