import { canonicalJson, type Problem } from '@consilium/kernel';
import { isHotspot } from './change-form.js';
import {
  isPredictive,
  type Citation,
  type EvidenceItem,
  type KnowledgeRelease,
  type PredictiveItem,
  type TherapyPattern,
} from './evidence.js';
import { checkPattern, unknownGene, type PatternReferences } from './profile-checks.js';

export interface GeneLookup {
  resolve(symbol: string): { readonly kind: string };
}

export interface TumourTypeLookup {
  /** `undefined` for a code that does not exist. */
  find(code: string): unknown;
  isDiagnosis(code: string): boolean;
}

export interface ReleaseReferences {
  readonly genes: GeneLookup;
  readonly tumourTypes: TumourTypeLookup;
}

/** What is wrong with a release that already fits its schema. An empty answer is the condition for publishing it. */
export function checkRelease(release: KnowledgeRelease, references: ReleaseReferences): Problem[] {
  const isApprovedSymbol = (symbol: string): boolean => references.genes.resolve(symbol).kind === 'approved';
  const listedGenes = new Set(release.genes.map(({ symbol }) => symbol));
  const known: Known = {
    isApprovedSymbol,
    isListedGene: (symbol) => listedGenes.has(symbol),
    tumourTypes: references.tumourTypes,
    drugs: new Set(release.drugs.map(({ name }) => name)),
    classes: new Set(release.drugs.flatMap(({ classes }) => classes)),
    lastYear: Number(release.publishedOn.slice(0, 4)),
  };
  return [
    ...release.evidence.flatMap((item, index) => checkItem(item, `/evidence/${index}`, known)),
    ...repeated(release.evidence, ({ id }) => id, '/evidence', 'DUPLICATE_ID', 'id'),
    ...repeated(release.evidence, statementOf, '/evidence', 'DUPLICATE_STATEMENT'),
    ...contradictions(release.evidence),
    ...repeated(release.drugs, ({ name }) => name, '/drugs', 'DUPLICATE_DRUG', 'name'),
    ...release.drugs.flatMap(({ name }, index) =>
      name === name.trim().toLowerCase() ? [] : [drugForm(name, `/drugs/${index}/name`)],
    ),
    ...repeated(release.genes, ({ symbol }) => symbol, '/genes', 'DUPLICATE_GENE', 'symbol'),
    ...release.genes.flatMap(({ symbol, hotspots = [] }, index) => [
      ...(isApprovedSymbol(symbol) ? [] : [unknownGene(symbol, `/genes/${index}/symbol`)]),
      ...hotspots.flatMap((hotspot, at) =>
        isHotspot(hotspot) ? [] : [hotspotForm(hotspot, `/genes/${index}/hotspots/${at}`)],
      ),
    ]),
  ];
}

interface Known extends PatternReferences {
  readonly tumourTypes: TumourTypeLookup;
  readonly drugs: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly lastYear: number;
}

function checkItem(item: EvidenceItem, place: string, known: Known): Problem[] {
  const scope = typeof item.tumourTypes === 'string' ? [] : item.tumourTypes;
  const excepted = item.exceptTumourTypes ?? [];
  return [
    ...checkPattern(item.profile, `${place}/profile`, known),
    ...(scope.length === 0 && typeof item.tumourTypes !== 'string'
      ? [noTumourType(`${place}/tumourTypes`)]
      : []),
    ...scope.flatMap((code, index) => checkTumourType(code, `${place}/tumourTypes/${index}`, known)),
    ...excepted.flatMap((code, index) => checkTumourType(code, `${place}/exceptTumourTypes/${index}`, known)),
    ...excepted.flatMap((code, index) =>
      scope.includes(code) ? [bothInAndOut(code, `${place}/exceptTumourTypes/${index}`)] : [],
    ),
    ...(isPredictive(item) ? checkPredictive(item, place, known) : []),
    ...(item.citations.length === 0 ? [noCitation(item.id, `${place}/citations`)] : []),
    ...item.citations.flatMap((citation, index) =>
      checkCitation(citation, `${place}/citations/${index}`, known.lastYear),
    ),
  ];
}

const checkPredictive = (item: PredictiveItem, place: string, known: Known): Problem[] => [
  ...checkTherapy(item.therapy, `${place}/therapy`, known),
  ...(item.direction === 'sensitive' && 'drugClass' in item.therapy ? [noRegimen(`${place}/therapy`)] : []),
];

function checkTumourType(code: string, place: string, { tumourTypes }: Known): Problem[] {
  if (tumourTypes.find(code) === undefined) return [unknownTumourType(code, place)];
  return tumourTypes.isDiagnosis(code) ? [] : [notADiagnosis(code, place)];
}

function checkTherapy(therapy: TherapyPattern, place: string, known: Known): Problem[] {
  if ('drugs' in therapy) {
    if (therapy.drugs.length === 0) return [noDrug(`${place}/drugs`)];
    return therapy.drugs.flatMap((drug, index) =>
      known.drugs.has(drug) ? [] : [drugNotListed(drug, `${place}/drugs/${index}`)],
    );
  }
  const named = { drugClass: therapy.drugClass, withoutClass: therapy.withoutClass };
  return Object.entries(named).flatMap(([member, name]) =>
    name === undefined || known.classes.has(name) ? [] : [classNotListed(name, `${place}/${member}`)],
  );
}

function checkCitation(citation: Citation, place: string, lastYear: number): Problem[] {
  if (citation.kind === 'pmid')
    return /^[1-9]\d{0,7}$/.test(citation.id) ? [] : [pmidForm(citation.id, place)];
  if (citation.kind === 'other') return citation.text.trim() === '' ? [noCitation(place, place)] : [];
  return citation.year >= 1990 && citation.year <= lastYear
    ? []
    : [yearOutOfRange(citation.year, lastYear, place)];
}

/** What an item speaks of, whatever the order of its lists. Settings differ between indications of one label. */
const subjectOf = (item: EvidenceItem): unknown => ({
  profile: item.profile,
  tumourTypes: typeof item.tumourTypes === 'string' ? item.tumourTypes : [...item.tumourTypes].sort(),
  exceptTumourTypes: [...(item.exceptTumourTypes ?? [])].sort(),
  kind: item.kind ?? 'predictive',
  therapy: isPredictive(item) ? therapyOf(item.therapy) : undefined,
  setting: item.setting,
});

const therapyOf = (therapy: TherapyPattern): unknown =>
  'drugs' in therapy ? { ...therapy, drugs: [...therapy.drugs].sort() } : therapy;

const claimOf = (item: EvidenceItem): string => (isPredictive(item) ? item.direction : item.significance);

const statementOf = (item: EvidenceItem): string =>
  canonicalJson({ subject: subjectOf(item), claim: claimOf(item) });

/** In whatever setting: one therapy does not both work and fail for the same profile in the same tumour. */
function contradictions(items: readonly EvidenceItem[]): Problem[] {
  const seen = new Map<string, EvidenceItem>();
  return items.flatMap((item, index) => {
    const subject = canonicalJson(subjectOf({ ...item, setting: '' }));
    const earlier = seen.get(subject);
    if (earlier === undefined) seen.set(subject, item);
    return earlier !== undefined && claimOf(earlier) !== claimOf(item)
      ? [contradiction(earlier.id, item.id, `/evidence/${index}`)]
      : [];
  });
}

function repeated<T>(
  items: readonly T[],
  key: (item: T) => string,
  place: string,
  reason: string,
  member?: string,
): Problem[] {
  const first = new Map<string, number>();
  return items.flatMap((item, index) => {
    const earlier = first.get(key(item));
    if (earlier === undefined) {
      first.set(key(item), index);
      return [];
    }
    return [
      {
        code: `KNOWLEDGE.${reason}`,
        place: member === undefined ? `${place}/${index}` : `${place}/${index}/${member}`,
        message: `This was already said at ${place}/${earlier}.`,
        remedy: 'Keep one of the two.',
      },
    ];
  });
}

const unknownTumourType = (code: string, place: string): Problem => ({
  code: 'KNOWLEDGE.UNKNOWN_TUMOUR_TYPE',
  place,
  message: `«${code}» is not an OncoTree code.`,
  remedy: 'Look the code up in OncoTree; codes are case-sensitive.',
});

const notADiagnosis = (code: string, place: string): Problem => ({
  code: 'KNOWLEDGE.NOT_A_DIAGNOSIS',
  place,
  message: `«${code}» is a tissue, not a diagnosis.`,
  remedy: 'Name the tumour types the statement was made for.',
});

const noTumourType = (place: string): Problem => ({
  code: 'KNOWLEDGE.NO_TUMOUR_TYPE',
  place,
  message: 'No tumour type is named.',
  remedy: 'Give OncoTree codes, SOLID or ANY.',
});

const bothInAndOut = (code: string, place: string): Problem => ({
  code: 'KNOWLEDGE.TUMOUR_TYPE_IN_AND_OUT',
  place,
  message: `«${code}» is both included and excepted.`,
  remedy: 'Take it out of one of the lists.',
});

const noRegimen = (place: string): Problem => ({
  code: 'KNOWLEDGE.SENSITIVE_TO_A_CLASS',
  place,
  message: 'A sensitivity names a class of drugs.',
  remedy: 'Name the drugs: an approval holds for a regimen, not for its class.',
});

const noDrug = (place: string): Problem => ({
  code: 'KNOWLEDGE.NO_DRUG',
  place,
  message: 'The regimen names no drug.',
  remedy: 'Name every drug of the regimen.',
});

const drugNotListed = (drug: string, place: string): Problem => ({
  code: 'KNOWLEDGE.DRUG_NOT_LISTED',
  place,
  message: `«${drug}» is not in the release's drugs.`,
  remedy: 'Add it to drugs.yaml with its classes, or mend the spelling.',
});

const drugForm = (drug: string, place: string): Problem => ({
  code: 'KNOWLEDGE.DRUG_FORM',
  place,
  message: `«${drug}» is not in lower case.`,
  remedy: 'Write the generic name in lower case.',
});

const classNotListed = (name: string, place: string): Problem => ({
  code: 'KNOWLEDGE.CLASS_NOT_LISTED',
  place,
  message: `No drug of the release is of the class «${name}», so the statement would never hold.`,
  remedy: 'Use a class of drugs.yaml, or add it there.',
});

const noCitation = (id: string, place: string): Problem => ({
  code: 'KNOWLEDGE.NO_CITATION',
  place,
  message: `${id} has no citation.`,
  remedy: 'Cite the label, the guideline or the publication.',
});

const pmidForm = (id: string, place: string): Problem => ({
  code: 'KNOWLEDGE.PMID_FORM',
  place,
  message: `«${id}» is not a PubMed identifier.`,
  remedy: 'Give the digits alone, as text.',
});

const yearOutOfRange = (year: number, lastYear: number, place: string): Problem => ({
  code: 'KNOWLEDGE.CITATION_YEAR',
  place,
  message: `The year ${year} is not between 1990 and ${lastYear}.`,
  remedy: 'Give the year of this indication, not later than the release.',
});

const hotspotForm = (hotspot: string, place: string): Problem => ({
  code: 'KNOWLEDGE.HOTSPOT_FORM',
  place,
  message: `«${hotspot}» is neither a protein change in normal form nor a codon with its residue.`,
  remedy: 'Write V600E or V600.',
});

const contradiction = (earlier: string, later: string, place: string): Problem => ({
  code: 'KNOWLEDGE.CONTRADICTION',
  place,
  message: `${later} says the opposite of ${earlier} for the same profile, tumour types and therapy.`,
  remedy: 'Keep the one its source supports, or name what sets them apart.',
});
