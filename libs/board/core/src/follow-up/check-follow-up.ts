import type { Problem } from '@consilium/kernel';
import type { CaseRecord } from '../case/case-record.js';
import type { CloseReason } from '../case/case-step.js';
import { badDay, noReason, refusal } from '../case/refusal.js';
import type { FollowUpEntry, TreatmentDecision } from './follow-up.js';

const impossible = (place: string, message: string, remedy: string): Problem =>
  refusal('IMPOSSIBLE_VALUE', place, message, remedy);

const dayOf = (instant: string | undefined): string => (instant ?? '').slice(0, 10);

const hasItem = ({ signed }: CaseRecord, item: string): boolean =>
  signed.some(({ recommendation }) => recommendation.items.some(({ id }) => id === item));

const noSuchItem = (place: string): Problem =>
  refusal('NO_SUCH_ITEM', place, 'is no item that was signed.', 'Look at the signed recommendation.');

/** The decision comes after the signature, and says which item is followed, or why none is. */
export function checkDecision(
  { on, answer, item, because }: TreatmentDecision,
  record: CaseRecord,
  today: string,
): Problem | undefined {
  const day = badDay(on, '/decision/on', today, dayOf(record.signed.at(-1)?.at));
  if (day !== undefined) return day;
  if (answer === 'accepted') {
    if (record.signed.at(-1)?.recommendation.items.length === 0) return undefined;
    return item !== undefined && hasItem(record, item) ? undefined : noSuchItem('/decision/item');
  }
  return because === undefined
    ? refusal('NO_REASON', '/decision/because', 'is missing.', 'Say why the recommendation is not followed.')
    : undefined;
}

const startsOf = (entries: readonly FollowUpEntry[], item: string) =>
  entries.filter((one) => one.kind === 'therapy-start' && one.item === item);

/** Values that cannot be are refused: a negative progression-free survival, a stop before the start, an ECOG of 7. */
export function checkFollowUp(entry: FollowUpEntry, record: CaseRecord, today: string): Problem | undefined {
  const { followUp } = record;
  const day = badDay(entry.on, '/entry/on', today, dayOf(record.signed[0]?.at));
  if (day !== undefined) return day;
  const death = followUp.find(({ kind }) => kind === 'death');
  if (death !== undefined && entry.on > death.on)
    return impossible('/entry/on', `lies after the death on ${death.on}.`, 'Correct one of the two days.');
  switch (entry.kind) {
    case 'claim':
      return hasItem(record, entry.item) ? noReason(entry.payer, '/entry/payer') : noSuchItem('/entry/item');
    case 'claim-answer': {
      const claim = followUp.find((one) => one.kind === 'claim' && one.item === entry.item);
      if (claim === undefined || claim.on > entry.on)
        return impossible('/entry/item', 'has no claim before this answer.', 'Record the claim first.');
      return entry.answer === 'refused' ? noReason(entry.reason ?? '') : undefined;
    }
    case 'therapy-start':
      return hasItem(record, entry.item) ? undefined : noSuchItem('/entry/item');
    case 'therapy-stop': {
      const start = startsOf(followUp, entry.item).at(-1);
      if (start === undefined || start.on > entry.on)
        return impossible('/entry/on', 'has no start before it.', 'Record the start, or correct the day.');
      return noReason(entry.reason);
    }
    case 'visit': {
      if (!Number.isInteger(entry.ecog) || entry.ecog < 0 || entry.ecog > 4)
        return impossible('/entry/ecog', 'is no ECOG of a living patient.', 'It is 0 to 4.');
      if (entry.response !== undefined && entry.criteria === undefined)
        return impossible('/entry/criteria', 'is missing.', 'Say by which criteria the response was read.');
      const bad = (entry.toxicities ?? []).findIndex(
        ({ grade }) => !Number.isInteger(grade) || grade < 1 || grade > 5,
      );
      return bad < 0
        ? undefined
        : impossible(`/entry/toxicities/${String(bad)}/grade`, 'is no CTCAE grade.', 'It is 1 to 5.');
    }
    case 'progression': {
      const first = followUp.find(({ kind }) => kind === 'therapy-start');
      return first !== undefined && entry.on < first.on
        ? impossible(
            '/entry/on',
            `lies before the start of therapy on ${first.on}: a negative progression-free survival.`,
            'Correct one of the two days.',
          )
        : undefined;
    }
    case 'death': {
      const later = followUp.find(({ on }) => on > entry.on);
      return later === undefined
        ? undefined
        : impossible(
            '/entry/on',
            `lies before what was recorded on ${later.on}.`,
            'Correct one of the two days.',
          );
    }
    case 'reported':
      return Number.isFinite(entry.score)
        ? noReason(entry.instrument, '/entry/instrument')
        : impossible('/entry/score', 'is no number.', 'Give the score of the instrument.');
    case 'missed':
      return undefined;
  }
}

const missesUntilLost = 3;

/** A case is closed for what its follow-up shows. */
export function checkClosing(because: CloseReason, { followUp }: CaseRecord): Problem | undefined {
  const shown: Readonly<Record<CloseReason, boolean>> = {
    death: followUp.some(({ kind }) => kind === 'death'),
    'end-of-therapy': followUp.some(({ kind }) => kind === 'therapy-stop'),
    'lost-to-follow-up': followUp.filter(({ kind }) => kind === 'missed').length >= missesUntilLost,
    complete: followUp.some(({ kind }) => kind === 'visit'),
  };
  return shown[because]
    ? undefined
    : refusal(
        'NOT_CLOSED_YET',
        '/because',
        `is not what the follow-up shows.`,
        'Record what happened first.',
      );
}
