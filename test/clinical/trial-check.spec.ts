import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadBuiltInRelease } from '@consilium/knowledge-nest';
import { loadGeneCatalogue } from '@consilium/platform-reference';
import { checkTrial, checkTrialsRelease, type TrialReferences } from '@consilium/trials-core';
import { loadBuiltInTrials, loadEligibilityReferences, readTrialFile } from '@consilium/trials-nest';

const loaded = loadEligibilityReferences(loadBuiltInRelease());
const references: TrialReferences = {
  tumourTypes: loaded.tumourTypes,
  drugs: loaded.drugs,
  conditions: loaded.conditions.names,
  genes: loadGeneCatalogue(),
};
const trialWith = (eligibility: unknown) => ({
  id: 'NCT00000001',
  title: 'A trial',
  status: 'open',
  statusOn: '2026-11-23',
  source: { kind: 'local', reference: 'x', retrievedOn: '2026-11-23' },
  eligibility,
  arms: [{ id: 'A', name: 'A' }],
});
const problemsOf = (eligibility: unknown) => {
  const checked = checkTrial(trialWith(eligibility), references);
  return checked.ok ? [] : checked.error;
};

const circle: { all: unknown[] } = { all: [] };
circle.all.push(circle);
let deep: object = { age: { atLeast: 18 } };
for (let level = 0; level < 100; level += 1) deep = { not: deep };

describe(checkTrial.name, () => {
  it.each<[string, unknown, string, string]>([
    ['an unknown criterion', { agee: {} }, '/eligibility/agee', 'Did you mean age'],
    ['a misspelt kind', { smallvariant: { gene: 'EGFR' } }, '/eligibility/smallvariant', 'smallVariant'],
    ['a misspelt member', { age: { atleast: 18 } }, '/eligibility/age/atleast', 'atLeast'],
    ['two conditions at once', { sex: 'male', age: { atLeast: 18 } }, '/eligibility', 'exactly one'],
    ['no condition', { text: 'Adults' }, '/eligibility', 'exactly one'],
    ['an empty list', { all: [] }, '/eligibility/all', 'at least one'],
    ['a circle', circle, '/eligibility/all/0', 'Write the criterion out'],
    ['a tree too deep', deep, '/eligibility', 'levels'],
    [
      'a contradiction',
      { all: [{ sex: 'male' }, { all: [{ not: { text: 'no men', sex: 'male' } }] }] },
      '/eligibility/all',
      'Take one',
    ],
    [
      'a question asked both ways',
      { any: [{ sex: 'male' }, { not: { sex: 'male' } }] },
      '/eligibility/any',
      'Take one',
    ],
    ['bounds nobody can meet', { age: { atLeast: 51, atMost: 50 } }, '/eligibility/age', 'Check the numbers'],
    ['no bound', { performance: { scale: 'ECOG' } }, '/eligibility/performance', 'atLeast'],
    [
      'a unit that cannot be converted',
      { measurement: { test: 'platelets', atLeast: 100, unit: 'mg/dL' } },
      '/eligibility/measurement/unit',
      '',
    ],
    ['an unknown gene', { smallVariant: { gene: 'EGFRR' } }, '/eligibility/smallVariant', 'EGFR'],
    ['an earlier gene name', { fusion: { gene: 'HER2' } }, '/eligibility/fusion', 'ERBB2'],
    ['an unknown tumour type', { tumourType: { within: ['LUADD'] } }, '/eligibility/tumourType', 'LUAD'],
    [
      'a change in another form',
      { smallVariant: { gene: 'EGFR', changes: ['p.L858R'] } },
      '/eligibility/smallVariant',
      'L858R',
    ],
    [
      'an unknown drug class',
      { priorTherapy: { classes: ['EGFR TKIs'] } },
      '/eligibility/priorTherapy',
      'EGFR TKI',
    ],
    ['a brand name', { priorTherapy: { drugs: ['Tagrisso'] } }, '/eligibility/priorTherapy', 'osimertinib'],
    [
      'an unknown disease',
      { condition: { names: ['pneumonitiss'] } },
      '/eligibility/condition',
      'pneumonitis',
    ],
    ['a washout of nothing', { washout: { classes: ['EGFR TKI'] } }, '/eligibility/washout', 'Say what'],
    [
      'too many of a few',
      { atLeast: { count: 3, of: [{ sex: 'male' }] } },
      '/eligibility/atLeast/count',
      '1 to 1',
    ],
    ['a wrong type', { age: 18 }, '/eligibility/age', ''],
    ['text for a tree', 'adults', '/eligibility', ''],
  ])('refuses %s with its place and what was meant', (_, eligibility, place, remedy) => {
    const problems = problemsOf(eligibility);
    const [first] = problems.filter((problem) => problem.place.startsWith(place));
    expect(problems.length).toBeGreaterThan(0);
    expect(first?.place.startsWith(place)).toBe(true);
    expect(first?.remedy).toContain(remedy);
  });

  it('gives a trial or problems for any JSON, and never throws', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('all', 'not', 'age', 'atLeast', 'smallVariant'),
        (value, kind) => {
          for (const document of [value, trialWith(value), trialWith({ [kind]: value })]) {
            const checked = checkTrial(document, references);
            if (!checked.ok) expect(checked.error.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('publishes no release with one bad trial in it, and says which', () => {
    const release = { name: 'r', source: 's', publishedOn: '2026-11-23', title: 't' };
    const good = trialWith({ age: { atLeast: 18 } });
    const checked = checkTrialsRelease({ ...release, trials: [good, trialWith({ agee: {} })] }, references);
    expect(checked.ok ? [] : checked.error.map(({ place }) => place)).toContain('/trials/1/eligibility/agee');
    expect(checkTrialsRelease({ ...release, trials: [good] }, references).ok).toBe(true);
  });
});

describe(loadBuiltInTrials.name, () => {
  it('passes the check whole', () => {
    const folder = resolve(
      import.meta.dirname,
      '../../libs/trials/core/releases/consilium-trials-2026.11/trials',
    );
    expect(loadBuiltInTrials(references).trials.length).toBe(readdirSync(folder).length);
  });
});

describe(readTrialFile.name, () => {
  const options = { retrievedOn: '2026-11-23', references };

  it('reads our own YAML, and refuses a circle of anchors', () => {
    const folder = resolve(
      import.meta.dirname,
      '../../libs/trials/core/releases/consilium-trials-2026.11/trials',
    );
    const [file = ''] = readdirSync(folder).sort();
    const text = readFileSync(join(folder, file), 'utf8');
    expect(readTrialFile(text, options).trials).toHaveLength(1);
    const knotted = JSON.stringify(trialWith('KNOT')).replace('"KNOT"', '&a {"all": [*a]}');
    const read = readTrialFile(knotted, options);
    expect(read.trials).toEqual([]);
    expect(read.problems.length).toBeGreaterThan(0);
  });

  it('tells CTML with a misspelt key, and a study without criteria, by place', () => {
    const ctml =
      'protocol_no: "1"\ntreatment_list: { step: [{ match: [{ genomic: { hugo_symbl: EGFR } }] }] }\n';
    expect(JSON.stringify(readTrialFile(ctml, options).problems)).toContain('hugo_symbol');
    const study = JSON.stringify({
      protocolSection: { identificationModule: { nctId: 'NCT00000001', briefTitle: 'x' } },
    });
    expect(
      readTrialFile(study, options)
        .problems.map(({ place }) => place)
        .join(),
    ).toContain('eligibilityCriteria');
  });
});
