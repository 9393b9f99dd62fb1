import { dateOf, dayOf, type Day } from '../calendar.js';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import { settledCodes } from '../evaluation/evaluate-tumour-type.js';
import { createBeginnings } from './beginnings.js';
import type { KeptAnswers } from './kept-answers.js';
import { latestDayOf } from './latest-day-of.js';
import type { CompiledTrials, Node } from './compile-trials.js';

export type Verdict = 'eligible' | 'possible' | 'not-eligible';

/** Where one patient stands with one cohort. */
export interface CohortMatch {
  readonly trial: string;
  readonly arm: string;
  readonly cohort?: string;
  readonly verdict: Verdict;
  /** How many of the criteria that must all hold do not; 0 unless not eligible. */
  readonly distance: number;
}

/** The cohorts a patient may take part in, by trial id, then as the trial lists them; what is ruled out is left out. */
export interface PatientMatches {
  readonly matches: readonly CohortMatch[];
  /** Last day for which the list is sure to be the same while no fact changes; absent: for ever. */
  readonly holdsUntil?: string;
}

/** Cohort numbers with what stands against them, in the smallest form; see `Matcher.codes`. */
export type MatchCode = number;
export const codeOf = (cohort: number, misses: number, open: boolean): MatchCode =>
  cohort * 16 + Math.min(misses, 7) * 2 + (open ? 1 : 0);

export interface Matcher {
  readonly compiled: CompiledTrials;
  /** `misses`: also cohorts ruled out by no more than so many criteria (at most 7). */
  match(patient: PatientRecord, on: string, misses?: number): PatientMatches;
  /** The same for who matches very many: sorted codes, and the last day they hold. */
  codes(
    patient: PatientRecord,
    on: Day,
    known?: Known,
  ): { readonly codes: readonly MatchCode[]; readonly holdsUntil: Day };
}

/** What is known of a patient beforehand. */
export interface Known {
  readonly misses?: number;
  /** The last day that anything of the record speaks of. */
  readonly latest?: Day;
  /** Answers of this patient on this day, given before; what is asked is added. The days they hold are not known from them. */
  readonly answers?: KeptAnswers;
}

/** Kleene's values as numbers, 0 for not yet asked. */
const met = 1;
const notMet = 2;
const unknown = 3;
type Code = 0 | 1 | 2 | 3;

/** So many are walked as fast as their diagnosis is looked up. */
const fewBeginnings = 4;

interface Asked {
  readonly patient: PatientRecord;
  readonly on: Day;
  readonly allowed: number;
}

/**
 * Matches one patient at a time against all compiled trials. A criterion is asked at most once per patient, and only
 * where what comes before it does not rule the cohort out. Not to be used by two callers at once.
 */
export function createMatcher(compiled: CompiledTrials, references: EligibilityReferences): Matcher {
  const { steps, nodes } = compiled;
  const answers = new Uint8Array(nodes.length);
  /** What holds of the steps above, by depth. */
  const deepest = steps.depths.reduce((most, depth) => Math.max(most, depth), 0);
  const openAbove = new Uint8Array(deepest + 2);
  const missesAbove = new Int32Array(deepest + 2);
  const beginnings = createBeginnings(compiled, notMet);
  let holdsUntil = Infinity;
  let kept: KeptAnswers | undefined;

  const answerOf = (node: Node, patient: PatientRecord, on: Day): Code => {
    const before = answers[node.id];
    if (before === met || before === notMet || before === unknown) return before;
    const answer = evaluate(node, patient, on);
    answers[node.id] = answer;
    return answer;
  };

  const evaluate = (node: Node, patient: PatientRecord, on: Day): Code => {
    switch (node.op) {
      case 'leaf': {
        const before = kept?.of(node.leaf);
        if (before === met || before === notMet || before === unknown) return before;
        const judged = compiled.leaves[node.leaf]?.ask(patient, on, references);
        if (judged === undefined) return unknown;
        if (judged.holdsUntil !== undefined && judged.holdsUntil < holdsUntil) holdsUntil = judged.holdsUntil;
        const answer = judged.answer === 'met' ? met : judged.answer === 'not-met' ? notMet : unknown;
        kept?.set(node.leaf, answer);
        return answer;
      }
      case 'not': {
        const inner = answerOf(node.part, patient, on);
        return inner === met ? notMet : inner === notMet ? met : unknown;
      }
      case 'atLeast': {
        let yes = 0;
        let open = 0;
        let left = node.parts.length;
        for (const part of node.parts) {
          const answer = answerOf(part, patient, on);
          left -= 1;
          if (answer === met) yes += 1;
          else if (answer === unknown) open += 1;
          if (yes >= node.count) return met;
          if (yes + open + left < node.count) return notMet;
        }
        // Reached with nothing asked for (`all` of an empty list) or with open parts only.
        return yes >= node.count ? met : unknown;
      }
    }
  };

  /** An outermost step and all below it. */
  const walk = (first: number, { patient, on, allowed }: Asked, into: MatchCode[]): void => {
    const end = steps.after[first] ?? 0;
    for (let step = first; step < end;) {
      const id = steps.nodes[step] ?? 0;
      const node = nodes[id];
      const answer = answers[id] || (node === undefined ? unknown : answerOf(node, patient, on));
      const depth = steps.depths[step] ?? 0;
      const misses = (missesAbove[depth] ?? 0) + (answer === notMet ? 1 : 0);
      if (misses > allowed) {
        step = steps.after[step] ?? end;
        continue;
      }
      const open = answer === unknown ? 1 : (openAbove[depth] ?? 0);
      openAbove[depth + 1] = open;
      missesAbove[depth + 1] = misses;
      const ending = steps.cohorts[step];
      if (ending !== undefined) for (const cohort of ending) into.push(codeOf(cohort, misses, open === 1));
      step += 1;
    }
  };

  /** Where the outermost steps that are not ruled out begin, with the answers that are known beforehand. */
  const begin = ({ patient, on, allowed }: Asked): readonly number[] => {
    answers.fill(0);
    if (beginnings.all.length <= fewBeginnings) return beginnings.all;
    const settled = settledCodes(patient, on);
    if (settled === undefined) return beginnings.all;
    const known = beginnings.of(settled, (node) => answerOf(node, patient, on));
    answers.set(known.answers);
    return allowed > 0 ? beginnings.all : known.open;
  };

  const codes: Matcher['codes'] = (
    patient,
    on,
    { misses: allowed = 0, latest = latestDayOf(patient), answers: before } = {},
  ) => {
    holdsUntil = Infinity;
    kept = before;
    let into: MatchCode[] = [];
    const { deceasedOn } = patient.facts ?? {};
    if (deceasedOn === undefined || dayOf(deceasedOn) > on) {
      const asked: Asked = { patient, on, allowed };
      for (const first of begin(asked)) walk(first, asked, into);
      if (into.length > 1) into = [...Int32Array.from(into).sort()];
    }
    // What is dated later does not count yet, and will.
    if (latest > on) holdsUntil = Math.min(holdsUntil, on);
    return { codes: into, holdsUntil };
  };

  return {
    compiled,
    codes,
    match(patient, on, misses = 0) {
      const found = codes(patient, dayOf(on), { misses });
      return {
        matches: found.codes.map((code) => decodeMatch(compiled, code)),
        ...(found.holdsUntil === Infinity ? {} : { holdsUntil: dateOf(found.holdsUntil) }),
      };
    },
  };
}

export function decodeMatch(compiled: CompiledTrials, code: MatchCode): CohortMatch {
  const cohort = compiled.cohorts[Math.floor(code / 16)];
  if (cohort === undefined) throw new RangeError(`No cohort has the number of code ${String(code)}.`);
  const distance = Math.floor((code % 16) / 2);
  const verdict = distance > 0 ? 'not-eligible' : code % 2 === 1 ? 'possible' : 'eligible';
  return { ...cohort, verdict, distance };
}
