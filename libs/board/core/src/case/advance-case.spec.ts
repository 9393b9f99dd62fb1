import { describe, expect, it } from '@jest/globals';
import { advanceCase } from './advance-case.js';
import type { CaseFacts } from './case-facts.js';
import type { CaseRecord } from './case-record.js';
import {
  before,
  gate,
  item,
  referral,
  sound,
  standing,
  story,
  take,
  today,
  told,
  type Told,
} from './told-case.fixture.js';

const refer: Told = ['ada', 'referrer', { kind: 'refer' }];
const triage: Told = ['ben', 'coordinator', { kind: 'triage', plan: 'Panel' }];
const prepare: Told = ['ben', 'coordinator', { kind: 'prepare' }];
const accept: Told = ['ivo', 'second-reviewer', { kind: 'accept' }];
const sign: Told = ['elif', 'chair', { kind: 'sign', contentHash: 'h' }];
const described = (more: object): CaseRecord =>
  told([['ada', 'referrer', { kind: 'describe', referral: { ...referral, ...more } }]]);
const lacking = (severity: 'error' | 'fatal'): CaseFacts => ({
  ...sound,
  issues: [{ severity, path: '/facts/stage', message: 'The stage is not recorded.', owner: 'referrer' }],
});
const withGate = (outcome: Parameters<typeof gate>[0]): CaseRecord =>
  told([['gate', 'system', { kind: 'note-gate', item: 'one', result: gate(outcome) }]], before('recommend'));
const stopped = told([['elif', 'chair', { kind: 'recommend' }]], withGate('avoid'));

describe('a case', () => {
  it('goes from the referral to the follow-up', () => {
    const { state, version, signed, decision, reviewedBy } = told(story);
    expect({ state, version, reviewedBy }).toEqual({
      state: 'follow-up',
      version: story.length,
      reviewedBy: 'ivo',
    });
    expect(signed).toMatchObject([{ version: 1, by: 'elif', contentHash: 'h1' }]);
    expect(decision?.item).toBe('one');
  });

  it.each<[string, CaseRecord, Told, string, CaseFacts?]>([
    [
      'a role that may not',
      before('sign'),
      ['ada', 'referrer', { kind: 'sign', contentHash: 'h' }],
      'ROLE_MAY_NOT',
    ],
    ['a step out of turn', before('triage'), sign, 'STEP_NOT_POSSIBLE'],
    ['no referral', before('describe'), refer, 'NO_REFERRAL'],
    ['no consent', described({ consent: { answer: 'refused', on: '2026-11-01' } }), refer, 'NO_CONSENT'],
    [
      'two main diagnoses',
      described({ diagnoses: [...referral.diagnoses, ...referral.diagnoses] }),
      refer,
      'MAIN_DIAGNOSIS',
    ],
    ['no main diagnosis', described({ diagnoses: [] }), refer, 'MAIN_DIAGNOSIS'],
    ['a fatal gap', before('refer'), refer, 'INCOMPLETE', lacking('fatal')],
    [
      'a topography that is none',
      before('describe'),
      [
        'ada',
        'referrer',
        {
          kind: 'describe',
          referral: {
            ...referral,
            diagnoses: [{ code: 'LUAD', topography: 'lung', morphology: '8140/3', isMain: true }],
          },
        },
      ],
      'BAD_CODE',
    ],
    [
      'consent of tomorrow',
      before('describe'),
      [
        'ada',
        'referrer',
        { kind: 'describe', referral: { ...referral, consent: { answer: 'given', on: '2026-11-24' } } },
      ],
      'DATE_IN_FUTURE',
    ],
    [
      'the rule of inclusion',
      before('triage'),
      triage,
      'OUTSIDE_RULE',
      { ...sound, outsideRule: ['ECOG above 2'] },
    ],
    ['nothing awaited', before('prepare'), ['ben', 'coordinator', { kind: 'await-data' }], 'NOTHING_AWAITED'],
    ['no final report', before('prepare'), prepare, 'NO_FINAL_REPORT', { ...sound, finalReports: 0 }],
    [
      'poor quality',
      before('prepare'),
      prepare,
      'QUALITY_FAILED',
      { ...sound, qualityLacks: ['tumour fraction 8 %'] },
    ],
    ['nothing proposed', before('propose-findings'), ['chen', 'curator', { kind: 'submit' }], 'NO_PROPOSAL'],
    [
      'the proposer as reviewer',
      before('accept'),
      ['chen', 'second-reviewer', { kind: 'accept' }],
      'SAME_PERSON',
    ],
    ['an open error', before('accept'), accept, 'INCOMPLETE', lacking('error')],
    [
      'a rejection without a reason',
      before('accept'),
      ['ivo', 'second-reviewer', { kind: 'reject', reason: ' ' }],
      'NO_REASON',
    ],
    [
      'a meeting that is locked',
      before('schedule'),
      ['ben', 'coordinator', { kind: 'schedule', meeting: 'm1' }],
      'MEETING_LOCKED',
      { ...sound, meeting: { id: 'm1', locked: true } },
    ],
    [
      'a meeting that is none',
      before('schedule'),
      ['ben', 'coordinator', { kind: 'schedule', meeting: 'm9' }],
      'OTHER_MEETING',
    ],
    [
      'no quorum',
      before('open'),
      ['elif', 'chair', { kind: 'open', standing: { ...standing, quorumLacks: ['a geneticist'] } }],
      'NO_QUORUM',
    ],
    [
      'a member who has not declared',
      before('open'),
      ['elif', 'chair', { kind: 'open', standing: { ...standing, undeclared: ['dora'] } }],
      'INTEREST_NOT_DECLARED',
    ],
    [
      'nothing recommended',
      before('draft-item'),
      ['elif', 'chair', { kind: 'recommend' }],
      'NOTHING_RECOMMENDED',
    ],
    [
      'an item without drugs',
      before('draft-item'),
      ['elif', 'chair', { kind: 'draft-item', item: { ...item, drugs: [] } }],
      'BAD_ITEM',
    ],
    [
      'an item without evidence',
      before('draft-item'),
      ['elif', 'chair', { kind: 'draft-item', item: { ...item, evidence: [] } }],
      'BAD_ITEM',
    ],
    [
      'an id that is code',
      before('draft-item'),
      ['elif', 'chair', { kind: 'draft-item', item: { ...item, id: '__proto__' } }],
      'BAD_ITEM',
    ],
    [
      'a gate for other drugs',
      before('note-gate'),
      ['gate', 'system', { kind: 'note-gate', item: 'one', result: { ...gate('ok'), drugs: ['tucatinib'] } }],
      'GATE_OF_OTHER_DRUGS',
    ],
    [
      'a gate that was not asked',
      told([['elif', 'chair', { kind: 'recommend' }]], before('note-gate')),
      sign,
      'GATE_MISSING',
    ],
    ['a gate that stops', stopped, sign, 'GATE_STOPS'],
    [
      'an override of what does not stop',
      withGate('dose'),
      ['jana', 'pharmacist', { kind: 'override-gate', item: 'one', reason: 'known' }],
      'GATE_DOES_NOT_STOP',
    ],
    [
      'an override without a reason',
      stopped,
      ['jana', 'pharmacist', { kind: 'override-gate', item: 'one', reason: '' }],
      'NO_REASON',
    ],
    ['an error at the signature', before('sign'), sign, 'INCOMPLETE', lacking('error')],
    ['a second signature', told([sign], before('sign')), sign, 'STEP_NOT_POSSIBLE'],
    [
      'a decision before the letter was acknowledged',
      before('acknowledge'),
      [
        'ada',
        'referrer',
        { kind: 'decide', decision: { on: '2026-11-23', answer: 'accepted', item: 'one' } },
      ],
      'NOT_ACKNOWLEDGED',
    ],
    [
      'a decision for what was not signed',
      before('decide'),
      [
        'ada',
        'referrer',
        { kind: 'decide', decision: { on: '2026-11-23', answer: 'accepted', item: 'two' } },
      ],
      'NO_SUCH_ITEM',
    ],
    [
      'another way without saying why',
      before('decide'),
      ['ada', 'referrer', { kind: 'decide', decision: { on: '2026-11-23', answer: 'none' } }],
      'NO_REASON',
    ],
    [
      'a merge into itself',
      before('triage'),
      ['ben', 'coordinator', { kind: 'merge', into: 'c', reason: 'the same' }],
      'SAME_CASE',
    ],
  ])('is stopped by %s', (_, record, step, code, facts = sound) => {
    const refused = take(record, step, { facts });
    expect(refused).toMatchObject({ code: `BOARD.${code}`, remedy: expect.stringMatching(/./) });
  });

  it('does not go on from a version that somebody has changed', () => {
    const record = before('triage');
    const result = advanceCase(record, triage[2], {
      actor: { id: 'ben', role: 'coordinator' },
      expectedVersion: record.version - 1,
      at: today,
      facts: sound,
      snapshot: 's',
    });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'BOARD.STALE_CASE', place: '/expectedVersion' },
    });
  });

  it('may be signed against the gate with a reason, by name, which an other drug ends', () => {
    const overridden = told(
      [
        [
          'jana',
          'pharmacist',
          { kind: 'override-gate', item: 'one', reason: 'Dose by therapeutic drug monitoring' },
        ],
      ],
      stopped,
    );
    expect(told([sign], overridden).signed[0]?.recommendation.overrides['one']).toMatchObject({ by: 'jana' });
    const changed = told(
      [['elif', 'chair', { kind: 'draft-item', item: { ...item, rationale: 'Other words' } }]],
      overridden,
    );
    expect(take(changed, sign)).toMatchObject({ code: 'BOARD.GATE_MISSING' });
  });

  it('keeps what was signed when it is amended', () => {
    const first = told([sign], before('sign'));
    const second = told(
      [
        ['elif', 'chair', { kind: 'amend', reason: 'The report was amended' }],
        ['elif', 'chair', { kind: 'recommend-none', because: 'no-actionable-finding' }],
        ['elif', 'chair', { kind: 'sign', contentHash: 'h2' }],
      ],
      first,
    );
    expect(second.signed.map(({ version, contentHash }) => [version, contentHash])).toEqual([
      [1, 'h'],
      [2, 'h2'],
    ]);
    expect(second.signed[0]).toEqual(first.signed[0]);
    expect(second.signed[1]?.recommendation).toMatchObject({ items: [], none: 'no-actionable-finding' });
  });

  it('goes back to where it was put on hold', () => {
    const held = told(
      [['ben', 'coordinator', { kind: 'hold', reason: 'Rebiopsy is planned' }]],
      before('accept'),
    );
    expect(held).toMatchObject({ state: 'on-hold', resumeTo: 'under-review' });
    expect(told([['ben', 'coordinator', { kind: 'resume' }]], held)).toEqual({
      ...before('accept'),
      version: held.version + 1,
    });
  });

  it('lets the recused answer, and decide nothing', () => {
    const recused = told(
      [['elif', 'chair', { kind: 'open', standing: { ...standing, recused: ['dora'] } }]],
      before('open'),
    );
    const drafted = told([['elif', 'chair', { kind: 'draft-item', item }]], recused);
    const dissent = (who: string): Told => [
      who,
      'board-member',
      { kind: 'dissent', item: 'one', text: 'Too toxic' },
    ];
    expect(take(drafted, dissent('dora'))).toMatchObject({ code: 'BOARD.RECUSED' });
    expect(told([dissent('emil')], drafted).recommendation.dissents).toHaveLength(1);
  });

  it('comes back to the board with its history', () => {
    const again = told([['ada', 'referrer', { kind: 'reopen', reason: 'Progress' }]], told(story));
    expect(again).toMatchObject({ state: 'draft', presentation: 2, recommendation: { items: [] } });
    expect(again.signed).toHaveLength(1);
  });
});
