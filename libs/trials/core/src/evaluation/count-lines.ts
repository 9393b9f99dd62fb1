import type { TherapyCourse, TreatmentSetting } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import type { LinesCriterion } from '../language/clinical-criterion.js';
import type { Dated, DatedList } from './dated-entries.js';
import type { DrugReference } from './eligibility-references.js';
import { matchDrugs, settingOf } from './match-course.js';
import { begunBy } from './prior-course.js';

/** The least and the most lines that the record allows; infinite where the list was never taken whole. */
export interface LineCount {
  readonly least: number;
  readonly most: number;
}

/**
 * Lines of therapy by a day.
 *
 * - By their numbers where these are given. A number says that the lower ones existed, though not of what drugs.
 * - Without a number each systemic course for advanced disease is a line, unless it may have run beside another: then
 *   both may be one. What came after progression on a course is another line than that course.
 * - A course without setting and number may be a line; so may cell therapy and radionuclides without a number.
 * - Neoadjuvant and adjuvant therapy count only where `settings` names them, and then at least as one.
 * - Consolidation, maintenance and transplant belong to the line they follow: a line is the whole planned programme
 *   (IMWG, Blood 2015;126:921). Where nothing else is recorded they say that there may have been a line.
 *
 * The first three rules, and how overlap is read, are ours; whether adjuvant therapy counts after early relapse differs
 * between protocols and is for the criterion to say.
 */
export function countLines(
  list: DatedList<TherapyCourse>,
  criterion: LinesCriterion,
  drugs: DrugReference,
  on: Day,
  complete: boolean,
): LineCount {
  const filtered = criterion.drugs !== undefined || criterion.classes !== undefined;
  const numbers: Numbers = { recorded: new Set(), sure: new Set(), possible: new Set() };
  const sureCourses: Dated<TherapyCourse>[] = [];
  const tally = { possible: 0, perioperative: 0, following: 0, implied: 0 };
  for (const course of list.entries) {
    const part = partOf(course.entry, criterion);
    if (part === 'none') continue;
    const begun = begunBy(course, on);
    if (begun === 'not-met') continue;
    const meant = matchDrugs(course.entry, criterion, drugs);
    const sure = begun === 'met' && meant === 'met';
    const { line } = course.entry;
    if (part === 'numbered' && line !== undefined) {
      numbers.recorded.add(line);
      if (meant !== 'not-met') numbers.possible.add(line);
      if (sure) numbers.sure.add(line);
    } else if (meant !== 'not-met') {
      if (part === 'implied') tally.implied += 1;
      else tally.possible += 1;
      if (sure && part === 'line') sureCourses.push(course);
      if (sure && part === 'perioperative') tally.perioperative = 1;
      if (sure && part === 'following') tally.following = 1;
    }
  }
  const least =
    Math.max(filtered ? numbers.sure.size : highest(numbers.sure), oneAfterAnother(sureCourses)) +
    tally.perioperative;
  const most =
    (filtered ? numbers.possible.size + missing(numbers.recorded) : highest(numbers.possible)) +
    tally.possible;
  const implied = filtered ? tally.implied : most === 0 ? Math.min(tally.implied, 1) : 0;
  return {
    least: Math.max(least, tally.following),
    most: complete ? most + implied : Infinity,
  };
}

interface Numbers {
  readonly recorded: Set<number>;
  readonly sure: Set<number>;
  readonly possible: Set<number>;
}

/**
 * What a course is to the count: `line`, one of its own; `perhaps` one; `implied`, part of a line that may not be
 * recorded otherwise.
 */
export function partOf(
  course: TherapyCourse,
  { settings = onlyAdvanced }: LinesCriterion,
): 'numbered' | 'line' | 'perhaps' | 'perioperative' | 'following' | 'implied' | 'none' {
  const advanced = settings.includes('advanced');
  if (course.line !== undefined) return advanced ? 'numbered' : 'none';
  if (!lineTypes.has(course.type)) return 'none';
  const setting = settingOf(course);
  if (setting === undefined) return 'perhaps';
  const perioperative = setting === 'adjuvant' || setting === 'neoadjuvant';
  const following = setting === 'maintenance' || setting === 'consolidation';
  if (!settings.includes(setting)) return following && advanced ? 'implied' : 'none';
  if (course.type !== 'systemic') return 'perhaps';
  return perioperative ? 'perioperative' : following ? 'following' : 'line';
}

const onlyAdvanced: readonly TreatmentSetting[] = ['advanced'];
const lineTypes: ReadonlySet<TherapyCourse['type']> = new Set(['systemic', 'cell-therapy', 'radionuclide']);

function highest(numbers: ReadonlySet<number>): number {
  let top = 0;
  for (const number of numbers) if (number > top) top = number;
  return top;
}

/** Lower numbers of which no course is recorded: lines of unknown drugs. */
const missing = (recorded: ReadonlySet<number>): number => highest(recorded) - recorded.size;

/** How many courses at least were given one after another. */
function oneAfterAnother(courses: readonly Dated<TherapyCourse>[]): number {
  if (courses.length < 2) return courses.length;
  let count = 0;
  let over = -Infinity;
  for (const course of [...courses].sort((a, b) => overBy(a) - overBy(b))) {
    if (course.startFirst <= over) continue;
    count += 1;
    over = overBy(course);
  }
  return Math.max(count, 1);
}

/** What begins later than this is no part of the course's line. */
const overBy = ({ endLast, progressed }: Dated<TherapyCourse>): Day =>
  Math.min(endLast, progressed?.last ?? Infinity);
