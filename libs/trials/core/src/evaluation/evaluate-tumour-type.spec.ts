import { describe, expect, it } from '@jest/globals';
import type { Answer, MolecularProfile } from '@consilium/clinical';
import type { TumourTypeCriterion } from '../language/clinical-criterion.js';
import { evaluateHistology } from './evaluate-histology.js';
import { evaluateTumourType } from './evaluate-tumour-type.js';
import { asking, changeOf, factsOf, held, keysOf, references, whole } from './history.fixture.js';

const ask = asking(evaluateTumourType);
const diagnosed = (code: string) => ({ diagnoses: [{ code }] });
const report = (
  diagnosis: string,
  issuedOn: string,
  status: MolecularProfile['status'] = 'final',
): MolecularProfile => ({
  id: `${diagnosis} ${issuedOn}`,
  patient: 'p',
  hospital: 'h',
  reportId: 'r',
  version: 1,
  status,
  issuedAt: `${issuedOn}T08:00:00Z`,
  laboratory: 'Laboratory',
  diagnosis,
  specimen: { id: 's', site: 'lung', type: 'ffpe' },
  assay: {
    name: 'Panel',
    kind: 'panel',
    pairing: 'tumour-only',
    build: 'GRCh38',
    genes: [],
    alterations: [],
    biomarkers: [],
  },
  smallVariants: [],
  copyNumberAlterations: [],
  structuralVariants: [],
  biomarkers: [],
  recordCounts: [],
  remarks: [],
});

describe('tumour type', () => {
  it.each<[string, TumourTypeCriterion, Answer]>([
    ['LUAD', { within: ['LUAD'] }, 'met'],
    ['LUAD', { within: ['NSCLC'] }, 'met'],
    ['LUAD', { within: ['LUNG'] }, 'met'],
    ['NSCLC', { within: ['LUAD'] }, 'unknown'],
    ['MEL', { within: ['NSCLC'] }, 'not-met'],
    ['LUAD', { within: ['NSCLC'], except: ['LUAD'] }, 'not-met'],
    ['NSCLC', { within: ['NSCLC'], except: ['LUSC'] }, 'unknown'],
    ['LUAD', { within: ['NSCLC'], except: ['LUSC'] }, 'met'],
    ['LUNG', { within: ['NSCLC'] }, 'unknown'],
    ['LUNG', { within: ['LUNG'] }, 'unknown'],
    ['TISSUE', { within: 'ANY' }, 'unknown'],
    ['NO_SUCH', { within: 'SOLID' }, 'unknown'],
    ['LUAD', { within: 'ANY' }, 'met'],
    ['LUAD', { within: 'SOLID' }, 'met'],
    ['LUAD', { within: 'LIQUID' }, 'not-met'],
    ['AML', { within: 'SOLID' }, 'not-met'],
    ['AML', { within: 'LIQUID' }, 'met'],
    ['MEL', { within: 'SOLID', except: ['MEL'] }, 'not-met'],
  ])('%s asked for %j is %s', (code, criterion, answer) => {
    expect(ask(criterion, diagnosed(code)).answer).toBe(answer);
  });

  it('is unknown without any diagnosis, and asks for it', () => {
    const judged = ask({ within: 'ANY' });
    expect([judged.answer, keysOf(judged)]).toEqual(['unknown', ['ask:diagnosis']]);
  });

  it('does not change where it is not met', () => {
    expect(changeOf(ask({ within: ['MEL'] }, diagnosed('LUAD')))).toBe('fixed');
  });

  it.each<[string, string | undefined, readonly MolecularProfile[], string]>([
    ['the report speaks where the record does not', undefined, [report('LUAD', '2026-03-01')], 'met always'],
    ['a cancelled report does not', undefined, [report('LUAD', '2026-03-01', 'cancelled')], 'unknown always'],
    [
      'the newest report counts',
      undefined,
      [report('MEL', '2026-01-01'), report('LUAD', '2026-03-01')],
      'met always',
    ],
    [
      'record and report that contradict each other leave it open',
      'MEL',
      [report('LUAD', '2026-03-01')],
      'unknown always',
    ],
    ['the more precise of two that agree counts', 'NSCLC', [report('LUAD', '2026-03-01')], 'met always'],
    ['in the record as well', 'LUAD', [report('NSCLC', '2026-03-01')], 'met always'],
    [
      'a tissue in the record contradicts nothing and settles nothing',
      'LUNG',
      [report('LUAD', '2026-03-01')],
      'unknown always',
    ],
    [
      'reports of one day that contradict each other leave it open',
      undefined,
      [report('MEL', '2026-03-01'), report('LUAD', '2026-03-01')],
      'unknown always',
    ],
    [
      'a report yet to be issued does not count until then',
      'LUAD',
      [report('MEL', '2026-11-30')],
      'met until 2026-11-29',
    ],
  ])('%s', (_, code, profiles, expected) => {
    const facts = code === undefined ? {} : diagnosed(code);
    for (const order of [profiles, [...profiles].reverse()])
      expect(held(ask({ within: ['LUAD'] }, facts, undefined, order))).toBe(expected);
  });

  it('names both where record and report differ', () => {
    const [question] = ask({ within: ['LUAD'] }, diagnosed('MEL'), undefined, [
      report('LUAD', '2026-03-01'),
    ]).reasons().missing;
    expect(question?.text).toMatch(/record \(MEL\).*report \(LUAD\)/);
  });

  it('ignores a diagnosis made later than the day asked', () => {
    const facts = { diagnoses: [{ code: 'LUAD', diagnosedOn: '2026-12-05' }] };
    expect(held(ask({ within: ['LUAD'] }, facts))).toBe('unknown until 2026-12-04');
    expect(held(ask({ within: ['LUAD'] }, facts, '2026-12-05'))).toBe('met always');
  });

  it('answers for every code of the tree what its lineage says', () => {
    const { tumourTypes } = references;
    for (const code of tumourTypes.codesWithin('LUNG')) {
      const expected = !tumourTypes.isDiagnosis(code)
        ? 'unknown'
        : [code, ...tumourTypes.ancestors(code)].includes('NSCLC')
          ? 'met'
          : tumourTypes.ancestors('NSCLC').includes(code)
            ? 'unknown'
            : 'not-met';
      expect([code, ask({ within: ['NSCLC'] }, diagnosed(code)).answer]).toEqual([code, expected]);
    }
  });

  it('can be asked without facts', () => {
    expect(
      evaluateTumourType(
        { within: ['LUAD'] },
        { patient: 'p', hospital: 'h', profiles: [] },
        20000,
        references,
      ).answer,
    ).toBe('unknown');
    expect(factsOf({}).diagnoses).toBeUndefined();
  });
});

describe('histology', () => {
  const histology = asking(evaluateHistology);
  const tumour = (features: readonly string[], completeOn?: string, grade?: number) => ({
    diagnoses: [
      {
        code: 'LUAD',
        histology: { entries: features, ...(completeOn === undefined ? {} : { completeOn }) },
        ...(grade === undefined ? {} : { grade }),
      },
    ],
  });

  it.each<
    [
      string,
      Parameters<typeof histology>[0],
      ReturnType<typeof tumour> | undefined,
      Answer,
      readonly string[],
    ]
  >([
    ['a feature found', { anyOf: ['squamous'] }, tumour(['squamous']), 'met', []],
    ['in whatever case', { anyOf: ['Squamous'] }, tumour(['squamous']), 'met', []],
    ['not among those looked for whole', { anyOf: ['squamous'] }, tumour(['acinar'], whole), 'not-met', []],
    [
      'not among those that happen to be named',
      { anyOf: ['squamous'] },
      tumour(['acinar']),
      'unknown',
      ['ask:histology'],
    ],
    [
      'looked for only later',
      { anyOf: ['squamous'] },
      tumour([], '2026-12-05'),
      'unknown',
      ['ask:histology'],
    ],
    ['a grade within', { gradeAtLeast: 2, gradeAtMost: 3 }, tumour([], whole, 3), 'met', []],
    ['a grade without', { gradeAtLeast: 2 }, tumour([], whole, 1), 'not-met', []],
    ['no grade', { gradeAtLeast: 2 }, tumour([], whole), 'unknown', ['ask:grade']],
    [
      'both open are both asked',
      { anyOf: ['squamous'], gradeAtLeast: 2 },
      undefined,
      'unknown',
      ['ask:histology', 'ask:grade'],
    ],
    [
      'a grade without settles it alone',
      { anyOf: ['squamous'], gradeAtLeast: 2 },
      tumour([], undefined, 1),
      'not-met',
      [],
    ],
  ])('%s', (_, criterion, facts, answer, keys) => {
    const judged = histology(criterion, facts);
    expect([judged.answer, keysOf(judged)]).toEqual([answer, keys]);
  });
});
