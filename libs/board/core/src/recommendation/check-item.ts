import type { Problem } from '@consilium/kernel';
import { noReason, refusal } from '../case/refusal.js';
import type { RecommendationItem } from './recommendation.js';

const withDrugs = ['therapy', 'combination'];
const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Whether an item says what its kind needs: drugs, a trial, a rationale, references. */
export function checkItem(
  item: RecommendationItem,
  others: readonly RecommendationItem[],
): Problem | undefined {
  const bad = (place: string, message: string, remedy: string): Problem =>
    refusal('BAD_ITEM', `/item/${place}`, message, remedy);
  if (!idPattern.test(item.id)) return bad('id', 'is no id.', 'Use small letters, digits and hyphens.');
  if (!Number.isInteger(item.priority) || item.priority < 1)
    return bad('priority', 'is no place in an order.', 'Count from 1.');
  const rival = others.find(({ id, priority }) => id !== item.id && priority === item.priority);
  if (rival !== undefined) return bad('priority', `is that of ${rival.id}.`, 'Give each item its own.');
  if (withDrugs.includes(item.kind) && item.drugs.length === 0)
    return bad('drugs', 'is empty.', 'Name the drugs by their generic names.');
  if (item.kind === 'therapy' && item.drugs.length > 1)
    return bad('kind', 'is a single drug.', 'Use combination for several.');
  if (item.kind === 'combination' && item.drugs.length < 2)
    return bad('drugs', 'has only one.', 'Use therapy for a single drug.');
  if (item.kind === 'trial' && item.trial === undefined)
    return bad('trial', 'is missing.', 'Name the trial by its number.');
  if (withDrugs.includes(item.kind) && item.evidence.length === 0)
    return bad('evidence', 'is empty.', 'Give at least one level, in its own scale, with its source.');
  if (item.kind !== 'best-supportive-care' && item.references.length === 0)
    return bad('references', 'is empty.', 'Give at least one: PMID, label, guideline or NCT number.');
  return noReason(item.rationale, '/item/rationale');
}
