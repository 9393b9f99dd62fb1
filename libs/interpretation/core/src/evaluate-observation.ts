import type { GeneObservation, MolecularProfile, ObservationPattern } from '@consilium/clinical';
import { met, notMet, unknown, type Fact, type PatternAnswer } from './pattern-answer.js';

/**
 * Something seen of a gene beside its sequence. Such a test is ordered by name: what is not reported was not looked
 * for, so its absence is never an answer.
 */
export function evaluateObservation(pattern: ObservationPattern, profile: MolecularProfile): PatternAnswer {
  const { gene, feature, states, name } = pattern;
  const judged = (profile.observations ?? []).flatMap((observation, index) => {
    if (observation.gene !== gene || observation.feature !== feature) return [];
    if (name !== undefined && observation.name?.toLowerCase() !== name.toLowerCase()) return [];
    const fact: Fact = { text: describeObservation(observation), finding: { list: 'observations', index } };
    return [{ observation, fact }];
  });
  const matching = judged.filter(({ observation }) => states.includes(observation.state));
  if (matching.length > 0) return met(matching.map(({ fact }) => fact));
  const settled = judged.filter(
    ({ observation }) => !['failed', 'indeterminate'].includes(observation.state),
  );
  if (settled.length > 0) return notMet(settled.map(({ fact }) => fact));
  const wanted = `${gene} ${name === undefined ? '' : `${name} `}${feature.replaceAll('-', ' ')}`;
  const reason = judged.length > 0 ? `${wanted} was tested without a result.` : `${wanted} is not reported.`;
  return unknown(
    [{ kind: 'observation', gene, feature, reason }],
    judged.map(({ fact }) => fact),
  );
}

export function describeObservation({ gene, feature, state, name, method }: GeneObservation): string {
  const what = `${gene} ${name === undefined ? '' : `${name} `}${feature.replaceAll('-', ' ')}: ${state}`;
  return method === undefined ? what : `${what} (${method})`;
}
