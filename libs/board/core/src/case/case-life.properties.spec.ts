import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gatedDrugs } from '../recommendation/check-signing.js';
import { advanceCase } from './advance-case.js';
import { commands, stepOf } from './any-step.fixture.js';
import { newCase, type CaseRecord } from './case-record.js';
import { caseStates, type CaseState } from './case-state.js';
import type { CaseFacts } from './case-facts.js';
import type { CaseStepKind } from './case-step.js';
import { rebuildCase, type JournalEntry } from './journal.js';
import { caseRoles } from './role.js';
import { stepTable } from './step-table.js';

const kinds = Object.keys(stepTable) as readonly CaseStepKind[];
/** What leads away from the table is taken seldom, else few cases would get there. */
const seldom: readonly CaseStepKind[] = [
  'withdraw',
  'decline',
  'merge',
  'return',
  'hold',
  'recall',
  'postpone',
  'reopen',
  'amend',
  'note-late-data',
  'strike-entry',
];
const pickKind = (state: CaseState, pick: number, blind: boolean): CaseStepKind => {
  const possible = kinds.filter((kind) => stepTable[kind].from.includes(state));
  const usual = possible.filter((kind) => !seldom.includes(kind));
  const weighed = (pick % 12 === 0 || usual.length === 0 ? possible : usual).flatMap((kind) =>
    Array.from({ length: stepTable[kind].to === undefined ? 1 : 3 }, () => kind),
  );
  const some = blind || weighed.length === 0 ? kinds : weighed;
  return some[pick % some.length] ?? 'refer';
};

/** What must be true of a case in each state, whatever way led there; said again, apart from the guards. */
function breaches(record: CaseRecord, journal: readonly JournalEntry[], facts: CaseFacts): readonly string[] {
  const last = journal.at(-1);
  const { referral, recommendation, state } = record;
  const entered = last !== undefined && stepTable[last.step.kind].to !== undefined;
  const referred = !['draft', 'returned', 'withdrawn', 'merged'].includes(state);
  const presented = ['in-meeting', 'recommended', 'amended', 'signed', 'communicated', 'follow-up', 'closed'];
  const seen = presented.includes(state);
  const steps = journal.map(({ step }) => step.kind);
  const signed = record.signed.at(-1)?.recommendation;
  const rules: readonly (readonly [string, boolean])[] = [
    ['consent is given', !referred || referral?.consent?.answer === 'given'],
    ['one main diagnosis', !referred || referral?.diagnoses.filter(({ isMain }) => isMain).length === 1],
    [
      'nothing fatal at referral',
      last?.step.kind !== 'refer' || facts.issues.every(({ severity }) => severity !== 'fatal'),
    ],
    [
      'data are awaited',
      !(entered && last.step.kind === 'await-data') ||
        record.tasks.some((task) => task.awaited && task.done === undefined),
    ],
    ['a final report', last?.step.kind !== 'prepare' || facts.finalReports > 0],
    [
      'quality or a waiver',
      last?.step.kind !== 'prepare' || facts.qualityLacks.length === 0 || record.qualityWaived !== undefined,
    ],
    ['a proposal', state !== 'under-review' || record.proposal !== undefined],
    [
      'a second person reviewed',
      !['ready', 'scheduled', ...presented].includes(state) ||
        (record.reviewedBy !== undefined && record.reviewedBy !== record.proposal?.by),
    ],
    ['a quorum', !seen || record.standing?.quorumLacks.length === 0],
    ['every interest declared', !seen || record.standing?.undeclared.length === 0],
    [
      'something recommended',
      !['recommended', 'amended', 'signed', 'communicated', 'follow-up', 'closed'].includes(state) ||
        recommendation.items.length > 0 ||
        recommendation.none !== undefined,
    ],
    ['items or none, not both', recommendation.items.length === 0 || recommendation.none === undefined],
    [
      'the gate passed what is signed',
      (signed?.items ?? []).every((item) => {
        const gate = signed?.gates[item.id];
        const asked = JSON.stringify(gate?.drugs) === JSON.stringify(gatedDrugs(item));
        const free = gate?.outcome !== 'avoid' && gate?.outcome !== 'test-first';
        return item.drugs.length === 0 || (asked && (free || signed?.overrides[item.id] !== undefined));
      }),
    ],
    [
      'no error at signing',
      last?.step.kind !== 'sign' ||
        facts.issues.every(({ severity }) => severity === 'info' || severity === 'warning'),
    ],
    [
      'the recused decide nothing',
      !['sign', 'recommend', 'dissent'].includes(last?.step.kind ?? '') ||
        record.standing?.recused.includes(last?.by ?? '') !== true,
    ],
    [
      'signed before it is sent',
      !['signed', 'communicated', 'follow-up', 'closed'].includes(state) || record.signed.length > 0,
    ],
    [
      'decided before it is followed',
      !['follow-up', 'closed'].includes(state) || record.decision !== undefined,
    ],
    ['every signature is kept', record.signed.length === steps.filter((kind) => kind === 'sign').length],
    [
      'every event is kept unless struck out',
      record.followUp.length ===
        steps.filter((kind) => kind === 'follow-up').length -
          steps.filter((kind) => kind === 'strike-entry').length,
    ],
    [
      'late data are dealt with before a signature',
      last?.step.kind !== 'sign' || record.lateData.length === 0,
    ],
    [
      'no priority twice',
      new Set(recommendation.items.map(({ priority }) => priority)).size === recommendation.items.length,
    ],
    ['a way back from hold', state !== 'on-hold' || record.resumeTo !== undefined],
  ];
  return rules.filter(([, holds]) => !holds).map(([name]) => name);
}

describe('a case, whoever does whatever to it', () => {
  it('is never where its guards do not hold, loses nothing, and is what its journal says', () => {
    const reached = new Map<CaseState, number>();
    fc.assert(
      fc.property(fc.array(commands, { minLength: 150, maxLength: 200, size: 'max' }), (list) => {
        let record = newCase('c');
        const journal: JournalEntry[] = [];
        const versions: string[] = [];
        list.forEach(({ pick, blind, person, role, stale, facts, ingredients }, at) => {
          const kind = pickKind(record.state, pick, blind);
          const { by } = stepTable[kind];
          const roles = blind ? caseRoles : by;
          const before = record;
          const now = new Date(Date.UTC(2026, 10, 23) + at * 3_600_000).toISOString();
          const result = advanceCase(record, stepOf(kind, ingredients, record, now.slice(0, 10)), {
            actor: { id: person, role: roles[role % roles.length] ?? 'auditor' },
            expectedVersion: stale ? record.version - 1 : record.version,
            at: now,
            facts,
            snapshot: `facts ${String(at)}`,
          });
          if (!result.ok) {
            expect(result.error.remedy).not.toBe('');
            expect(record).toBe(before);
            return;
          }
          expect(stale).toBe(false);
          ({ record } = result.value);
          journal.push(result.value.entry);
          reached.set(record.state, (reached.get(record.state) ?? 0) + 1);
          expect(breaches(record, journal, facts)).toEqual([]);
          for (const signed of record.signed.slice(versions.length)) versions.push(JSON.stringify(signed));
        });
        expect(record.signed.map((signed) => JSON.stringify(signed))).toEqual(versions);
        expect(rebuildCase('c', journal)).toEqual(record);
        expect(rebuildCase('c', JSON.parse(JSON.stringify(journal)) as JournalEntry[])).toEqual(record);
      }),
      { numRuns: 300 },
    );
    for (const state of caseStates) expect([state, reached.get(state) ?? 0]).not.toEqual([state, 0]);
  }, 60_000);

  it('is not rebuilt from a journal with a gap', () => {
    const entry = (version: number): JournalEntry => ({
      version,
      step: { kind: 'mark-urgent', urgent: true, reason: 'pain' },
      by: 'ada',
      role: 'referrer',
      at: '2026-11-23T10:00:00Z',
      snapshot: '',
    });
    expect(rebuildCase('c', [entry(1), entry(2)]).version).toBe(2);
    expect(() => rebuildCase('c', [entry(1), entry(3)])).toThrow('no entry 2');
  });
});
