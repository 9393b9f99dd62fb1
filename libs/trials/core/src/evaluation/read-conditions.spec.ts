import { describe, expect, it } from '@jest/globals';
import type { Answer } from '@consilium/clinical';
import { references } from './history.fixture.js';
import { matchCondition } from './match-condition.js';
import { readConditions } from './read-conditions.js';

const { conditions } = references;
const header = 'name\tkind\tbroader\tsynonyms';

describe('the table of conditions', () => {
  it('holds more than 80 diseases, and the malignancies that protocols except', () => {
    const kinds = [...conditions.names].map((name) => conditions.kindOf(name));
    expect(kinds.filter((kind) => kind !== 'cancer').length).toBeGreaterThan(80);
    expect(conditions.kindOf('ductal carcinoma in situ')).toBe('cancer');
  });

  it('is written in lower case throughout', () => {
    for (const name of conditions.names) expect(name).toBe(name.trim().toLowerCase());
  });

  it('has narrower names that are broader ones read backwards', () => {
    for (const name of conditions.names)
      for (const wider of conditions.namesOf(name) ?? [])
        expect([...(conditions.narrowerOf(wider) ?? [])]).toEqual(
          expect.arrayContaining([...(conditions.namesOf(name) ?? [])].slice(0, 1)),
        );
  });

  it.each([
    ['a name that stands twice', 'a\tevent\t\t\nb\tevent\t\ta', /«a» stands twice/],
    ['an unknown kind', 'a\tillness\t\t', /«illness» of «a»/],
    ['an unknown broader name', 'a\tevent\tb\t', /«b», broader than «a»/],
    ['a circle', 'a\tevent\tb\t\nb\tevent\ta\t', /circle/],
  ])('refuses %s', (_, rows, message) => {
    expect(() => readConditions(`${header}\n${rows}`)).toThrow(message);
  });

  it.each<[string, string, Answer]>([
    ['myocardial infarction', 'arterial thromboembolism', 'met'],
    ['stroke', 'arterial thromboembolism', 'unknown'],
    ['haemorrhagic stroke', 'arterial thromboembolism', 'not-met'],
    ['tia', 'arterial thromboembolism', 'met'],
    ['deep vein thrombosis', 'arterial thromboembolism', 'not-met'],
    ['unstable angina', 'acute coronary syndrome', 'met'],
    ['congenital long qt syndrome', 'qt prolongation', 'met'],
    ['tuberculosis', 'serious infection', 'unknown'],
    ['latent tuberculosis', 'serious infection', 'not-met'],
    ['pneumonitis', 'interstitial lung disease', 'met'],
    ['interstitial lung disease', 'pneumonitis', 'unknown'],
    ['dysphagia', 'inability to swallow', 'unknown'],
    ['type 2 diabetes', 'type 1 diabetes', 'not-met'],
    ['diabetes mellitus', 'type 1 diabetes', 'unknown'],
    ['ductal carcinoma in situ', 'carcinoma in situ', 'met'],
    ['prostate cancer', 'low-grade prostate cancer', 'unknown'],
    ['cutaneous squamous cell carcinoma', 'non-melanoma skin cancer', 'met'],
    ['melanoma', 'non-melanoma skin cancer', 'not-met'],
  ])('%s asked for %s is %s', (recorded, name, answer) => {
    expect(matchCondition(recorded, [name], conditions)).toBe(answer);
  });
});
