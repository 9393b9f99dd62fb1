import { allOf, anyOf, negate, type Answer } from '@consilium/clinical';

/** Whether one finding is what a pattern means; `reasons` say what is not known about it. */
export interface Judgement {
  readonly answer: Answer;
  readonly reasons: readonly string[];
}

export const yes: Judgement = { answer: 'met', reasons: [] };
export const no: Judgement = { answer: 'not-met', reasons: [] };
export const unclear = (reason: string): Judgement => ({ answer: 'unknown', reasons: [reason] });
export const judge = (holds: boolean): Judgement => (holds ? yes : no);

export const allJudged = (parts: readonly Judgement[]): Judgement =>
  settle(allOf(parts.map(({ answer }) => answer)), parts);

export const anyJudged = (parts: readonly Judgement[]): Judgement =>
  settle(anyOf(parts.map(({ answer }) => answer)), parts);

export const notJudged = ({ answer, reasons }: Judgement): Judgement => ({ answer: negate(answer), reasons });

const settle = (answer: Answer, parts: readonly Judgement[]): Judgement => ({
  answer,
  reasons: answer === 'unknown' ? [...new Set(parts.flatMap(({ reasons }) => reasons))] : [],
});
