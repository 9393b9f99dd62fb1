import type { UnstructuredCriterion } from '../../language/criterion.js';

export type CriteriaList = UnstructuredCriterion['unstructured']['list'];

export interface Heading {
  /** Characters of the line that are the heading; what follows is the first item. */
  readonly length: number;
  /** Absent: the list goes on (a sub-heading). */
  readonly list?: CriteriaList;
  /** Whether what follows is said to hold for a part of the trial only, or may be. */
  readonly partial: boolean;
}

/** Words that narrow nothing: criteria under them hold for the whole trial. */
const plain =
  'key|main|major|primary|general|core|common|additional|other|specific|disease|patients?|subjects?|participants?|study|trial|eligibility|medical|history|comorbidities|laboratory|clinical|criteri(?:a|on|um)|for|the|of|and|all|list|summary|brief|selected';
const word = `(?:${plain})`;
const bare = new RegExp(
  String.raw`^(?:${word}[\s\-]+)*(?:(inclusion)s?|(exclusion)s?)(?:[\s\-]+${word})*\s*[:：.]?$`,
  'i',
);
const bareThenText = new RegExp(
  String.raw`^((?:${word}[\s\-]+)*(?:(inclusion)|(exclusion))\s+criteri(?:a|on)\s*[:：])\s+\S`,
  'i',
);
const narrowed = /^(?=.{1,160}$)[^.;]*\b(inclusion|exclusion)\s+criteri(?:a|on|um)\b[^.;]*[:：]$/i;
const narrowedWithout =
  /^(?:(?:inclusion|exclusion)\s+criteri(?:a|on))\s*(?:\([^()]*\)|[-–—,]\s*[\w ]{1,60}|for [\w ]{1,60})$/i;

/** Parts of older records, and subjects under which items are sorted. */
const subjects =
  /^(?:(?:disease|patient|subject) characteristics|prior(?:\/| )?concurrent therapy|biologic(?:al)? therapy|chemotherapy|endocrine therapy|radiotherapy|surgery|age|sex|performance status|life expectancy|menopausal status|hormone receptor status|hematopoietic|hepatic|renal|cardiovascular|pulmonary|immunologic|laborator(?:y|ies)|other|general|disease|medical history|demographics?)\s*[:：]$/i;
const part =
  /^(?:for )?(?:the )?(?:cohorts?|arms?|parts?|phases?|groups?|stages?|strat(?:um|a)|dose[- ](?:escalation|expansion)|sub-?stud(?:y|ies)|steps?|modules?|segments?)\b[^.;]{0,60}[:：]$/i;

/** Whether a line (its marker taken off) is a heading. A sentence that speaks of criteria is none. */
export function readHeading(line: string): Heading | undefined {
  const text = line.replace(/[\s*_#]+$/u, '');
  if (text.length === 0 || text.length > 160) return withText(line);
  const both = /inclusion/i.test(text) && /exclusion/i.test(text);
  const [match, inclusion] = bare.exec(text) ?? [];
  if (match !== undefined)
    return {
      length: line.length,
      list: both ? 'not-stated' : inclusion === undefined ? 'exclusion' : 'inclusion',
      partial: false,
    };
  const named = (narrowed.exec(text) ?? narrowedWithout.exec(text))?.[0];
  if (named !== undefined && !/\bnot\b/i.test(text))
    return {
      length: line.length,
      list: both ? 'not-stated' : /exclusion/i.test(named) ? 'exclusion' : 'inclusion',
      partial: true,
    };
  if (subjects.test(text)) return { length: line.length, partial: false };
  if (part.test(text)) return { length: line.length, partial: true };
  return withText(line);
}

function withText(line: string): Heading | undefined {
  const [, heading, inclusion] = bareThenText.exec(line) ?? [];
  return heading === undefined
    ? undefined
    : { length: heading.length, list: inclusion === undefined ? 'exclusion' : 'inclusion', partial: false };
}
