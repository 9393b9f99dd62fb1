import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  advanceLine,
  lineStates,
  newLine,
  stepTable,
  type LineState,
  type LineStep,
  type LineStepKind,
  type WorklistLine,
} from './worklist-line.js';

const today = '2026-11-23';
const steps: Readonly<Record<LineStepKind, LineStep>> = {
  contact: { kind: 'contact' },
  screen: { kind: 'screen' },
  consent: { kind: 'consent', on: '2026-11-20' },
  enrol: { kind: 'enrol', on: '2026-11-22', arm: 'A' },
  'screen-fail': { kind: 'screen-fail', criterion: 'platelets', reason: 'Too low twice.' },
  decline: { kind: 'decline', reason: 'Too far away.' },
};
const advance = (line: WorklistLine, step: LineStep, version = line.version) =>
  advanceLine(line, step, version, today);
const walk = (...kinds: readonly LineStepKind[]): WorklistLine =>
  kinds.reduce<WorklistLine>((line, kind) => {
    const next = advance(line, steps[kind]);
    if (!next.ok) throw new Error(`${kind}: ${next.error.message}`);
    return next.value;
  }, newLine);
const codeOf = (line: WorklistLine, step: LineStep, version?: number) => {
  const next = advance(line, step, version);
  return next.ok ? undefined : next.error.code;
};

describe('a line of the worklist', () => {
  it.each<[LineState, readonly LineStepKind[]]>([
    ['contacted', ['contact']],
    ['screening', ['contact', 'screen']],
    ['consented', ['contact', 'consent']],
    ['consented', ['contact', 'screen', 'consent']],
    ['enrolled', ['contact', 'screen', 'consent', 'enrol']],
    ['enrolled', ['contact', 'consent', 'screen', 'enrol']],
    ['screen-failed', ['contact', 'consent', 'screen', 'screen-fail']],
    ['screen-failed', ['screen-fail']],
    ['declined', ['contact', 'decline']],
    ['contacted', ['contact', 'decline', 'contact']],
  ])('is %s after %j', (state, kinds) => {
    expect(walk(...kinds)).toMatchObject({ state, version: kinds.length + 1 });
  });

  it('keeps what failed, and where the patient was enrolled', () => {
    expect(walk('screen-fail').failedCriterion).toBe('platelets');
    expect(walk('contact', 'consent', 'enrol').enrolled).toEqual({ on: '2026-11-22', arm: 'A' });
  });

  it('asks for consent again after a new beginning', () => {
    const again = walk('contact', 'consent', 'decline', 'contact', 'screen');
    expect(codeOf(again, steps.enrol)).toBe('TRIALS.NO_CONSENT');
  });

  it.each<[string, WorklistLine, LineStep, string]>([
    ['a step that does not lead on', newLine, steps.enrol, 'TRIALS.STEP_NOT_POSSIBLE'],
    [
      'anything after enrolment',
      walk('contact', 'consent', 'enrol'),
      steps.decline,
      'TRIALS.STEP_NOT_POSSIBLE',
    ],
    ['enrolment without consent', walk('contact', 'screen'), steps.enrol, 'TRIALS.NO_CONSENT'],
    [
      'enrolment before the consent',
      walk('contact', 'consent'),
      { kind: 'enrol', on: '2026-11-19', arm: 'A' },
      'TRIALS.BEFORE_CONSENT',
    ],
    [
      'a consent of tomorrow',
      walk('contact'),
      { kind: 'consent', on: '2026-11-24' },
      'TRIALS.DATE_IN_FUTURE',
    ],
    ['a consent on no day', walk('contact'), { kind: 'consent', on: '2026-02-30' }, 'TRIALS.NO_DATE'],
    [
      'a failure of nothing',
      newLine,
      { kind: 'screen-fail', criterion: ' ', reason: 'Too low.' },
      'TRIALS.NO_CRITERION',
    ],
    ['a refusal without a reason', newLine, { kind: 'decline', reason: 'x ' }, 'TRIALS.NO_REASON'],
  ])('refuses %s', (_, line, step, code) => {
    expect(codeOf(line, step)).toBe(code);
  });

  it('refuses a step decided on an earlier version, and says what it is now', () => {
    const answer = advance(walk('contact', 'screen'), steps.consent, 2);
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'TRIALS.STALE_LINE',
        message: expect.stringContaining('screening in version 3') as unknown,
      },
    });
  });

  it('never reaches enrolment without consent, nor leaves it, whatever is tried', () => {
    const kinds = fc.constantFrom(...(Object.keys(steps) as LineStepKind[]));
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 30 }), (tried) => {
        let line = newLine;
        let consented = false;
        const taken: LineStepKind[] = [];
        for (const kind of tried) {
          const next = advance(line, steps[kind]);
          if (!next.ok) continue;
          expect(line.state).not.toBe('enrolled');
          if (kind === 'consent') consented = true;
          if (kind === 'contact') consented = false;
          if (kind === 'enrol') expect(consented).toBe(true);
          expect(next.value.state).toBe(stepTable[kind].to);
          line = next.value;
          taken.push(kind);
        }
        // The steps that were taken are the whole of it.
        expect(walk(...taken)).toEqual(line);
      }),
      { numRuns: 500 },
    );
  });

  it('can reach every state', () => {
    const reached = new Set(['new', ...Object.values(stepTable).map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...lineStates].sort());
  });
});
