import type { Recommendation, RecommendationItem } from '../recommendation/recommendation.js';
import type { BoardView, ViewedStatement } from './board-view.js';

/** Something that would be different if the board looked today. */
export interface Difference {
  readonly about: 'report' | 'meaning' | 'safety' | 'trial';
  /** The item it concerns; absent where none of the recommended. */
  readonly item?: string;
  readonly text: string;
  /** What has changed since that may be why. */
  readonly because: readonly string[];
}

/** What a recommendation rests on that is not what the board saw: `seen` when it was signed, against `now`. */
export function whatWouldDiffer(
  { items }: Recommendation,
  seen: BoardView,
  now: BoardView,
): readonly Difference[] {
  const reports = changedReports(seen, now);
  const facts =
    seen.factsVersion === now.factsVersion ? [] : ['The clinical facts of the patient have changed.'];
  const why: Because = {
    meaning: [...reports, ...changedReleases(seen, now)],
    safety: [...reports, ...facts],
    trial: [...reports, ...facts],
  };
  return [
    ...reports.map((text): Difference => ({ about: 'report', text, because: [] })),
    ...items.flatMap((item) => [
      ...meaningOf(item, seen, now, why),
      ...safetyOf(item, seen, now, why),
      ...trialOf(item, seen, now, why),
    ]),
    ...newOptions(items, seen, now, why),
  ];
}

type Because = Readonly<Record<'meaning' | 'safety' | 'trial', readonly string[]>>;

function changedReports(seen: BoardView, now: BoardView): readonly string[] {
  return now.reports.flatMap(({ profileId, reportId, version, status }) => {
    const before = seen.reports.find((one) => one.profileId === profileId);
    if (before === undefined) return [`Report ${reportId} has come since (${status}).`];
    if (before.version === version) return [];
    return [
      `Report ${reportId} is ${status} in version ${String(version)}; the board saw version ${String(before.version)}.`,
    ];
  });
}

const changedReleases = (seen: BoardView, now: BoardView): readonly string[] => {
  const [before, after] = [seen.releases.join(', '), now.releases.join(', ')];
  return before === after || after === ''
    ? []
    : [`The knowledge in use is ${after}; the board saw ${before === '' ? 'none' : before}.`];
};

const keyOf = (drugs: readonly string[]): string => [...drugs].sort().join(' + ');
const about = (statements: readonly ViewedStatement[], drugs: readonly string[]) =>
  statements.filter((one) => one.drugs.length > 0 && keyOf(one.drugs) === keyOf(drugs));

const groupWords = {
  options: 'spoken for',
  avoid: 'spoken against',
  possible: 'possible',
  withheld: 'withheld',
} as const;
const inWords = (statements: readonly ViewedStatement[]): string =>
  statements.length === 0
    ? 'nothing is said of it'
    : [...new Set(statements.map(({ group, level }) => `${groupWords[group]} at level ${level}`))]
        .sort()
        .join(' and ');

function meaningOf(item: RecommendationItem, seen: BoardView, now: BoardView, why: Because): Difference[] {
  if (item.drugs.length === 0) return [];
  // A combination is spoken of as a whole; each of its drugs may be spoken of besides.
  const subjects = [...new Map([item.drugs, ...item.drugs.map((drug) => [drug])].map((d) => [keyOf(d), d]))];
  return subjects.flatMap(([name, drugs]): Difference[] => {
    const [before, after] = [inWords(about(seen.statements, drugs)), inWords(about(now.statements, drugs))];
    if (before === after) return [];
    return [
      {
        about: 'meaning',
        item: item.id,
        text: `${name}: ${after}; the board saw: ${before}.`,
        because: why.meaning,
      },
    ];
  });
}

function safetyOf({ id }: RecommendationItem, seen: BoardView, now: BoardView, why: Because): Difference[] {
  const [before, after] = [seen.gates[id], now.gates[id]];
  if (after === undefined || before?.outcome === after.outcome) return [];
  const reasons = after.reasons.length === 0 ? '' : ` ${after.reasons.join(' ')}`;
  return [
    {
      about: 'safety',
      item: id,
      text: `The safety gate says ${after.outcome} of ${after.drugs.join(' + ')}; it said ${before?.outcome ?? 'nothing'}.${reasons}`,
      because: why.safety,
    },
  ];
}

function trialOf(
  { id, trial }: RecommendationItem,
  seen: BoardView,
  now: BoardView,
  why: Because,
): Difference[] {
  if (trial === undefined || now.matches === undefined) return [];
  const [before, after] = [verdictOn(trial.id, seen), verdictOn(trial.id, now)];
  if (before === after) return [];
  return [
    {
      about: 'trial',
      item: id,
      text: `Trial ${trial.id}: ${after}; the board saw: ${before}.`,
      because: why.trial.length > 0 ? why.trial : ['The trial itself has changed or closed.'],
    },
  ];
}

/** The best of the trial's cohorts. */
function verdictOn(trial: string, { matches = [] }: BoardView): string {
  const verdicts = matches.filter((one) => one.trial === trial).map(({ verdict }) => verdict);
  if (verdicts.includes('eligible')) return 'eligible';
  return verdicts.includes('possible') ? 'possibly eligible' : 'no match stands';
}

/** The levels at which an option that nobody saw is worth the board's look. */
const strong: readonly string[] = ['A', 'B'];

function newOptions(
  items: readonly RecommendationItem[],
  seen: BoardView,
  now: BoardView,
  why: Because,
): Difference[] {
  const known = new Set([
    ...seen.statements.filter(({ group }) => group === 'options').map(({ drugs }) => keyOf(drugs)),
    ...items.flatMap(({ drugs }) => [keyOf(drugs), ...drugs]),
  ]);
  const fresh = new Map<string, Difference>();
  for (const { group, drugs, level } of now.statements) {
    const name = keyOf(drugs);
    if (group !== 'options' || name === '' || known.has(name) || !strong.includes(level)) continue;
    if (!fresh.has(name))
      fresh.set(name, {
        about: 'meaning',
        text: `${name}: spoken for at level ${level}; the board did not see it.`,
        because: why.meaning,
      });
  }
  return [...fresh.values()];
}
