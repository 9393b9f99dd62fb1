import { normaliseProteinChange } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';
import { canMeasureIn } from '../evaluation/convert-unit.js';
import type { Criterion } from './criterion.js';
import { suggest } from './describe-schema-errors.js';
import type { TrialReferences } from './trial-references.js';

/** What a leaf of the right shape asks that does not exist, cannot be measured, or nobody can meet. */
export function checkLeaf(leaf: Criterion, place: string, references: TrialReferences): readonly Problem[] {
  return [
    ...genesIn(leaf).flatMap((gene) => checkGene(gene, place, references)),
    ...checkNames(leaf, place, references),
    ...checkChanges(leaf, place),
    ...checkBounds(leaf, place),
    ...checkSaysSomething(leaf, place),
  ];
}

const problem = (code: string, place: string, message: string, remedy: string): Problem => ({
  code: `TRIALS.${code}`,
  place,
  message,
  remedy,
});

function genesIn(leaf: Criterion): readonly string[] {
  if ('smallVariant' in leaf) return [leaf.smallVariant.gene];
  if ('wildType' in leaf) return [leaf.wildType.gene];
  if ('copyNumber' in leaf) return [leaf.copyNumber.gene];
  if ('exonSkipping' in leaf) return [leaf.exonSkipping.gene];
  if ('rearrangement' in leaf) return [leaf.rearrangement.gene];
  if ('observation' in leaf) return [leaf.observation.gene];
  if (!('fusion' in leaf)) return [];
  const { gene, fivePrime, threePrime } = leaf.fusion;
  return [gene, fivePrime, threePrime].filter((one) => one !== undefined);
}

function checkGene(gene: string, place: string, { genes }: TrialReferences): readonly Problem[] {
  const answer = genes.resolve(gene);
  switch (answer.kind) {
    case 'approved':
      return [];
    case 'alias':
      return [problem('GENE', place, `${gene} is an earlier name.`, `Write ${answer.symbol}.`)];
    case 'ambiguous':
      return [
        problem(
          'GENE',
          place,
          `${gene} is the name of several genes.`,
          `Write one of ${answer.candidates.join(', ')}.`,
        ),
      ];
    case 'unknown':
      return [problem('GENE', place, `${gene} is no gene that is known.`, suggestions(answer.suggestions))];
  }
}

const suggestions = (names: readonly string[]): string =>
  names.length === 0 ? 'Check its spelling.' : `Did you mean ${names.join(' or ')}?`;

function checkNames(leaf: Criterion, place: string, references: TrialReferences): readonly Problem[] {
  const { tumourTypes, drugs, conditions } = references;
  if ('tumourType' in leaf) {
    const { within, except = [] } = leaf.tumourType;
    return [...(typeof within === 'string' ? [] : within), ...except]
      .filter((code) => tumourTypes.find(code) === undefined)
      .map((code) =>
        problem(
          'TUMOUR_TYPE',
          place,
          `${code} is no OncoTree code.`,
          suggestions([...tumourTypes.replacementsFor(code), ...tumourTypes.suggestionsFor(code)]),
        ),
      );
  }
  const named = conditionNames(leaf).filter((name) => !conditions.has(name));
  return [
    ...named.map((name) =>
      problem(
        'CONDITION_NAME',
        place,
        `${name} is no disease that is known.`,
        suggest(name, [...conditions]),
      ),
    ),
    ...therapyNames(leaf).flatMap(({ drugs: asked = [], classes = [] }) => [
      ...asked
        .filter((name) => !drugs.isKnownDrug(name) || drugs.classesOf(name)?.[0] !== name)
        .map((name) => {
          const generic = drugs.classesOf(name)?.[0];
          return problem(
            'DRUG',
            place,
            `${name} is no generic name that is known.`,
            generic === undefined ? 'Check its spelling, or add it to data/drugs.tsv.' : `Write ${generic}.`,
          );
        }),
      ...classes
        .filter((name) => !drugs.knownClasses.has(name))
        .map((name) =>
          problem(
            'DRUG_CLASS',
            place,
            `${name} is no class of drugs that is known.`,
            suggest(name, [...drugs.knownClasses]),
          ),
        ),
    ]),
  ];
}

function conditionNames(leaf: Criterion): readonly string[] {
  if ('condition' in leaf) return leaf.condition.names;
  if ('autoimmuneDisease' in leaf) return leaf.autoimmuneDisease.except ?? [];
  return 'otherCancer' in leaf ? (leaf.otherCancer.except ?? []) : [];
}

interface NamedTherapies {
  readonly drugs?: readonly string[];
  readonly classes?: readonly string[];
}

function therapyNames(leaf: Criterion): readonly NamedTherapies[] {
  if ('priorTherapy' in leaf) return [leaf.priorTherapy];
  if ('lines' in leaf) return [leaf.lines];
  if ('washout' in leaf) return [leaf.washout];
  return 'medication' in leaf ? [leaf.medication] : [];
}

function checkChanges(leaf: Criterion, place: string): readonly Problem[] {
  if (!('smallVariant' in leaf)) return [];
  return [...(leaf.smallVariant.changes ?? []), ...(leaf.smallVariant.exceptChanges ?? [])]
    .filter((change) => normaliseProteinChange(change) !== change)
    .map((change) => {
      const normal = normaliseProteinChange(change);
      return problem(
        'CHANGE',
        place,
        `${change} is no protein change in normal form.`,
        normal === undefined ? 'Write it as V600E or E746_A750del.' : `Write ${normal}.`,
      );
    });
}

interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly above?: number;
  readonly below?: number;
}

function boundsOf(leaf: Criterion): Bounds | undefined {
  if ('measurement' in leaf) return leaf.measurement;
  if ('age' in leaf) return leaf.age;
  if ('lines' in leaf) return leaf.lines;
  return 'performance' in leaf ? leaf.performance : undefined;
}

const oldest = { years: 120, months: 1440, weeks: 6300, days: 44_000 } as const;

function checkBounds(leaf: Criterion, place: string): readonly Problem[] {
  const unit = 'measurement' in leaf ? canMeasureIn(leaf.measurement.test, leaf.measurement.unit) : undefined;
  const ofUnit =
    unit?.possible === false
      ? [problem('UNIT', `${place}/unit`, unit.reason, suggestions(unit.suggestions))]
      : [];
  const bounds = boundsOf(leaf);
  if (bounds === undefined) return ofUnit;
  const { atLeast, atMost, above, below } = bounds;
  const given = [atLeast, atMost, above, below].filter((one) => one !== undefined);
  const lowest = Math.max(atLeast ?? -Infinity, above ?? -Infinity);
  const highest = Math.min(atMost ?? Infinity, below ?? Infinity);
  const strict = lowest === above || highest === below;
  const nobody =
    lowest > highest ||
    (lowest === highest && strict) ||
    given.some((one) => one < 0 || !Number.isFinite(one)) ||
    ('age' in leaf && given.some((one) => one > oldest[leaf.age.unit ?? 'years']));
  if (given.length === 0)
    return [...ofUnit, problem('NO_BOUND', place, 'has no bound.', 'Give atLeast, atMost, above or below.')];
  return nobody
    ? [...ofUnit, problem('IMPOSSIBLE', place, 'has bounds nobody can meet.', 'Check the numbers.')]
    : ofUnit;
}

/** Members without which the question is none. */
function checkSaysSomething(leaf: Criterion, place: string): readonly Problem[] {
  const empty =
    ('washout' in leaf && leaf.washout.days === undefined && leaf.washout.halfLives === undefined) ||
    ('biomarker' in leaf &&
      leaf.biomarker.states.length === 0 &&
      leaf.biomarker.atLeast === undefined &&
      leaf.biomarker.below === undefined) ||
    ('histology' in leaf && Object.keys(leaf.histology).length === 0) ||
    ('stage' in leaf && Object.keys(leaf.stage).length === 0) ||
    ('medication' in leaf && leaf.medication.drugs === undefined && leaf.medication.classes === undefined) ||
    ('fusion' in leaf && Object.keys(leaf.fusion).length === 0);
  return empty ? [problem('SAYS_NOTHING', place, 'asks nothing.', 'Say what is asked for.')] : [];
}
