import { describeProblem, fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { parseDocument } from 'yaml';
import { checkProposal, type Proposal } from '../importing/clinical-trials-gov/propose-structure.js';
import { checkCriterion } from '../language/check-criterion.js';
import type { Criterion } from '../language/criterion.js';
import type { TrialReferences } from '../language/trial-references.js';
import { leavesOf } from '../matching/parts-of.js';
import type { UnstructuredPlace } from './check-draft.js';
import { replaceAt, stepsOf, valueAt } from './json-place.js';

/** What an assistant offered for one criterion, as it passed its check or did not. Nothing of it is in the document. */
export interface KeptProposal extends UnstructuredPlace {
  /** Unique within the draft. */
  readonly id: string;
  /** The words of the text it rests on. */
  readonly quote: string;
  /** Where it passed its check. */
  readonly criterion?: Criterion;
  /** Why it did not. */
  readonly refused?: string;
  /** The model that was asked, by whom, and when (ISO instant). */
  readonly model: string;
  readonly askedBy: string;
  readonly askedAt: string;
  /** Who put it into the document. */
  readonly accepted?: { readonly by: string; readonly at: string };
}

/** The text at a place of a document, where an assistant may be asked about it. */
export function unstructuredAt(document: unknown, place: string): Result<UnstructuredPlace, Problem> {
  const node = valueAt(document, place);
  const body = valueAt(node, '/unstructured');
  const [text, list] = [valueAt(body, '/text'), valueAt(body, '/list')];
  if (typeof text !== 'string' || (list !== 'inclusion' && list !== 'exclusion' && list !== 'not-stated')) {
    return fail({
      code: 'TRIALS.NOT_UNSTRUCTURED',
      place,
      message: 'is no criterion that is still text.',
      remedy: "Name a place of the draft's `unstructured` list.",
    });
  }
  // A proposal says what the patient must fulfil; below a `not` it would say the opposite.
  return stepsOf(place).includes('not')
    ? fail({
        code: 'TRIALS.BELOW_NOT',
        place,
        message: 'lies within a «not».',
        remedy:
          'Take the text out of the «not» (its list says that it is an exclusion), or structure it by hand.',
      })
    : succeed({ place, text, list });
}

export type AboutProposals = Pick<KeptProposal, 'model' | 'askedBy' | 'askedAt'>;

/** Checks what an assistant answered; what does not pass is kept with the reason. */
export function judgeProposals(
  item: UnstructuredPlace,
  proposals: readonly Proposal[],
  references: TrialReferences,
  about: AboutProposals & { readonly idOf: (at: number) => string },
): readonly KeptProposal[] {
  const { idOf, ...asked } = about;
  return proposals.map((proposal, at) => {
    const checked = checkProposal(item, proposal, (value) => readCriterion(value, references));
    const kept = { ...item, ...asked, id: idOf(at), quote: proposal.quote };
    return checked.accepted
      ? { ...kept, criterion: checked.criterion }
      : { ...kept, refused: checked.reason };
  });
}

function readCriterion(
  value: unknown,
  references: TrialReferences,
): { readonly ok: true; readonly value: Criterion } | { readonly ok: false; readonly error: string } {
  const problems = checkCriterion(value, '/criterion', references);
  if (problems.length > 0) return { ok: false, error: problems.map(describeProblem).join('; ') };
  // `checkCriterion` has looked at every node.
  const criterion = value as Criterion;
  return leavesOf(criterion).some((leaf) => 'unstructured' in leaf)
    ? { ok: false, error: 'It leaves text as it is.' }
    : { ok: true, value: criterion };
}

/**
 * The draft's text with a proposal at its place. Where the proposal rests on a part of the text only, the text stays
 * beside it as a criterion that nobody has structured, so that what it says besides is not lost.
 */
export function applyProposal(
  draft: { readonly text: string; readonly document: unknown },
  { criterion, place, text, list, quote }: KeptProposal,
): Result<string, Problem> {
  const now = unstructuredAt(draft.document, place);
  if (!now.ok) return now;
  if (now.value.text !== text || now.value.list !== list) {
    return fail({
      code: 'TRIALS.PROPOSAL_OUTDATED',
      place,
      message: 'The text at this place is another than the one the proposal rests on.',
      remedy: 'Ask for a proposal again.',
    });
  }
  if (criterion === undefined) {
    return fail({
      code: 'TRIALS.PROPOSAL_REFUSED',
      place,
      message: 'The proposal did not pass its check.',
      remedy: 'Structure the criterion by hand, or ask again.',
    });
  }
  const { id: _id, text: _text, ...tree } = criterion;
  const own = valueAt(valueAt(draft.document, place), '/id');
  const id = typeof own === 'string' ? { id: own } : {};
  const placed =
    plain(quote) === plain(text)
      ? { ...id, text, ...tree }
      : { ...id, text, all: [{ text: quote, ...tree }, { unstructured: { text, list } }] };
  return succeed(writeAt(draft, place, placed));
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/^[\s*•-]+|[\s.;,]+$/g, '');

/** YAML keeps its comments and order; what is JSON stays JSON. */
function writeAt(
  { text, document }: { readonly text: string; readonly document: unknown },
  place: string,
  value: unknown,
): string {
  const replaced = replaceAt(document, stepsOf(place), value);
  if (/^\s*[{[]/.test(text)) return `${JSON.stringify(replaced, null, 2)}\n`;
  const yaml = parseDocument(text);
  const steps = stepsOf(place);
  // Behind an alias the place cannot be set without changing what else uses it.
  if (yaml.hasIn(steps)) yaml.setIn(steps, yaml.createNode(value));
  else yaml.contents = parseDocument(JSON.stringify(replaced)).contents;
  return yaml.toString({ lineWidth: 118 });
}
