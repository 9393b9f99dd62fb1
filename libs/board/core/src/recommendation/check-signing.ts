import type { Problem } from '@consilium/kernel';
import { refusal } from '../case/refusal.js';
import type { GateResult, Recommendation, RecommendationItem } from './recommendation.js';

/** What the gate must be asked about. */
export const gatedDrugs = ({ drugs }: RecommendationItem): readonly string[] => [...new Set(drugs)].sort();

const isFor = (result: GateResult, item: RecommendationItem): boolean =>
  JSON.stringify(result.drugs) === JSON.stringify(gatedDrugs(item));

const stops = ({ outcome }: GateResult): boolean => outcome === 'avoid' || outcome === 'test-first';

/** A result of the gate belongs to an item whose drugs it was asked about. */
export function checkGate(
  { items }: Recommendation,
  { item: id, result }: { readonly item: string; readonly result: GateResult },
): Problem | undefined {
  const item = items.find((one) => one.id === id);
  return item === undefined || isFor(result, item)
    ? undefined
    : refusal('GATE_OF_OTHER_DRUGS', '/result/drugs', 'are not those of the item.', 'Ask the gate anew.');
}

/** Only what stops a recommendation can be overridden. */
export function checkOverride(
  { gates }: Recommendation,
  { item }: { readonly item: string },
): Problem | undefined {
  const gate = gates[item];
  return gate !== undefined && stops(gate)
    ? undefined
    : refusal(
        'GATE_DOES_NOT_STOP',
        '/item',
        'is not stopped by the safety gate.',
        'Nothing has to be overridden.',
      );
}

/** Nothing is signed whose drugs the gate was not asked about, or which it stops and nobody has overridden. */
export function checkSigning({ items, gates, overrides }: Recommendation): Problem | undefined {
  for (const item of items) {
    if (item.drugs.length === 0) continue;
    const gate = gates[item.id];
    const place = `/items/${item.id}`;
    if (gate === undefined || !isFor(gate, item))
      return refusal('GATE_MISSING', place, 'was not checked by the safety gate.', 'Ask the gate.');
    if (stops(gate) && overrides[item.id] === undefined)
      return refusal(
        'GATE_STOPS',
        place,
        `is stopped by the safety gate (${gate.outcome}): ${gate.reasons.join('; ')}.`,
        'Change the item, make the test, or override with a reason.',
      );
  }
  return undefined;
}
