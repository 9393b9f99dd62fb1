import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue, readTumourTypes } from '@consilium/clinical';
import { parse } from 'yaml';
import { dayOf } from './calendar.js';
import { compositeKinds, type LeafKind } from './language/criterion.js';
import { trialPhases, trialStatuses } from './language/trial.js';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const directory = new URL('../releases/consilium-trials-2026.11/', import.meta.url);
const read = (file: string): Node => {
  const content: unknown = parse(readFileSync(new URL(file, directory), 'utf8'));
  if (!isNode(content)) throw new TypeError(`«${file}» is no record.`);
  return content;
};
const table = (name: string): string =>
  readFileSync(new URL(`../../../shared/clinical/data/${name}`, import.meta.url), 'utf8');

const genes = readGeneCatalogue(table('genes.tsv'));
const tumourTypes = readTumourTypes(table('tumour-types.tsv'));
const release = read('release.yaml');
const files = readdirSync(new URL('trials/', directory)).sort();
const trials = files.map((file) => ({ file, trial: read(`trials/${file}`) }));

const pattern = ['gene', 'changes', 'codingChanges', 'dbSnp', 'exceptChanges', 'codons', 'residues', 'exons'];
const therapy = ['drugs', 'classes', 'types', 'settings', 'sites'];
const bounds = ['atLeast', 'atMost', 'above', 'below'];

/** Keys of each leaf's body; `plain` where it is no record. A kind added to the language is missed by the compiler. */
const bodies: Readonly<Record<LeafKind, readonly string[] | 'plain'>> = {
  smallVariant: [...pattern, 'classes', 'origin'],
  wildType: ['gene', 'classes', 'codons'],
  copyNumber: ['gene', 'states', 'copiesAtLeast', 'copiesAtMost'],
  fusion: ['gene', 'fivePrime', 'threePrime', 'fivePrimeExon', 'threePrimeExon'],
  exonSkipping: ['gene', 'exons'],
  rearrangement: ['gene'],
  observation: ['gene', 'feature', 'states', 'name'],
  biomarker: ['kind', 'states', 'atLeast', 'below', 'scoring', 'clones', 'withinDays'],
  hla: ['anyOf'],
  signature: ['name', 'shareAtLeast'],
  tumourType: ['within', 'except'],
  histology: ['anyOf', 'gradeAtLeast', 'gradeAtMost'],
  stage: ['groups', 'extents', 'resectable'],
  metastases: ['sites', 'states', 'stableForDays'],
  measurableDisease: ['criteria'],
  receptor: ['receptor', 'states'],
  age: [...bounds, 'unit'],
  sex: 'plain',
  performance: ['scale', 'atLeast', 'atMost', 'withinDays'],
  priorTherapy: [
    ...therapy,
    ...['mostRecent', 'outcomes', 'bestResponses', 'progressed', 'withinDays', 'endedDaysAgo', 'atLeast'],
  ],
  lines: ['atLeast', 'atMost', 'settings', 'drugs', 'classes'],
  washout: [...therapy, 'days', 'halfLives', 'whichever'],
  measurement: ['test', ...bounds, 'unit', 'withinDays', 'method'],
  condition: ['names', 'states', 'gradeAtLeast', 'withinDays'],
  autoimmuneDisease: ['except', 'states', 'systemicTreatmentWithinDays'],
  infection: ['agents', 'states'],
  steroids: ['aboveMgPerDay', 'withinDays'],
  medication: ['drugs', 'classes', 'withinDays'],
  otherCancer: ['withinYears', 'states', 'except'],
  pregnancy: ['states'],
  contraception: 'plain',
  consent: ['to'],
  lifeExpectancy: ['atLeastWeeks'],
  residence: ['countries'],
  language: ['anyOf'],
  unstructured: ['text', 'list'],
};
const isLeafKind = (key: string): key is LeafKind => Object.hasOwn(bodies, key);
const isComposite = (key: string): boolean => compositeKinds.some((kind) => kind === key);

const cohortsOf = (arm: Node): readonly Node[] => nodesOf(arm.cohorts);
const armsOf = (trial: Node): readonly Node[] => nodesOf(trial.arms);
const rootsOf = (trial: Node): readonly unknown[] =>
  [trial, ...armsOf(trial), ...armsOf(trial).flatMap(cohortsOf)]
    .map(({ eligibility }) => eligibility)
    .filter((root) => root !== undefined);

/** Every node of a tree with its place; what is no criterion is given as its place alone. */
function criteriaIn(root: unknown, place: string): readonly { place: string; node?: Node }[] {
  if (!isNode(root)) return [{ place }];
  const below = Object.entries(root).flatMap(([key, value]) => {
    if (key === 'not') return criteriaIn(value, `${place}.not`);
    const members = key === 'atLeast' && isNode(value) ? value.of : value;
    if (!isComposite(key) || !Array.isArray(members)) return [];
    return members.flatMap((one: unknown, index) => criteriaIn(one, `${place}.${key}[${String(index)}]`));
  });
  return [{ place, node: root }, ...below];
}

const criteriaOf = (trial: Node) => rootsOf(trial).flatMap((root, index) => criteriaIn(root, String(index)));
const leavesOf = (trial: Node): readonly { kind: LeafKind; body: unknown; place: string }[] =>
  criteriaOf(trial).flatMap(({ place, node }) =>
    Object.entries(node ?? {}).flatMap(([kind, body]) => (isLeafKind(kind) ? [{ kind, body, place }] : [])),
  );
const bodiesOf = (trial: Node, ...kinds: readonly LeafKind[]): readonly Node[] =>
  leavesOf(trial).flatMap(({ kind, body }) => (kinds.includes(kind) && isNode(body) ? [body] : []));

/** Drugs given in order that the immune system acts on the tumour, of those in the catalogue. */
const immunotherapies = new Set([
  ...['pembrolizumab', 'nivolumab', 'ipilimumab', 'relatlimab', 'atezolizumab', 'durvalumab'],
  ...['tebentafusp', 'brenetafusp', 'afamitresgene autoleucel'],
]);

const drugsOf = (trial: Node): readonly string[] =>
  armsOf(trial).flatMap(({ drugs }) => textsOf(drugs ?? []));

describe.each(trials)('the trial of $file', ({ file, trial }) => {
  it('is named by its registry number', () => {
    expect(trial.id).toMatch(/^NCT\d{8}$/);
    expect(file).toBe(`${String(trial.id)}.yaml`);
  });

  it('says its status, as of a day not after the release', () => {
    expect(trialStatuses).toContain(trial.status);
    expect(trialPhases).toContain(trial.phase);
    const on = dayOf(String(trial.statusOn));
    expect(on).toBeLessThanOrEqual(dayOf(String(release.publishedOn)));
  });

  it('says where it comes from and what was left out', () => {
    const source = isNode(trial.source) ? trial.source : {};
    expect(['registry', 'publication']).toContain(source.kind);
    expect(source.reference).toContain(trial.id);
    expect(() => dayOf(String(source.retrievedOn))).not.toThrow();
    expect(String(source.note).length).toBeGreaterThan(40);
  });

  it('has only members that the language knows', () => {
    const known = new Set(
      'id title acronym phase sponsor status statusOn source eligibility arms sites conditions note'.split(
        ' ',
      ),
    );
    expect(Object.keys(trial).filter((key) => !known.has(key))).toEqual([]);
    const parts = [...armsOf(trial), ...armsOf(trial).flatMap(cohortsOf)];
    const ofPart = new Set(['id', 'name', 'status', 'drugs', 'eligibility', 'cohorts', 'slots']);
    expect(parts.flatMap((part) => Object.keys(part)).filter((key) => !ofPart.has(key))).toEqual([]);
  });

  it('has arms and cohorts with names of their own', () => {
    expect(armsOf(trial).length).toBeGreaterThan(0);
    const families = [armsOf(trial), ...armsOf(trial).map(cohortsOf)];
    for (const family of families) {
      const ids = family.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(family.filter(({ name }) => typeof name !== 'string')).toEqual([]);
    }
  });

  it('asks one thing at each place of its tree', () => {
    const wrong = criteriaOf(trial).filter(({ node }) => {
      const keys = Object.keys(node ?? {}).filter((key) => key !== 'id' && key !== 'text');
      const [key] = keys;
      return keys.length !== 1 || key === undefined || !(isLeafKind(key) || isComposite(key));
    });
    expect(wrong.map(({ place }) => place)).toEqual([]);
    const empty = criteriaOf(trial).filter(
      ({ node }) =>
        node !== undefined && [node.all, node.any].some((of) => Array.isArray(of) && of.length === 0),
    );
    expect(empty.map(({ place }) => place)).toEqual([]);
  });

  it('has leaves with known members only', () => {
    const unknown = leavesOf(trial).flatMap(({ kind, body, place }) => {
      const known = bodies[kind];
      if (known === 'plain') return isNode(body) ? [`${place}: ${kind}`] : [];
      if (!isNode(body)) return [`${place}: ${kind}`];
      return Object.keys(body).flatMap((key) => (known.includes(key) ? [] : [`${place}: ${kind}.${key}`]));
    });
    expect(unknown).toEqual([]);
  });

  it('names genes by their approved symbols', () => {
    const named = leavesOf(trial).flatMap(({ body }) =>
      isNode(body) ? [body.gene, body.fivePrime, body.threePrime].flatMap((gene) => textsOf(gene ?? [])) : [],
    );
    expect(named.filter((gene) => genes.resolve(gene).kind !== 'approved')).toEqual([]);
  });

  it('names tumour types that OncoTree has', () => {
    const families = new Set(['ANY', 'SOLID', 'LIQUID']);
    const codes = bodiesOf(trial, 'tumourType').flatMap(({ within, except }) => [
      ...textsOf(within).filter((code) => !families.has(code)),
      ...textsOf(except ?? []),
    ]);
    expect(codes.filter((code) => tumourTypes.find(code) === undefined)).toEqual([]);
  });

  it('names drugs in lower case', () => {
    const named = [
      ...drugsOf(trial),
      ...bodiesOf(trial, 'priorTherapy', 'lines', 'washout', 'medication').flatMap(({ drugs }) =>
        textsOf(drugs ?? []),
      ),
    ];
    expect(named.filter((drug) => drug !== drug.toLowerCase().trim() || drug === '')).toEqual([]);
  });

  it('bounds what it measures, in a unit', () => {
    const unbounded = bodiesOf(trial, 'measurement').filter(
      (body) => typeof body.unit !== 'string' || !bounds.some((bound) => typeof body[bound] === 'number'),
    );
    expect(unbounded).toEqual([]);
  });

  it('keeps every text short enough to be ours', () => {
    const texts = criteriaOf(trial).flatMap(({ node }) => [
      ...textsOf(node?.text ?? []),
      ...(isNode(node?.unstructured) ? textsOf(node.unstructured.text) : []),
    ]);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.length > 300 || text === '')).toEqual([]);
  });
});

describe('the built-in catalogue', () => {
  it('is a release of its own', () => {
    expect(release).toMatchObject({ name: 'consilium-trials-2026.11', source: 'consilium' });
    expect(() => dayOf(String(release.publishedOn))).not.toThrow();
  });

  it('has each trial once, and at least 32', () => {
    expect(new Set(trials.map(({ trial }) => trial.id)).size).toBe(trials.length);
    expect(trials.length).toBeGreaterThanOrEqual(32);
  });

  it('has at least 8 trials of immunotherapy and 5 that are open', () => {
    const immune = trials.filter(({ trial }) => drugsOf(trial).some((drug) => immunotherapies.has(drug)));
    expect(immune.length).toBeGreaterThanOrEqual(8);
    expect(trials.filter(({ trial }) => trial.status === 'open').length).toBeGreaterThanOrEqual(5);
  });
});
