import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadBuiltInRelease } from '@consilium/knowledge-nest';
import { loadGeneCatalogue } from '@consilium/platform-reference';
import {
  compileTrials,
  createAsker,
  createMatcher,
  createStandingMatches,
  criteriaOf,
  dayOf,
  type MatchCode,
  type PatientRecord,
  type Trial,
} from '@consilium/trials-core';
import { loadBuiltInTrials, loadEligibilityReferences, type LoadedReferences } from '@consilium/trials-nest';
import { newPopulation, patientAt, type Population } from './population/patient-at.js';
import { syntheticTrials } from './population/synthetic-trials.js';

const today = '2026-11-23';
const tomorrow = '2026-11-24';
const trialCount = 2_000;
const held = 100_000;
const seed = 20_261_123;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * What matching costs on one core, for a synthetic population and 2,000 trials, beside a plain evaluator that asks every
 * criterion of every cohort. `largest`: patients of the last run of the growth (default 1,000,000).
 */
export function benchTrials(largest = 1_000_000): Promise<void> {
  const release = loadBuiltInRelease();
  const references = loadEligibilityReferences(release);
  const named = { ...references, genes: loadGeneCatalogue(), conditions: references.conditions.names };
  const trials = syntheticTrials(seed, trialCount, loadBuiltInTrials(named).trials);
  const genes = release.genes.map(({ symbol }) => symbol);
  const bench: Bench = { references, trials, population: newPopulation(seed, today, genes) };
  console.log(
    `One core, ${process.version}, ${String(trialCount)} trials, population of seed ${String(seed)}.`,
  );
  const plain = comparePlain(bench);
  growth(bench, largest, plain);
  standing(bench);
  return Promise.resolve();
}

interface Bench {
  readonly references: LoadedReferences;
  readonly trials: readonly Trial[];
  readonly population: Population;
}

/** Milliseconds per patient of the plain evaluator; throws where the two do not agree. */
function comparePlain({ references, trials, population }: Bench): number {
  const sample = Array.from({ length: 40 }, (_, number) => patientAt(population, 7_000_000 + number));
  const matcher = createMatcher(compileTrials(trials), references);
  const cohorts = [...trials].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(criteriaOf);
  const ask = createAsker(references);
  const day = dayOf(today);
  const evaluate = (patient: PatientRecord): MatchCode[] =>
    cohorts.flatMap(({ criteria }, number) => {
      const answers = criteria.map((criterion) => ask(criterion, patient, day));
      return answers.includes('not-met') ? [] : [number * 16 + (answers.includes('unknown') ? 1 : 0)];
    });
  sample.slice(0, 5).forEach(evaluate);
  // Fresh copies: nothing may be remembered of the patient.
  const copies = sample.map((patient) => structuredClone(patient));
  const start = performance.now();
  const plainly = copies.map(evaluate);
  const each = (performance.now() - start) / sample.length;
  sample.forEach((patient, at) => {
    const { codes } = matcher.codes(patient, day);
    if (JSON.stringify(codes) !== JSON.stringify(plainly[at]))
      throw new Error(`The index and the plain evaluator disagree about ${patient.patient}.`);
  });
  const found = plainly.reduce((sum, codes) => sum + codes.length, 0) / sample.length;
  print('plain evaluator, one patient', `${each.toFixed(2)} ms`, '1');
  console.log(
    `  ${String(cohorts.length)} cohorts, ${String(matcher.compiled.leaves.length)} distinct questions; a patient may enter ${found.toFixed(0)} cohorts. Both agree on ${String(sample.length)} patients.`,
  );
  return each;
}

/** Patients are made, matched and dropped; only matching is timed. */
function growth({ references, trials, population }: Bench, largest: number, plain: number): void {
  const day = dayOf(today);
  for (const size of [10_000, 100_000, 1_000_000].filter((one) => one <= largest)) {
    const matcher = createMatcher(compileTrials(trials), references);
    for (let number = 0; number < 2_000; number += 1)
      matcher.codes(patientAt(population, 8_000_000 + number), day);
    collect();
    const times = new Float64Array(size);
    let matches = 0;
    for (let number = 0; number < size; number += 1) {
      const patient = patientAt(population, number);
      const start = performance.now();
      matches += matcher.codes(patient, day).codes.length;
      times[number] = performance.now() - start;
    }
    const total = times.reduce((sum, one) => sum + one, 0);
    times.sort();
    const quantile = (share: number): string =>
      `${(times[Math.min(size - 1, Math.floor(size * share))] ?? 0).toFixed(3)} ms`;
    const name = `${size.toLocaleString('en')} new patients, one after the other`;
    print(name, `${(total / 1000).toFixed(1)} s`, (total / size / plain).toFixed(4));
    console.log(
      `  one patient p50 ${quantile(0.5)}, p99 ${quantile(0.99)}; ${(matches / size).toFixed(0)} cohorts each; ${memory()}`,
    );
  }
}

/** All patients held, with their matches, as a service that keeps them would. */
function standing({ references, trials, population }: Bench): void {
  collect();
  const before = process.memoryUsage().heapUsed;
  const patients = Array.from({ length: held }, (_, number) => patientAt(population, number));
  collect();
  const records = process.memoryUsage().heapUsed - before;
  const start = performance.now();
  const matches = createStandingMatches(trials, patients, today, references);
  const full = performance.now() - start;
  const floor = timed(() => {
    patients.forEach((patient) => void JSON.stringify(patient));
  });
  print(`all ${held.toLocaleString('en')} held and matched`, `${(full / 1000).toFixed(1)} s`, '');
  console.log(
    `  ${(full / floor).toFixed(2)} times writing the same patients as JSON (${(floor / 1000).toFixed(1)} s)`,
  );
  collect();
  console.log(
    `  ${memory()}, of which the patients ${megabytes(records)}, per patient ${String(Math.round(process.memoryUsage().heapUsed / held / 102.4) / 10)} kB in all`,
  );
  // Each asks something that no trial asked before.
  const changed = Array.from({ length: 40 }, (_, at) => trials[(at * 49 + 20) % trials.length]).flatMap(
    (trial, at) => (trial === undefined ? [] : [withAgeLimit(trial, 18 + at / 12)]),
  );
  const times = changed.map((trial) => timed(() => matches.setTrial(trial))).sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0)} ms`;
  print('one changed trial, all patients', at(0.5), ((times[20] ?? 0) / full).toFixed(5));
  console.log(
    `  of ${String(times.length)} trials: fastest ${at(0)}, nine in ten below ${at(0.9)}, slowest ${at(1)}`,
  );
  const asked = matches.asked();
  const next = timed(() => matches.setDate(tomorrow));
  print('the next day', `${(next / 1000).toFixed(1)} s`, (next / full).toFixed(4));
  console.log(`  ${(matches.asked() - asked).toLocaleString('en')} patients asked again`);
}

const withAgeLimit = (trial: Trial, atLeast: number): Trial => ({
  ...trial,
  eligibility: {
    all: [...(trial.eligibility === undefined ? [] : [trial.eligibility]), { age: { atLeast } }],
  },
});

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1024 / 1024))} MB`;
const memory = (): string => {
  const { rss, heapUsed } = process.memoryUsage();
  const most = process.resourceUsage().maxRSS * 1024;
  return `memory ${megabytes(rss)} (heap ${megabytes(heapUsed)}; at most ${megabytes(most)} so far)`;
};

const print = (what: string, figure: string, share: string): void => {
  console.log(`${what.padEnd(46)} ${figure.padStart(10)} ${share.padStart(9)}`);
};
