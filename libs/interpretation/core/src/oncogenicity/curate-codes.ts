import type { CodeAnswer } from './code-answer.js';
import type { OncogenicityCode } from './oncogenicity-codes.js';

/** A code that a curator set or took away, where the data do not decide or decide wrongly. */
export interface CuratedCode {
  readonly code: OncogenicityCode;
  readonly applies: boolean;
  readonly reason: string;
  readonly by: string;
}

export interface DecidedCode extends CodeAnswer {
  readonly origin: 'computed' | 'curated';
}

/**
 * The curators' answers in place of the computed ones. Without reason or name an answer does not count; curators who
 * contradict each other leave the code open, whichever came last.
 */
export function curateCodes(
  computed: ReadonlyMap<OncogenicityCode, CodeAnswer>,
  curated: readonly CuratedCode[],
): { readonly decided: ReadonlyMap<OncogenicityCode, DecidedCode>; readonly cautions: readonly string[] } {
  const decided = new Map<OncogenicityCode, DecidedCode>(
    [...computed].map(([code, answer]) => [code, { ...answer, origin: 'computed' }]),
  );
  const signed = curated.filter(({ reason, by }) => reason.trim() !== '' && by.trim() !== '');
  const unsigned = curated.filter((one) => !signed.includes(one)).map(({ code }) => code);
  const torn: OncogenicityCode[] = [];
  for (const code of new Set(signed.map((one) => one.code))) {
    const answers = signed.filter((one) => one.code === code);
    const reason = answers
      .map((one) => `${one.reason} (${one.by})`)
      .sort()
      .join(' ');
    const applies = answers.every((one) => one.applies);
    if (!applies && answers.some((one) => one.applies)) {
      torn.push(code);
      decided.set(code, { reason: `Curators contradict each other: ${reason}`, origin: 'curated' });
    } else {
      decided.set(code, { holds: applies, reason, origin: 'curated' });
    }
  }
  return {
    decided,
    cautions: [
      ...unsigned.sort().map((code) => `${code} was set without reason or name and does not count.`),
      ...torn.sort().map((code) => `Curators contradict each other on ${code}.`),
    ],
  };
}
