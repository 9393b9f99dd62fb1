import { describe, expect, it } from '@jest/globals';
import type { Answer, Metastasis, MetastaticSite } from '@consilium/clinical';
import type { MetastasesCriterion } from '../language/clinical-criterion.js';
import { evaluateMetastases } from './evaluate-metastases.js';
import { asking, changeOf, held, keysOf, whole } from './history.fixture.js';

const ask = asking(evaluateMetastases);
const seen = (entries: readonly Metastasis[], completeOn: string | undefined = whole) => ({
  metastases: { entries, completeOn },
});
const found = (entries: readonly Metastasis[]) => ({ metastases: { entries } });

describe('metastases', () => {
  it.each<[MetastaticSite, readonly MetastaticSite[] | undefined, Answer]>([
    ['brain', ['brain'], 'met'],
    ['bone', ['brain'], 'not-met'],
    ['leptomeningeal', ['brain'], 'not-met'],
    ['bone', undefined, 'met'],
    ['liver', ['visceral'], 'met'],
    ['lung', ['visceral'], 'met'],
    ['adrenal', ['visceral'], 'met'],
    ['peritoneum', ['visceral'], 'met'],
    ['bone', ['visceral'], 'not-met'],
    ['lymph-node', ['visceral'], 'not-met'],
    ['other', ['visceral'], 'unknown'],
    ['visceral', ['liver'], 'unknown'],
    ['visceral', ['brain'], 'not-met'],
  ])('in the %s, asked for %j, is %s', (site, sites, answer) => {
    expect(ask(sites === undefined ? {} : { sites }, seen([{ site }])).answer).toBe(answer);
  });

  it('exist not where imaging taken whole did not show them, and are open where it was not', () => {
    expect(ask({ sites: ['brain'] }, seen([])).answer).toBe('not-met');
    expect(ask({ sites: ['brain'] }, found([])).answer).toBe('unknown');
    expect(ask({ sites: ['brain'] }).answer).toBe('unknown');
    expect(held(ask({ sites: ['brain'] }, seen([], '2026-12-01')))).toBe('unknown until 2026-11-30');
  });

  it.each([
    ['2026-09-24', false],
    ['2026-09-23', true],
  ])('that were looked for on %s are told as looked for long ago: %s', (completeOn, old) => {
    const judged = ask({ sites: ['brain'] }, seen([], completeOn));
    expect(judged.answer).toBe('not-met');
    expect(judged.reasons().facts.map(({ text }) => /more than 60 days/.test(text))).toEqual([old]);
  });

  const treated: MetastasesCriterion = { sites: ['brain'], states: ['treated'], stableForDays: 28 };
  it.each<[string, Metastasis, string, string | undefined]>([
    ['long stable', { site: 'brain', state: 'treated', stableSince: '2026-10-01' }, 'met always', 'possible'],
    [
      'stable for 27 days',
      { site: 'brain', state: 'treated', stableSince: '2026-10-27' },
      'not-met until 2026-11-23',
      '2026-11-24',
    ],
    [
      'stable for 28 days',
      { site: 'brain', state: 'treated', stableSince: '2026-10-26' },
      'met always',
      'possible',
    ],
    [
      'since its treatment, where nothing else is said',
      { site: 'brain', state: 'treated', treatedOn: '2026-11-20' },
      'not-met until 2026-12-17',
      '2026-12-18',
    ],
    [
      'since some day of the month, up to the day of the record',
      { site: 'brain', state: 'treated', stableSince: '2026-11' },
      'not-met until 2026-11-28',
      '2026-12-18',
    ],
    ['active', { site: 'brain', state: 'active', stableSince: '2026-11' }, 'not-met always', 'possible'],
    ['no state', { site: 'brain', stableSince: '2026-10-01' }, 'unknown always', undefined],
    ['no date', { site: 'brain', state: 'treated' }, 'unknown always', undefined],
    [
      'treated only later',
      { site: 'brain', state: 'treated', treatedOn: '2026-12-05', stableSince: '2026-10-01' },
      'unknown until 2026-12-04',
      undefined,
    ],
  ])('treated and stable: %s', (_, entry, expected, change) => {
    const judged = ask(treated, seen([entry]));
    expect([held(judged), changeOf(judged)]).toEqual([expected, change]);
  });

  it('found only later are not there yet', () => {
    expect(held(ask({}, seen([{ site: 'brain', foundOn: '2026-12-05' }])))).toBe('not-met until 2026-12-04');
  });

  it('ask for imaging of each site, and for the state of what is there', () => {
    expect(keysOf(ask({ sites: ['liver', 'brain'] }))).toEqual(['imaging:brain', 'imaging:liver']);
    expect(keysOf(ask({ sites: ['brain', 'liver'], states: ['active'] }, seen([{ site: 'liver' }])))).toEqual(
      ['imaging:liver'],
    );
    expect(keysOf(ask({}))).toEqual(['imaging:metastases']);
  });

  it('say when time answers what is open', () => {
    const [question] = ask(
      treated,
      seen([{ site: 'brain', state: 'treated', stableSince: '2026-10' }]),
    ).reasons().missing;
    expect(question?.on).toBe('2026-11-28');
  });
});
