import { describe, expect, it } from '@jest/globals';
import type { OtherCancer } from '@consilium/clinical';
import type { OtherCancerCriterion } from '../language/clinical-criterion.js';
import { evaluateOtherCancer } from './evaluate-other-cancer.js';
import { asking, changeOf, held, keysOf, whole } from './history.fixture.js';

const ask = asking(evaluateOtherCancer);
const cancer = (name: string, more: Partial<OtherCancer> = {}): OtherCancer => ({
  name,
  state: 'cured',
  ...more,
});
const having = (...entries: readonly OtherCancer[]) => ({ otherCancers: { entries, completeOn: whole } });

describe('another malignancy', () => {
  it('is absent where the list was taken whole, and open where it was not', () => {
    expect(held(ask({}, having()))).toBe('not-met always');
    const open = ask({}, { otherCancers: { entries: [] } });
    expect([open.answer, keysOf(open)]).toEqual(['unknown', ['ask:other-cancers']]);
  });

  it.each<[string, OtherCancer, OtherCancerCriterion, string, string | undefined]>([
    ['any', cancer('breast cancer'), {}, 'met always', 'possible'],
    [
      'an exception',
      cancer('basal cell carcinoma of skin'),
      { except: ['non-melanoma skin cancer'] },
      'not-met always',
      'possible',
    ],
    [
      'perhaps an exception',
      cancer('non-melanoma skin cancer'),
      { except: ['basal cell carcinoma of skin'] },
      'unknown always',
      undefined,
    ],
    [
      'localised is not yet of low risk',
      cancer('localised prostate cancer'),
      { except: ['low-risk prostate cancer'] },
      'unknown always',
      undefined,
    ],
    [
      'melanoma in situ is no carcinoma in situ',
      cancer('melanoma in situ'),
      { except: ['carcinoma in situ'] },
      'met always',
      'possible',
    ],
    ['of a state', cancer('melanoma', { state: 'active' }), { states: ['active'] }, 'met always', 'possible'],
    ['of another', cancer('melanoma'), { states: ['active'] }, 'not-met always', 'possible'],
    [
      'active, however long',
      cancer('melanoma', { state: 'active', diseaseFreeSince: '2010' }),
      { withinYears: 3 },
      'met always',
      'possible',
    ],
    [
      'free for less',
      cancer('melanoma', { diseaseFreeSince: '2023-11-24' }),
      { withinYears: 3 },
      'met until 2026-11-23',
      '2026-11-24',
    ],
    [
      'free for as long',
      cancer('melanoma', { diseaseFreeSince: '2023-11-23' }),
      { withinYears: 3 },
      'not-met always',
      'possible',
    ],
    [
      'free since some day of a year',
      cancer('melanoma', { diseaseFreeSince: '2023' }),
      { withinYears: 3 },
      'unknown until 2026-12-30',
      undefined,
    ],
    [
      'free nobody knows since when',
      cancer('melanoma'),
      { withinYears: 3 },
      'unknown until 2029-11-19',
      undefined,
    ],
    [
      'free only later',
      cancer('melanoma', { diseaseFreeSince: '2026-12-05' }),
      { withinYears: 1 },
      'met until 2027-12-04',
      '2027-12-05',
    ],
    [
      'cured only later',
      cancer('melanoma', { diseaseFreeSince: '2026-12-05' }),
      { states: ['cured'] },
      'unknown until 2026-12-04',
      undefined,
    ],
    [
      'found only later',
      cancer('melanoma', { state: 'active', diagnosedOn: '2026-12-05' }),
      {},
      'not-met until 2026-12-04',
      '2026-12-05',
    ],
  ])('%s', (_, entry, criterion, expected, change) => {
    const judged = ask(criterion, having(entry));
    expect([held(judged), changeOf(judged)]).toEqual([expected, change]);
  });
});
