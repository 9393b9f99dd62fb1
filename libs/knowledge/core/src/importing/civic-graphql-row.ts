import type { CivicRow } from './civic/read-civic-cells.js';
import { JsonMembers } from './json-members.js';

/** Columns of CIViC's table of accepted evidence since 2022. */
export const civicEvidenceColumns = [
  'molecular_profile',
  'molecular_profile_id',
  'disease',
  'doid',
  'phenotypes',
  'therapies',
  'therapy_interaction_type',
  'evidence_type',
  'evidence_direction',
  'evidence_level',
  'significance',
  'evidence_statement',
  'citation_id',
  'source_type',
  'asco_abstract_id',
  'citation',
  'nct_ids',
  'rating',
  'evidence_status',
  'evidence_id',
  'variant_origin',
  'last_review_date',
  'evidence_civic_url',
  'molecular_profile_civic_url',
  'is_flagged',
] as const;

/** An evidence item in the words and columns of that table. */
export type CivicEvidenceRow = Readonly<Record<(typeof civicEvidenceColumns)[number], string>>;

export interface ReadNode<Row> {
  readonly id: string;
  readonly row: Row;
  /** Where the first member that is missing or of another type stands. */
  readonly fault?: string;
}

/** One node of `evidenceItems`. Evidence from a source that was retracted counts as rejected. */
export function readEvidenceNode(node: unknown): ReadNode<CivicEvidenceRow> {
  const item = JsonMembers.of(node);
  const id = item.optionalText('id');
  const source = item.object('source');
  const profile = item.object('molecularProfile');
  const profileId = profile.optionalText('id');
  const retracted = source.optionalFlag('retracted') === true;
  const row: CivicEvidenceRow = {
    molecular_profile: profile.text('name'),
    molecular_profile_id: profileId,
    ...readDisease(item),
    phenotypes: namesOf(item, 'phenotypes'),
    therapies: namesOf(item, 'therapies'),
    therapy_interaction_type: words(item.optionalText('therapyInteractionType')),
    evidence_type: words(item.text('evidenceType')),
    evidence_direction: words(item.optionalText('evidenceDirection')),
    evidence_level: item.text('evidenceLevel'),
    significance: words(item.optionalText('significance')),
    evidence_statement: item.optionalText('description'),
    citation_id: source.optionalText('citationId'),
    source_type: sourceTypes[source.optionalText('sourceType')] ?? source.optionalText('sourceType'),
    asco_abstract_id: source.optionalText('ascoAbstractId'),
    citation: source.optionalText('citation'),
    nct_ids: source
      .optionalObjects('clinicalTrials')
      .map((trial) => trial.text('nctId'))
      .join(','),
    rating: item.optionalText('evidenceRating'),
    evidence_status: retracted ? 'rejected' : item.text('status').toLowerCase(),
    evidence_id: id,
    variant_origin: words(item.optionalText('variantOrigin')),
    last_review_date: readReview(item),
    evidence_civic_url: id === '' ? '' : `https://civicdb.org/links/evidence_items/${id}`,
    molecular_profile_civic_url:
      profileId === '' ? '' : `https://civicdb.org/links/molecular_profiles/${profileId}`,
    is_flagged: String(item.optionalFlag('flagged') ?? false),
  };
  return { id, row, ...(item.fault === undefined ? {} : { fault: item.fault }) };
}

/** One node of `assertions`, in the columns of CIViC's table of assertions. */
export function readAssertionNode(node: unknown): ReadNode<CivicRow> {
  const item = JsonMembers.of(node);
  const id = item.optionalText('id');
  const row: CivicRow = {
    molecular_profile: item.object('molecularProfile').text('name'),
    ...readDisease(item),
    therapies: namesOf(item, 'therapies'),
    therapy_interaction_type: words(item.optionalText('therapyInteractionType')),
    assertion_type: words(item.text('assertionType')),
    assertion_direction: words(item.optionalText('assertionDirection')),
    significance: words(item.optionalText('significance')),
    amp_category: ampCategory(item.optionalText('ampLevel')),
    assertion_summary: item.optionalText('summary') || item.optionalText('description'),
    assertion_id: id,
    evidence_item_ids: item
      .optionalObjects('evidenceItems')
      .map((evidence) => evidence.optionalText('id'))
      .join(','),
    variant_origin: words(item.optionalText('variantOrigin')),
    last_review_date: readReview(item),
    is_flagged: String(item.optionalFlag('flagged') ?? false),
  };
  return { id, row, ...(item.fault === undefined ? {} : { fault: item.fault }) };
}

const sourceTypes: Readonly<Record<string, string>> = { PUBMED: 'PubMed', ASCO: 'ASCO', ASH: 'ASH' };

function readDisease(item: JsonMembers): { readonly disease: string; readonly doid: string } {
  const disease = item.optionalObject('disease');
  return {
    disease: disease?.optionalText('name') || (disease?.optionalText('displayName') ?? ''),
    doid: disease?.optionalText('doid').replace(/^DOID:/i, '') ?? '',
  };
}

/** The interface repeats a therapy that several sources name alike. */
const namesOf = (item: JsonMembers, key: string): string =>
  [...new Set(item.optionalObjects(key).map((named) => named.text('name')))].join(',');

const readReview = (item: JsonMembers): string =>
  (item.optionalObject('lastAcceptedRevisionEvent') ?? item.optionalObject('acceptanceEvent'))?.optionalText(
    'createdAt',
  ) ?? '';

const oddWords: Readonly<Record<string, string>> = {
  SENSITIVITYRESPONSE: 'Sensitivity/Response',
  NA: 'N/A',
};

/** `DOES_NOT_SUPPORT` to `Does Not Support`, as the tables spell it. */
const words = (value: string): string =>
  oddWords[value] ??
  value
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** `TIER_I_LEVEL_A` to `Tier I - Level A`; tiers III and IV have no level. */
function ampCategory(value: string): string {
  const [, tier, level] = /^TIER_(I{1,3}|IV)(?:_LEVEL_([A-D]))?$/.exec(value) ?? [];
  if (tier === undefined) return '';
  return level === undefined ? `Tier ${tier}` : `Tier ${tier} - Level ${level}`;
}
