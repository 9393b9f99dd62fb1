import type { Criterion } from '../../language/criterion.js';
import { boundRemedy, justAbove, readBound, type Bound } from './bounds.js';
import { anyOf, negatedIf } from './fragment.js';
import { mismatchRepairNames, mismatchRepairStates, signatureCauses, yesOrNo } from './genomic-vocabulary.js';
import { lookUp, readSaid, refuseValue, type Member } from './read-members.js';
import type { Reading } from './reading.js';

/** Keys that speak of the tumour as a whole, not of a gene. */
export const isBiomarkerKey = (key: string): boolean =>
  ['mmr_status', 'ms_status', 'tmb_numerical'].includes(key) || Object.hasOwn(signatureCauses, key);

/** Without its negation, which the caller sees to: `negated` tells of it. */
export interface ReadKey {
  readonly criterion: Criterion;
  readonly negated: boolean;
}

export function readBiomarkerKey(member: Member, reading: Reading): ReadKey | undefined {
  const said = readSaid(member, reading);
  if (said === undefined) return undefined;
  const read =
    member.key === 'tmb_numerical'
      ? readMutationalBurden
      : Object.hasOwn(signatureCauses, member.key)
        ? readSignature
        : readMismatchRepair;
  const parts = said.texts.map((text) => read(member, text, reading));
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : { criterion: anyOf(known), negated: said.negated };
}

/** Either test, as one field stands for both. */
function readMismatchRepair(member: Member, text: string, reading: Reading): Criterion | undefined {
  const state = lookUp(text, mismatchRepairStates);
  if (state === undefined) {
    refuseValue(member, text, mismatchRepairNames, reading);
    return;
  }
  return anyOf([
    { biomarker: { kind: 'MSI', states: [state] } },
    { biomarker: { kind: 'MMR', states: [state] } },
  ]);
}

function readSignature(member: Member, text: string, reading: Reading): Criterion | undefined {
  const present = lookUp(text, yesOrNo);
  if (present === undefined) {
    refuseValue(member, text, ['Yes', 'No'], reading);
    return;
  }
  const names = signatureCauses[member.key] ?? [];
  reading.remark(
    `${member.key} was read as the COSMIC signatures ${names.join(', ')}, which share its cause.`,
  );
  return negatedIf(!present, anyOf(names.map((name) => ({ signature: { name } }))));
}

function readMutationalBurden(member: Member, text: string, reading: Reading): Criterion | undefined {
  const bound = readBound(text);
  if (bound !== undefined) return { biomarker: { kind: 'TMB', states: [], ...burden(bound) } };
  const message = `«${text}» does not say whether the mutational burden lies above or below.`;
  reading.refuse(
    'UNKNOWN_VALUE',
    member.place,
    message,
    boundRemedy(member.key, `>=${/[\d.]+/.exec(text)?.[0] ?? '10'}`),
  );
}

/** Mutations per megabase. Our bounds are `atLeast` (inclusive) and `below` (exclusive). */
function burden({ sign, number }: Bound): { readonly atLeast?: number; readonly below?: number } {
  switch (sign) {
    case '>=':
      return { atLeast: number };
    case '>':
      return { atLeast: justAbove(number) };
    case '<':
      return { below: number };
    case '<=':
      return { below: justAbove(number) };
    case '==':
      return { atLeast: number, below: justAbove(number) };
  }
}
