import { plainSentence } from './plain-sentence.js';
import type { StatedList } from './rules/rule.js';

/** How the entries under a header hang together. Undefined: not certain. */
export type Grouping = 'each-required' | 'each-excluded' | 'one-required';

const people = '(?:(?:the )?(?:patients?|subjects?|participants?) )?';
const verbs = '(?:(?:must|should|have|has|with|having|demonstrate[sd]?|meet|meets|show|be|to|the) )*';
const organs =
  '(?:bone|marrow|end-?organ|major|vital|main|key|important|organs?|ha?ematolog(?:y|ic|ical)|ha?ematopoietic|hepatic|liver|renal|kidney|cardiac|heart|coagulation|laboratory|blood|biochemical|physiologic|and|or|,|/|-|reserve|functions?|parameters?|values?|status|of)';
const defined =
  '(?:,? ?(?:\\()?(?:(?:as |which (?:is|are) |is |are )?(?:defined|evidenced|determined|demonstrated|indicated|shown|assessed|confirmed)(?: (?:by|as|below))*|meeting|meets?|(?:has|have|needs?|must) (?:to )?meet|must meet|per|with|by)?(?: (?:meeting|all|each|of|the|following|laboratory|criteria|requirements?|values?|value|standards?|parameters?|below|follows|results|tests))*)';
const organHeader = new RegExp(
  `^${people}${verbs}(?:(?:adequate|acceptable|normal|sufficient|appropriate|good) )?(?:${organs} ?)+(?:for all (?:patients|subjects))?${defined}:?$`,
  'u',
);
const entering =
  '(?:(?:patients?|subjects?|participants?|are|is|will|be|can|may|to|eligible|for|included|inclusion|enrolled|enter|entered|in|into|the|this|study|trial|only|if|they|he|she|must|meet|meets|fulfil+|who|criteria|have|has|order) )*';
const allHeader = new RegExp(
  `^${entering}(?:all|each)(?: of)?(?: the)? following(?: inclusion)?(?: (?:criteria|conditions|requirements))?(?: (?:are|must be) (?:met|fulfilled))?:?$`,
  'u',
);
const exclusionHeader =
  /^(?:(?:patients?|subjects?|participants?|any|will|be|are|is|excluded|ineligible|not|eligible|from|the|this|study|trial|if|they|he|she|who|meet|meets|have|has|had|with|presence|history|a|of|shows?|should|clinical|for) )*(?:any|one|one or more|either)(?: (?:one|or more))?(?: of)?(?: the)? following(?: (?:cardiac|disease|exclusion|medical|criteria|conditions?|diseases?|disorders?|infections?|treatments?|therapies|standards?))*(?: (?:are|is) (?:met|present)| should be excluded from this clinical study)?:?$/u;
const presence =
  /^(?:presence of |cardiac abnormalities, including|any of the )?(?:any of )?the following(?: (?:cardiac|disease|medical))? (?:conditions?|diseases?|criteria):?$/u;
const oneHeader = new RegExp(
  `^${people}${verbs}(?:(?:meet|meets|fulfil+) )?(?:>= ?(?:one|1)|one|any|either)(?: of)?(?: the)? following(?: (?:criteria|conditions|mutations|alterations|requirements))?:?$`,
  'u',
);

/** Reads the line above a list of entries; a window of days or a condition in it leaves the group as it is. */
export function readGroupHeader(text: string, list: StatedList): Grouping | undefined {
  const plain = plainSentence(text);
  if (plain.length > 200) return undefined;
  if (list === 'exclusion')
    return exclusionHeader.test(plain) || presence.test(plain) ? 'each-excluded' : undefined;
  if (oneHeader.test(plain)) return 'one-required';
  return (organHeader.test(plain) &&
    /(?:function|reserve|marrow|parameters|following|values)/u.test(plain)) ||
    allHeader.test(plain)
    ? 'each-required'
    : undefined;
}
