import { describe, expect, it } from '@jest/globals';
import type { Answer, Stage } from '@consilium/clinical';
import type { StageCriterion } from '../language/clinical-criterion.js';
import { evaluateStage } from './evaluate-stage.js';
import { asking, changeOf, held, keysOf } from './history.fixture.js';

const ask = asking(evaluateStage);
const staged = (value: Stage, on = '2026-10-01') => ({ stage: { value, on } });

describe('stage', () => {
  it.each<[string, readonly string[], Answer]>([
    ['IV', ['IV'], 'met'],
    ['IVA', ['IV'], 'met'],
    ['stage ivb', ['Stage IV'], 'met'],
    ['III B', ['IIIB'], 'met'],
    ['III', ['IIIB'], 'unknown'],
    ['IIIC', ['IIIC1'], 'unknown'],
    ['IIIA1(i)', ['IIIA1'], 'met'],
    ['IIIC1r', ['IIIC'], 'met'],
    ['IIIA', ['IIIB'], 'not-met'],
    ['IA3', ['IA'], 'met'],
    ['II', ['III'], 'not-met'],
    ['I', ['IV'], 'not-met'],
    ['IIE', ['II'], 'met'],
    ['IIX', ['II'], 'met'],
    ['0', ['I', '0'], 'met'],
    ['III', ['IIIB', 'IV'], 'unknown'],
    ['MS', ['MS'], 'met'],
    ['MS', ['IV'], 'unknown'],
    ['limited', ['IV'], 'unknown'],
    ['3B', ['IIIB'], 'unknown'],
    ['Stage ISS II', ['I'], 'unknown'],
  ])('%s asked for %j is %s', (group, groups, answer) => {
    expect(ask({ groups }, staged({ group })).answer).toBe(answer);
  });

  it.each<[string, Stage, StageCriterion, Answer]>([
    ['an extent', { extent: 'metastatic' }, { extents: ['locally-advanced', 'metastatic'] }, 'met'],
    ['another extent', { extent: 'localised' }, { extents: ['metastatic'] }, 'not-met'],
    ['recurrence says nothing of the place', { extent: 'recurrent' }, { extents: ['metastatic'] }, 'unknown'],
    ['nor the place of recurrence', { extent: 'metastatic' }, { extents: ['recurrent'] }, 'unknown'],
    ['no extent from a group', { group: 'IVA' }, { extents: ['metastatic'] }, 'unknown'],
    ['no group from an extent', { extent: 'metastatic' }, { groups: ['IV'] }, 'unknown'],
    ['resectability', { resectable: false }, { resectable: false }, 'met'],
    ['the contrary', { resectable: true }, { resectable: false }, 'not-met'],
    ['not stated', {}, { resectable: false }, 'unknown'],
    [
      'every member must hold',
      { group: 'III', resectable: true },
      { groups: ['III'], resectable: false },
      'not-met',
    ],
    ['one open leaves it open', { group: 'III' }, { groups: ['III'], resectable: false }, 'unknown'],
  ])('%s', (_, stage, criterion, answer) => {
    expect(ask(criterion, staged(stage)).answer).toBe(answer);
  });

  it('may change where it is not met, and asks for staging where it is open', () => {
    expect(changeOf(ask({ groups: ['IV'] }, staged({ group: 'II' })))).toBe('possible');
    expect(keysOf(ask({ groups: ['IV'] }))).toEqual(['imaging:stage']);
  });

  it('is not known before it is stated', () => {
    expect(held(ask({ groups: ['IV'] }, staged({ group: 'IV' }, '2026-12-05')))).toBe(
      'unknown until 2026-12-04',
    );
  });
});
