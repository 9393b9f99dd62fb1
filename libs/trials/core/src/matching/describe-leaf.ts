import { describeSmallVariantPattern, genesOf } from '@consilium/interpretation-core';
import type {
  MeasurementCriterion,
  PerformanceCriterion,
  TherapyFilter,
} from '../language/clinical-criterion.js';
import type { Leaf, LeafBody, LeafKind } from '../language/criterion.js';
import type { BiomarkerCriterion } from '../language/molecular-criterion.js';
import { bodyOf, kindOf } from './evaluators.js';

/** What a leaf asks, in words a reader without the protocol understands. */
export function describeLeaf(leaf: Leaf): string {
  const say = <K extends LeafKind>(kind: K, body: LeafBody<K>): string => sayings[kind](body);
  const kind = kindOf(leaf);
  return say(kind, bodyOf(leaf, kind));
}

const sayings: { readonly [K in LeafKind]: (body: LeafBody<K>) => string } = {
  smallVariant: (body) => describeSmallVariantPattern(body),
  wildType: ({ gene, classes, codons }) =>
    `${gene} without ${or(classes ?? ['protein-altering'])} variant${codons === undefined ? '' : ` at codon ${or(codons)}`}`,
  copyNumber: ({ gene, states, copiesAtLeast, copiesAtMost }) =>
    `${gene} ${or(states)}${bounds({ atLeast: copiesAtLeast, atMost: copiesAtMost }, 'copies')}`,
  fusion: (body) => `${genesOf(body).join('::')} fusion`,
  exonSkipping: ({ gene, exons }) => `${gene} exon ${range(exons.first, exons.last)} skipping`,
  rearrangement: ({ gene }) => `${gene} rearrangement`,
  observation: ({ gene, feature, states, name }) =>
    `${gene} ${name === undefined ? '' : `${name} `}${feature.replaceAll('-', ' ')} ${or(states)}`,
  biomarker: describeBiomarkerCriterion,
  hla: ({ anyOf }) => `HLA-${or(anyOf)}`,
  signature: ({ name, shareAtLeast }) =>
    `signature ${name}${shareAtLeast === undefined ? '' : ` of at least ${String(shareAtLeast * 100)} %`}`,
  tumourType: ({ within, except }) =>
    `${typeof within === 'string' ? families[within] : or(within)}${except === undefined ? '' : `, not ${or(except)}`}`,
  histology: (body) => [...(body.anyOf === undefined ? [] : [or(body.anyOf)]), ...grade(body)].join(', '),
  stage: ({ groups, extents, resectable }) =>
    [
      groups === undefined ? undefined : `stage ${or(groups)}`,
      extents === undefined ? undefined : or(extents),
      resectable === undefined ? undefined : resectable ? 'resectable' : 'not resectable',
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  metastases: ({ sites, states, stableForDays }) =>
    `${states === undefined ? '' : `${or(states)} `}metastases${sites === undefined ? '' : ` in ${or(sites)}`}${stableForDays === undefined ? '' : `, stable for ${String(stableForDays)} days`}`,
  measurableDisease: ({ criteria }) => `measurable disease${criteria === undefined ? '' : ` by ${criteria}`}`,
  receptor: ({ receptor, states }) => `${receptor} ${or(states)}`,
  age: (body) => `age${bounds(body, body.unit ?? 'years')}`,
  sex: (sex) => sex,
  performance: (body: PerformanceCriterion) =>
    `${body.scale} performance status${bounds(body, '')}${within(body.withinDays)}`,
  priorTherapy: (body) =>
    [
      `prior ${describeTherapy(body)}`,
      body.mostRecent === true ? 'as the most recent' : undefined,
      body.outcomes === undefined ? undefined : or(body.outcomes),
      body.bestResponses === undefined ? undefined : `best response ${or(body.bestResponses)}`,
      body.progressed === undefined
        ? undefined
        : typeof body.progressed === 'string'
          ? `with progression ${body.progressed.replaceAll('-', ' ')} it`
          : `with progression within ${String(body.progressed.withinDaysOfEnd)} days of its end`,
      body.endedDaysAgo === undefined ? undefined : `ended at least ${String(body.endedDaysAgo)} days ago`,
      body.atLeast === undefined ? undefined : `at least ${String(body.atLeast)} times`,
    ]
      .filter((part) => part !== undefined)
      .join(', ') + within(body.withinDays),
  lines: (body) =>
    `lines of ${body.drugs === undefined && body.classes === undefined ? 'systemic therapy' : describeTherapy(body)}${bounds(body, '')}${body.settings === undefined ? '' : ` (${or(body.settings)})`}`,
  washout: (body) =>
    `${[
      body.days === undefined ? undefined : `${String(body.days)} days`,
      body.halfLives === undefined ? undefined : `${String(body.halfLives)} half-lives`,
    ]
      .filter((part) => part !== undefined)
      .join(
        ` or `,
      )}${body.whichever === undefined ? '' : ` (whichever is ${body.whichever})`} since the last ${describeTherapy(body)}`,
  measurement: describeMeasurement,
  condition: ({ names, states, gradeAtLeast, withinDays }) =>
    `${states === undefined ? '' : `${or(states)} `}${or(names)}${gradeAtLeast === undefined ? '' : ` of grade ${String(gradeAtLeast)} or more`}${within(withinDays)}`,
  autoimmuneDisease: ({ except, states, systemicTreatmentWithinDays }) =>
    `${states === undefined ? '' : `${or(states)} `}autoimmune disease${except === undefined ? '' : ` other than ${or(except)}`}${systemicTreatmentWithinDays === undefined ? '' : ' under systemic treatment'}${within(systemicTreatmentWithinDays)}`,
  infection: ({ agents, states }) => `${or(states)} infection with ${or(agents)}`,
  steroids: ({ aboveMgPerDay, withinDays }) =>
    `systemic steroids above ${String(aboveMgPerDay)} mg of prednisone a day${within(withinDays)}`,
  medication: ({ drugs = [], classes = [], withinDays }) =>
    `medication with ${or([...drugs, ...classes])}${within(withinDays)}`,
  otherCancer: ({ withinYears, states, except }) =>
    `${states === undefined ? 'another' : or(states)} malignancy${withinYears === undefined ? '' : ` within ${String(withinYears)} years`}${except === undefined ? '' : `, other than ${or(except)}`}`,
  pregnancy: ({ states }) => or(states),
  contraception: () => 'contraception agreed to',
  consent: ({ to }) => `consent to ${to.replaceAll('-', ' ')}`,
  lifeExpectancy: ({ atLeastWeeks }) => `life expectancy of at least ${String(atLeastWeeks)} weeks`,
  residence: ({ countries }) => `residence in ${or(countries)}`,
  language: ({ anyOf }) => `speaks ${or(anyOf)}`,
  unstructured: ({ text, list }) => (list === 'exclusion' ? `must not hold: ${text}` : text),
};

const families = { ANY: 'any tumour', SOLID: 'solid tumour', LIQUID: 'haematological malignancy' } as const;

const or = (items: readonly (string | number)[]): string => items.map(String).join(' or ');
const grade = ({ gradeAtLeast, gradeAtMost }: LeafBody<'histology'>): readonly string[] =>
  gradeAtLeast === undefined && gradeAtMost === undefined
    ? []
    : [`grade${bounds({ atLeast: gradeAtLeast, atMost: gradeAtMost }, '')}`];
const range = (first: number, last: number): string =>
  first === last ? String(first) : `${String(first)} to ${String(last)}`;
const within = (days: number | undefined): string =>
  days === undefined ? '' : ` within ${String(days)} days`;

interface Bounds {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

function bounds({ atLeast, atMost, above, below }: Bounds, unit: string): string {
  const parts = [
    atLeast === undefined ? undefined : `≥ ${String(atLeast)}`,
    above === undefined ? undefined : `> ${String(above)}`,
    atMost === undefined ? undefined : `≤ ${String(atMost)}`,
    below === undefined ? undefined : `< ${String(below)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}${unit === '' || unit === '1' ? '' : ` ${unit}`}`;
}

function describeBiomarkerCriterion(body: BiomarkerCriterion): string {
  const { kind, scoring, states, atLeast, below, clones, withinDays } = body;
  return [
    kind,
    scoring === undefined ? '' : ` ${scoring}`,
    states.length === 0 ? '' : ` ${or(states)}`,
    bounds({ atLeast, below }, ''),
    clones === undefined ? '' : ` by clone ${or(clones)}`,
    within(withinDays),
  ].join('');
}

function describeMeasurement(body: MeasurementCriterion): string {
  const { test, unit, method, withinDays } = body;
  const limits = bounds(body, unit === 'ULN' || unit === 'LLN' ? `× ${unit}` : unit);
  return `${test.replaceAll('-', ' ')}${limits}${method === undefined ? '' : ` (${method})`}${within(withinDays)}`;
}

function describeTherapy({ drugs = [], classes = [], types, settings, sites }: TherapyFilter): string {
  const what = [...drugs, ...classes];
  return [
    settings === undefined ? undefined : or(settings),
    what.length > 0 ? or(what) : types === undefined ? 'therapy' : undefined,
    types === undefined ? undefined : or(types),
    sites === undefined ? undefined : `to ${or(sites)}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
