/** Parts of drafts for tests; every person and trial in them is invented. */

export const facts = (more: object) => ({
  diagnoses: [{ code: 'LUAD' }],
  birthDate: '1970-05-01',
  performance: [{ scale: 'ECOG', value: 1, on: '2026-11-20' }],
  ...more,
});
export const profile = (change: string | undefined) => ({
  diagnosis: 'LUAD',
  assay: {
    name: 'Panel',
    kind: 'panel',
    pairing: 'tumour-only',
    build: 'GRCh38',
    genes: ['EGFR'],
    alterations: ['small-variant'],
    biomarkers: [],
  },
  smallVariants:
    change === undefined
      ? []
      : [{ gene: 'EGFR', proteinChange: change, consequence: 'missense', origin: 'somatic' }],
});
export const example = (name: string, record: object, verdict: string, arm = 'arm-1') => ({
  name,
  on: '2026-11-23',
  record: JSON.stringify(record),
  expected: [{ arm, verdict }],
});
export const sick = {
  facts: facts({ performance: [{ scale: 'ECOG', value: 3, on: '2026-11-20' }] }),
  profiles: [],
};
export const fitting = { facts: facts({}), profiles: [profile('L858R')] };

export function trial(id: string) {
  return {
    id,
    title: 'An own trial',
    status: 'open',
    statusOn: '2026-11-23',
    source: { kind: 'local', reference: 'protocol 1.0', retrievedOn: '2026-11-23' },
    eligibility: { all: [{ age: { atLeast: 18 } }] },
    arms: [{ id: 'A', name: 'A' }],
  };
}

export function release(more: object) {
  return {
    name: 'elsewhere-1',
    source: 'elsewhere',
    publishedOn: '2026-11-01',
    title: 'Trials of another house',
    trials: [trial('OTHER-1')],
    ...more,
  };
}
