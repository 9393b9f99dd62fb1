import type { Criterion } from '../../language/criterion.js';
import { plainSentence } from './plain-sentence.js';
import { allRules } from './rules/all-rules.js';
import type { Rule, StatedList } from './rules/rule.js';

export interface Structured {
  readonly criterion: Criterion;
  /** The form of sentence that was recognised. */
  readonly rule: string;
}

/** No form of sentence is longer; a paragraph is never read by a rule. */
const longest = 420;

const people = "(?:patients?|subjects?|participants?|individuals?|the patient|the subject)(?:'s)?";
const subject = new RegExp(
  String.raw`^(?:(?:all|any|eligible|the|a|study|enrolled)[ ])*${people}(?: (?:must|should|shall|will|who|with|having|have|has|had to have|be|are|is|to be|meet|known to have))*(?=[ ,:])[ ,:]+`,
  'u',
);
const auxiliary = /^(?:must|should|shall|to|have|has|having|be|is|are|with|a|an|the|who) (?=\S)/u;
const excluded =
  /,? (?:are|is|were|was|will be|shall be|should be) (?:excluded|ineligible|not eligible|not allowed|not permitted)(?: (?:from|for) (?:this|the) (?:study|trial))?$/u;
const negation =
  /^(?:no|without(?: any)?|absence of|(?:has|have|with) no|no evidence of|no known|free of|must not have|not have|do(?:es)? not have)(?: any| known| evidence of)? (?=\S)/u;

/**
 * What one sentence requires of the patient, where a rule is certain of the whole of it; else undefined. Under exclusion
 * the requirement is that it does not hold.
 */
export function structureSentence(text: string, list: StatedList): Structured | undefined {
  if (text.length > longest) return undefined;
  const plain = plainSentence(text);
  if (plain === '' || plain.endsWith(':')) return undefined;
  return list === 'inclusion' ? readInclusion(plain, text) : readExclusion(plain, text);
}

function readInclusion(plain: string, source: string): Structured | undefined {
  for (const sentence of openings(plain)) {
    const read = apply(sentence, 'inclusion', source);
    if (read !== undefined) return read;
    const denied = sentence.replace(negation, '');
    if (denied === sentence) continue;
    const absent = readAmong(openings(denied), 'exclusion', source, deniable);
    if (absent !== undefined) return negate(absent);
  }
  return undefined;
}

function readExclusion(plain: string, source: string): Structured | undefined {
  const read = readAmong(openings(plain.replace(excluded, '')), 'exclusion', source, () => true);
  return read === undefined ? undefined : negate(read);
}

/** «No ANC below 1.5» is nobody's way to put it; what is denied is a disease, a therapy, an alteration. */
const deniable = (rule: Rule): boolean =>
  !rule.lists.includes('inclusion') || rule.name === 'molecular alteration';

/** The sentence as it stands, and without its subject and auxiliary verbs. */
function openings(plain: string): readonly string[] {
  const found = [plain];
  let rest = plain.replace(subject, '');
  for (let step = 0; step < 4; step += 1) {
    if (rest !== found.at(-1)) found.push(rest);
    rest = rest.replace(auxiliary, '');
  }
  return found;
}

function readAmong(
  sentences: readonly string[],
  list: StatedList,
  source: string,
  allowed: (rule: Rule) => boolean,
): Structured | undefined {
  for (const sentence of sentences) {
    const read = apply(sentence, list, source, allowed);
    if (read !== undefined) return read;
  }
  return undefined;
}

function apply(
  sentence: string,
  list: StatedList,
  source: string,
  allowed: (rule: Rule) => boolean = () => true,
): Structured | undefined {
  for (const rule of allRules) {
    if (!rule.lists.includes(list) || !allowed(rule)) continue;
    const criterion = rule.read(sentence, list, source);
    if (criterion !== undefined) return { criterion, rule: rule.name };
  }
  return undefined;
}

const negate = ({ criterion, rule }: Structured): Structured => ({
  criterion: 'not' in criterion ? criterion.not : { not: criterion },
  rule,
});
