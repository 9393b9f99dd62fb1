import { nothingDecided, type Recommendation } from '../recommendation/recommendation.js';
import type { CaseRecord } from './case-record.js';
import type { JournalEntry } from './journal.js';
import { stepTable } from './step-table.js';

/** The case after a step that was taken. It asks nothing: what stands in the journal has happened. */
export function applyEntry(record: CaseRecord, entry: JournalEntry): CaseRecord {
  const { to } = stepTable[entry.step.kind];
  const state = to === 'where-it-was' ? (record.resumeTo ?? record.state) : (to ?? record.state);
  const since = state === record.state ? (record.since ?? entry.at) : entry.at;
  return { ...contentAfter(record, entry), state, since, version: entry.version };
}

function contentAfter(record: CaseRecord, { step, by, at, version }: JournalEntry): CaseRecord {
  const { recommendation } = record;
  const decide = (change: Partial<Recommendation>): CaseRecord => ({
    ...record,
    recommendation: { ...recommendation, ...change },
  });
  switch (step.kind) {
    case 'describe':
      return { ...record, referral: step.referral };
    case 'mark-urgent':
      return { ...record, urgent: step.urgent };
    case 'triage':
      return { ...record, plan: step.plan };
    case 'add-task':
      return { ...record, tasks: [...record.tasks, step.task] };
    case 'finish-task': {
      const done = { by, at, ...(step.note === undefined ? {} : { note: step.note }) };
      return {
        ...record,
        tasks: record.tasks.map((task) => (task.id === step.task ? { ...task, done } : task)),
      };
    }
    case 'waive-quality':
      return { ...record, qualityWaived: { by, reason: step.reason } };
    case 'propose-findings':
      return { ...without(record, 'reviewedBy'), proposal: { by, findings: step.findings } };
    case 'accept':
      return { ...record, reviewedBy: by };
    case 'schedule':
      return { ...without(record, 'standing'), meeting: step.meeting };
    case 'open':
      return { ...record, standing: step.standing };
    case 'recall':
      return without(record, 'reviewedBy', 'meeting', 'standing');
    case 'postpone':
      return without(record, 'meeting', 'standing');
    case 'hold':
      return { ...record, resumeTo: record.state };
    case 'resume':
      return without(record, 'resumeTo');
    case 'draft-item': {
      const others = recommendation.items.filter(({ id }) => id !== step.item.id);
      const { none: _none, ...rest } = recommendation;
      const items = [...others, step.item].sort((a, b) => a.priority - b.priority);
      return { ...record, recommendation: { ...rest, items, ...forgetGate(recommendation, step.item.id) } };
    }
    case 'drop-item':
      return decide({
        items: recommendation.items.filter(({ id }) => id !== step.item),
        dissents: recommendation.dissents.filter(({ item }) => item !== step.item),
        ...forgetGate(recommendation, step.item),
      });
    case 'recommend-none':
      return { ...record, recommendation: { ...nothingDecided, none: step.because } };
    case 'note-gate':
      return decide({
        overrides: omit(recommendation.overrides, step.item),
        gates: { ...recommendation.gates, [step.item]: step.result },
      });
    case 'override-gate':
      return decide({
        overrides: { ...recommendation.overrides, [step.item]: { by, reason: step.reason, at } },
      });
    case 'dissent':
      return decide({ dissents: [...recommendation.dissents, { item: step.item, by, text: step.text }] });
    case 'sign': {
      const signature = { version: record.signed.length + 1, contentHash: step.contentHash, by, at };
      return {
        ...without(record, 'sent'),
        acknowledged: false,
        signed: [...record.signed, { ...signature, recommendation }],
      };
    }
    case 'communicate':
      return { ...record, sent: { to: step.to, receipt: step.receipt } };
    case 'acknowledge':
      return { ...record, acknowledged: true };
    case 'decide':
      return { ...record, decision: step.decision };
    case 'follow-up':
      return { ...record, followUp: [...record.followUp, { ...step.entry, version }] };
    case 'strike-entry':
      return { ...record, followUp: record.followUp.filter((one) => one.version !== step.entry) };
    case 'close':
      return { ...record, closedBecause: step.because };
    case 'reopen':
      return { ...forAnotherPresentation(record), presentation: record.presentation + 1 };
    case 'merge':
      return { ...record, mergedInto: step.into };
    case 'note-late-data':
      return { ...record, lateData: [...record.lateData, { what: step.what, source: step.source, at }] };
    case 'settle-late-data':
      return { ...record, lateData: record.lateData.filter(({ source }) => source !== step.source) };
    case 'refer':
    case 'return':
    case 'decline':
    case 'withdraw':
    case 'await-data':
    case 'prepare':
    case 'submit':
    case 'reject':
    case 'recommend':
    case 'amend':
      return record;
  }
}

/** A changed item is to be asked again: what the gate said of other drugs does not count for it. */
const forgetGate = ({ gates, overrides }: Recommendation, item: string) => ({
  gates: omit(gates, item),
  overrides: omit(overrides, item),
});

/** What was signed and what happened after stays; the work for the table begins anew. */
const forAnotherPresentation = (record: CaseRecord): CaseRecord => ({
  ...without(
    record,
    'plan',
    'qualityWaived',
    'proposal',
    'reviewedBy',
    'meeting',
    'standing',
    'sent',
    'decision',
    'closedBecause',
  ),
  acknowledged: false,
  recommendation: nothingDecided,
});

function without(record: CaseRecord, ...names: readonly (keyof CaseRecord)[]): CaseRecord {
  const rest = { ...record };
  for (const name of names) Reflect.deleteProperty(rest, name);
  return rest;
}

const omit = <T>(table: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => key !== name));
