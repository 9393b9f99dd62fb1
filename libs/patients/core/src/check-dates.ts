import type { ClinicalFacts, PartialDate } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';
import { daysOf, liesBefore } from './partial-date.js';
import { problem } from './patients.errors.js';

const day = 24 * 60 * 60 * 1000;

interface DatedPlace {
  readonly place: string;
  readonly date: PartialDate;
}

/** What ends cannot end before it began. */
const spans = [
  ['therapies', 'startedOn', 'endedOn'],
  ['therapies', 'startedOn', 'progressedOn'],
  ['metastases', 'foundOn', 'treatedOn'],
  ['metastases', 'foundOn', 'stableSince'],
  ['conditions', 'since', 'endedOn'],
  ['conditions', 'since', 'systemicTreatmentEndedOn'],
  ['medication', 'startedOn', 'endedOn'],
  ['otherCancers', 'diagnosedOn', 'diseaseFreeSince'],
] as const;

/**
 * Dates are days of the calendar, not before birth and at most a day ahead of `now` (clocks and time zones differ); what
 * ends does not end before it began. A partial date contradicts another only where none of its days would agree.
 */
export function checkDates(facts: ClinicalFacts, now: Date): readonly Problem[] {
  const found = datesOf(facts, '');
  const unreal = found.filter(({ date }) => daysOf(date) === undefined);
  if (unreal.length > 0) return unreal.map(noSuchDate);
  // A birth yet to come would make every other date wrong: it is told once.
  const birth = facts.birthDate === undefined || isAhead(facts.birthDate, now) ? undefined : facts.birthDate;
  return [
    ...checkRecordedAt(facts, now),
    ...found.filter(({ date }) => isAhead(date, now)).map(inFuture),
    ...found.flatMap((one) => checkBirth(one, birth)),
    ...spans.flatMap(([list, from, to]) => checkSpans(facts, list, from, to)),
  ];
}

/** Members with these names are days, wherever they stand. */
const dateMember = /^(birthDate|on|completeOn|since|stableSince|diseaseFreeSince|.+On)$/;

function datesOf(value: unknown, place: string): readonly DatedPlace[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const own = `${place}/${name}`;
    if (typeof member === 'string') return dateMember.test(name) ? [{ place: own, date: member }] : [];
    return datesOf(member, own);
  });
}

const isAhead = (date: PartialDate, now: Date): boolean =>
  (daysOf(date)?.first ?? '') > new Date(now.getTime() + day).toISOString().slice(0, 10);

function checkRecordedAt({ recordedAt }: ClinicalFacts, now: Date): readonly Problem[] {
  const instant = Date.parse(recordedAt);
  if (Number.isNaN(instant)) return [noSuchDate({ place: '/recordedAt', date: recordedAt })];
  return instant > now.getTime() + day ? [inFuture({ place: '/recordedAt', date: recordedAt })] : [];
}

function checkBirth({ place, date }: DatedPlace, birth: PartialDate | undefined): readonly Problem[] {
  if (birth === undefined || !liesBefore(date, birth)) return [];
  return [before(place, date, `the birth date, ${birth}`)];
}

function checkSpans(
  facts: ClinicalFacts,
  list: (typeof spans)[number][0],
  from: string,
  to: string,
): readonly Problem[] {
  const entries: readonly object[] = facts[list]?.entries ?? [];
  return entries.flatMap((entry, index) => {
    const [began, ended] = [textOf(entry, from), textOf(entry, to)];
    if (began === undefined || ended === undefined || !liesBefore(ended, began)) return [];
    return [before(`/${list}/entries/${String(index)}/${to}`, ended, `${from}, ${began}`)];
  });
}

function textOf(entry: object, name: string): string | undefined {
  const value: unknown = Object.entries(entry).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}

const noSuchDate = ({ place, date }: DatedPlace): Problem =>
  problem(
    'PATIENTS.NO_SUCH_DATE',
    place,
    `${date} is no day of the calendar.`,
    'Send 2026-03-14, or 2026-03 or 2026 where no more is known.',
  );

const inFuture = ({ place, date }: DatedPlace): Problem =>
  problem(
    'PATIENTS.DATE_IN_FUTURE',
    place,
    `${date} is yet to come.`,
    'State what has happened; leave out what is planned.',
  );

const before = (place: string, date: string, what: string): Problem =>
  problem('PATIENTS.CONTRADICTION', place, `${date} lies before ${what}.`, 'Correct one of the two.');
