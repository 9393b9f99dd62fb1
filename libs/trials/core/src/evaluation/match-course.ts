import type { Answer, TherapyCourse } from '@consilium/clinical';
import type { TherapyFilter } from '../language/clinical-criterion.js';
import { describeCourse, keyOf } from './describe-course.js';
import type { DrugReference } from './eligibility-references.js';
import type { Question } from './question.js';
import { askDrugs } from './therapy-questions.js';

/**
 * Whether a course is such a therapy. A drug that the reference does not know may be any; a class given without its
 * drug's name stands for one more drug that may be any; a course of drugs that names none may hold any. What the filter
 * asks and the course does not state is unknown. A line number says that the setting is `advanced`.
 */
export function matchCourse(course: TherapyCourse, filter: TherapyFilter, drugs: DrugReference): Answer {
  const { types, settings, sites } = filter;
  if (types !== undefined && !types.includes(course.type)) return 'not-met';
  let answer: Answer = 'met';
  if (settings !== undefined) {
    const setting = settingOf(course);
    if (setting === undefined) answer = 'unknown';
    else if (!settings.includes(setting)) return 'not-met';
  }
  if (sites !== undefined) {
    if (course.site === undefined) answer = 'unknown';
    else if (!sites.includes(course.site)) return 'not-met';
  }
  const given = matchDrugs(course, filter, drugs);
  return given === 'met' ? answer : given;
}

export const settingOf = ({ setting, line }: TherapyCourse): TherapyCourse['setting'] =>
  setting ?? (line === undefined ? undefined : 'advanced');

/** Whether it held such a drug; met where the filter names neither drugs nor classes. */
export function matchDrugs(course: TherapyCourse, meant: Meant, drugs: DrugReference): Answer {
  if (meant.drugs === undefined && meant.classes === undefined) return 'met';
  const agents = agentsOf(meant, drugs);
  let answer: Answer = 'not-met';
  for (const drug of course.drugs) {
    const one = agents.ofDrug(drug);
    if (one === 'met') return 'met';
    if (one === 'unknown') answer = 'unknown';
  }
  if (course.drugs.length > 0 && course.classes === undefined) return answer;
  for (const name of agents.unnamedIn(course)) {
    if (agents.ofUnnamed(name) === 'met') return 'met';
    answer = 'unknown';
  }
  return answer;
}

/** Treatments by drugs; other courses that name no drug had none. */
const ofDrugs: ReadonlySet<TherapyCourse['type']> = new Set([
  'systemic',
  'cell-therapy',
  'radionuclide',
  'vaccine',
]);

/** What of drugs a filter means, with what was found of each drug kept. */
export interface Agents {
  ofDrug(drug: string): Answer;
  /** Drugs of a course without a name: their classes, or `any` where not even a class is given. */
  unnamedIn(course: TherapyCourse): readonly string[];
  /** Whether an unnamed drug of a class is meant; never certain that it is not. */
  ofUnnamed(name: string): 'met' | 'unknown';
}

const any = ['any'] as const;

/** Drugs and classes of which any one suffices. */
export interface Meant {
  readonly drugs?: readonly string[];
  readonly classes?: readonly string[];
}

const kept = new WeakMap<DrugReference, WeakMap<Meant, Agents>>();

/** Courses are asked one after another for the same filter: the last one found is at hand without a look-up. */
let last: { readonly meant: Meant; readonly reference: DrugReference; readonly agents: Agents } | undefined;

/** The same object for the same filter and reference. A filter that names neither drugs nor classes means every drug. */
export function agentsOf(meant: Meant, reference: DrugReference): Agents {
  if (last?.meant === meant && last.reference === reference) return last.agents;
  let ofReference = kept.get(reference);
  if (ofReference === undefined) kept.set(reference, (ofReference = new WeakMap()));
  let agents = ofReference.get(meant);
  if (agents === undefined) ofReference.set(meant, (agents = newAgents(meant, reference)));
  last = { meant, reference, agents };
  return agents;
}

const mostKept = 10_000;

function newAgents({ drugs, classes }: Meant, reference: DrugReference): Agents {
  const answers = new Map<string, Answer>();
  const everyDrug = drugs === undefined && classes === undefined;
  // The reference counts a drug among its own classes, so that another of its names is found as well.
  const suffices = (name: string): boolean =>
    drugs?.includes(name) === true || classes?.includes(name) === true;
  const judge = (drug: string): Answer => {
    if (everyDrug || drugs?.includes(drug) === true) return 'met';
    const held = reference.classesOf(drug);
    return held === undefined ? 'unknown' : held.some(suffices) ? 'met' : 'not-met';
  };
  return {
    ofDrug: (drug) => {
      let answer = answers.get(drug);
      if (answer === undefined) {
        if (answers.size >= mostKept) answers.clear();
        answers.set(drug, (answer = judge(drug)));
      }
      return answer;
    },
    unnamedIn: ({ type, drugs: given, classes: stated = [] }) =>
      given.length === 0 && stated.length === 0
        ? ofDrugs.has(type)
          ? any
          : []
        : stated.filter((name) => !given.some((drug) => reference.classesOf(drug)?.includes(name) === true)),
    ofUnnamed: (name) =>
      everyDrug ||
      classes?.includes(name) === true ||
      (classes !== undefined && reference.classesOf(name)?.some((one) => classes.includes(one)) === true)
        ? 'met'
        : 'unknown',
  };
}

/** What would settle whether the course is such a therapy; empty where it is settled. */
export function matchQuestions(
  course: TherapyCourse,
  filter: TherapyFilter,
  drugs: DrugReference,
): readonly Question[] {
  if (matchCourse(course, filter, drugs) !== 'unknown') return [];
  const questions: Question[] = [];
  const what = describeCourse(course);
  if (filter.settings !== undefined && settingOf(course) === undefined)
    questions.push({
      key: `ask:therapy-setting:${keyOf(course)}`,
      effort: 'ask',
      text: `Setting of ${what}`,
    });
  if (filter.sites !== undefined && course.site === undefined)
    questions.push({ key: `ask:therapy-site:${keyOf(course)}`, effort: 'ask', text: `Site of ${what}` });
  return [...questions, ...drugQuestions(course, filter, drugs)];
}

/** What would settle whether it held such a drug; empty where it is settled. */
export function drugQuestions(
  course: TherapyCourse,
  meant: Meant,
  drugs: DrugReference,
): readonly Question[] {
  if (matchDrugs(course, meant, drugs) !== 'unknown') return [];
  const agents = agentsOf(meant, drugs);
  const unknown = course.drugs.filter((drug) => agents.ofDrug(drug) === 'unknown').map(classQuestion);
  if (unknown.length > 0) return unknown;
  return [askDrugs(course)];
}

/** A name that stands for an unnamed drug is asked of who treated; any other is looked up. */
export const classQuestion = (drug: string): Question => ({
  key: `drug-class:${drug}`,
  effort: unnamed.test(drug) ? 'ask' : 'curate',
  text: unnamed.test(drug) ? `Which drug «${drug}» was` : `Drug classes of ${drug}`,
});

const unnamed = /\b(blind(ed)?|investigational|study|trial|unknown|unnamed|placebo or)\b/;
