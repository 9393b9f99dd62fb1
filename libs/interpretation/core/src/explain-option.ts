import type { TumourTypeTree } from '@consilium/clinical';
import type { TumourTypeScope } from '@consilium/knowledge-core';
import type { Draft } from './build-option.js';
import { nameCitation } from './name-citation.js';
import { supportOf } from './rank-options.js';

export interface Place {
  /** 1-based. */
  readonly rank: number;
  readonly of: number;
}

/** What was found, what the evidence says, why this level and this place, and the sources: in that order. */
export function explainOption(
  draft: Draft,
  place: Place,
  release: string,
  diagnosis: string,
  tumourTypes: TumourTypeTree,
): readonly string[] {
  const sources = [...new Set(draft.evidence.flatMap(({ citations }) => citations.map(nameCitation)))];
  const settings = draft.evidence.flatMap(({ id, setting }) =>
    setting === undefined ? [] : [`${id}: ${setting}`],
  );
  const unverified = draft.evidence.filter((item) => item.unverified).map(({ id }) => id);
  const { withheldBecause } = draft;
  return [
    ...(withheldBecause === undefined ? [] : [`Not offered: ${withheldBecause.sentence}`]),
    ...(draft.facts.length === 0
      ? []
      : [
          `${draft.answer === 'met' ? 'Found' : 'Found so far'}: ${draft.facts.map(({ text }) => text).join('; ')}`,
        ]),
    ...draft.evidence.map(({ id, statement }) => `Evidence ${id}: ${statement}`),
    ...settings.map((setting) => `Setting of ${setting}`),
    ...[draft.standing.failedBefore, draft.standing.contraindicated, draft.standing.outOfLine].filter(
      (sentence) => sentence !== undefined,
    ),
    ...draft.cautions,
    ...(draft.wouldSettle.length === 0
      ? []
      : [`To be settled: ${draft.wouldSettle.map(({ reason }) => reason).join(' ')}`]),
    explainLevel(draft, diagnosis, tumourTypes),
    explainPlace(draft, place),
    `Sources: ${sources.join('; ')}; release ${release}.`,
    ...(unverified.length === 0 ? [] : [`Not verified at its source: ${unverified.join(', ')}.`]),
  ];
}

function explainLevel(draft: Draft, diagnosis: string, tumourTypes: TumourTypeTree): string {
  const { level, levelAsPublished, tumourTypeFit, evidenceTumourTypes } = draft;
  const patient = nameTypes([diagnosis], tumourTypes);
  // Of many types, those by which the evidence fits; for another type all are named.
  const fitting =
    typeof evidenceTumourTypes === 'string'
      ? evidenceTumourTypes
      : evidenceTumourTypes.filter((code) => tumourTypes.fit([code], diagnosis) === tumourTypeFit);
  const scope = nameTypes(fitting, tumourTypes);
  switch (tumourTypeFit) {
    case 'this-type':
      return `Level ${level}, as published: the evidence is for the patient's tumour type, ${patient}.`;
    case 'parent-type':
      return `Level ${level}, as published: the evidence is for ${scope}, which includes ${patient}.`;
    case 'any-tumour':
      return `Level ${level}, as published: the evidence is for ${scope}.`;
    case 'subtype':
      return `Level ${level} only if the tumour is ${scope}; the diagnosis ${patient} does not say so.`;
    case 'another-type':
      return `Level ${level} here, ${levelAsPublished} as published: the evidence is for ${scope}, so in ${patient} it is off-label (AMP/ASCO/CAP 2017, PMID 27993330).`;
  }
}

function explainPlace(draft: Draft, { rank, of }: Place): string {
  const { standing } = draft;
  const support = supportOf(draft);
  const decisive = [
    ...(standing.failedBefore === undefined ? [] : ['failed before']),
    ...(standing.contraindicated === undefined ? [] : ['contraindicated']),
    standing.standard ? 'standard of care in this tumour' : 'not the standard of care in this tumour',
    `level ${draft.level}`,
    `fit to the tumour type (${draft.tumourTypeFit})`,
    `${String(draft.cautions.length)} caution${draft.cautions.length === 1 ? '' : 's'}`,
    ...(standing.outOfLine === undefined ? [] : ['other line of therapy']),
    `${String(support)} supporting item${support === 1 ? '' : 's'}`,
    'name',
  ];
  return `Place ${String(rank)} of ${String(of)}, by: ${decisive.join('; ')}.`;
}

export function nameTypes(scope: TumourTypeScope, tumourTypes: TumourTypeTree): string {
  if (scope === 'ANY') return 'every tumour';
  if (scope === 'SOLID') return 'every solid tumour';
  return scope
    .map((code) => {
      const name = tumourTypes.find(code)?.name;
      return name === undefined ? code : `${name} (${code})`;
    })
    .join(', ');
}
