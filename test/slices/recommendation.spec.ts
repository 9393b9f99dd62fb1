import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseOnTable } from '../support/case-on-table.js';
import { boardPeople, type CaseAnswer } from '../support/case-steps.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

const items = 'id kind priority drugs gate gateReasons gateOverride gateOverriddenBy dissents { by text }';
interface Item {
  readonly id: string;
  readonly drugs: readonly string[];
  readonly gate: string | null;
  readonly gateReasons: readonly string[];
}
interface Draft {
  readonly items: readonly Item[];
  readonly none: string | null;
  readonly signed: readonly {
    readonly version: number;
    readonly contentHash: string;
    readonly items: readonly Item[];
  }[];
}
const capecitabine = {
  id: 'one',
  kind: 'THERAPY',
  priority: 1,
  drugs: ['capecitabine'],
  evidence: [{ scale: 'AMP', level: 'C', source: 'PMID:1' }],
  label: 'OFF_LABEL',
  rationale: 'Nothing else is left.',
  references: ['PMID:1'],
};

describe('what a board recommends', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let id = '';
  beforeAll(async () => {
    platform = await startPlatform({}, () => new Date('2026-11-23T12:00:00Z'));
    people = boardPeople(platform);
    id = await caseOnTable(platform, ['molecular-pathologist']);
  }, 60_000);
  afterAll(() => platform.close());

  const step = (role: string, name: string, args?: string, given: object = {}) =>
    people.step(id, role, name, args, given);
  const draft = (item: object, role = 'chair'): Promise<CaseAnswer> =>
    step(role, 'draftItem', ', item: $item', {
      values: { item },
      types: ', $item: RecommendationItemInput!',
    });
  const standing = async (): Promise<Draft> => {
    const query = `query ($id: ID!) { answer: case(id: $id) { recommendation { none items { ${items} } signed { version contentHash items { ${items} } } } } }`;
    return (await people.ask<{ recommendation: Draft }>('chair', query, { id })).recommendation;
  };

  const settleLateData = async (): Promise<void> => {
    const query = `query ($id: ID!) { answer: case(id: $id) { lateData { source } } }`;
    const { lateData } = await people.ask<{ lateData: { source: string }[] }>('chair', query, { id });
    for (const { source } of lateData)
      await step('chair', 'settleLateData', ', source: $s, reason: "Looked at it"', {
        values: { s: source },
        types: ', $s: ID!',
      });
  };

  it('asks the safety gate about each draft, and is not signed where it stops', async () => {
    expect(await draft({ ...capecitabine, references: [] })).toMatchObject({
      problem: { code: 'BOARD.BAD_ITEM', place: '/item/references' },
    });
    await draft(capecitabine);
    const [item] = (await standing()).items;
    expect(item).toMatchObject({ drugs: ['capecitabine'], gate: 'TEST_FIRST' });
    expect(item?.gateReasons.join(' ')).toContain('DPYD');
    expect(await step('chair', 'signCase')).toMatchObject({ problem: { code: 'BOARD.STEP_NOT_POSSIBLE' } });
    expect(await step('chair', 'recommendCase')).toMatchObject({ work: { state: 'RECOMMENDED' } });
    expect(await step('chair', 'signCase')).toMatchObject({
      problem: { code: 'BOARD.GATE_STOPS', message: expect.stringContaining('DPYD') },
    });
  });

  it('goes on against the gate only with a reason and by name; another drug ends that', async () => {
    expect(await step('pharmacist', 'overrideGate', ', item: "one", reason: ""')).toMatchObject({
      problem: { code: 'BOARD.NO_REASON' },
    });
    await step('pharmacist', 'overrideGate', ', item: "one", reason: "DPYD is under way"');
    expect((await standing()).items[0]).toMatchObject({ gateOverride: 'DPYD is under way' });
    await draft({ ...capecitabine, drugs: ['amivantamab'] });
    expect((await standing()).items[0]).toMatchObject({ drugs: ['amivantamab'], gateOverride: null });
  });

  it('keeps dissent, but not of who is recused', async () => {
    expect(await step('molecular-pathologist', 'dissent', ', item: "one", text: "Too early"')).toMatchObject({
      problem: { code: 'BOARD.RECUSED' },
    });
    await step('referrer', 'dissent', ', item: "one", text: "Too early"');
    expect((await standing()).items[0]).toMatchObject({ dissents: [{ text: 'Too early' }] });
  });

  it('is frozen by the signature, once, with all that the board saw', async () => {
    expect(await step('chair', 'signCase')).toMatchObject({ work: { state: 'SIGNED' } });
    expect(await step('chair', 'signCase')).toMatchObject({ problem: { code: 'BOARD.STEP_NOT_POSSIBLE' } });
    expect(await draft(capecitabine)).toMatchObject({ problem: { code: 'BOARD.STEP_NOT_POSSIBLE' } });
    const [signed] = (await standing()).signed;
    const [kept]: { document: Record<string, unknown> }[] = await platform.running.database.transaction(
      'every-hospital',
      (tx) => tx.query(`SELECT document FROM board.snapshot WHERE hash = $1`, [signed?.contentHash]),
    );
    expect(kept?.document).toMatchObject({
      recommendation: { items: [{ drugs: ['amivantamab'] }] },
      clinicalFacts: { patient: 'P-H1975' },
      profiles: [{ patient: 'P-H1975' }],
      results: [{ releaseHash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
  });

  it('is amended as another version, and the first stays', async () => {
    const before = (await standing()).signed[0];
    await step('chair', 'amendCase', ', reason: "The report was amended"');
    await step('chair', 'recommendNothing', ', because: NO_ACTIONABLE_FINDING');
    expect(await step('chair', 'signCase')).toMatchObject({ work: { state: 'SIGNED' } });
    const { signed, none } = await standing();
    expect(none).toBe('NO_ACTIONABLE_FINDING');
    expect(signed.map(({ version }) => version)).toEqual([1, 2]);
    expect(signed[0]).toEqual(before);
  });

  it('asks the gate again at the signature: a test that came meanwhile counts', async () => {
    await step('chair', 'amendCase', ', reason: "DPYD is known"');
    await draft(capecitabine);
    expect(await step('chair', 'signCase')).toMatchObject({ problem: { code: 'BOARD.GATE_STOPS' } });
    const report = sample('nci-h1975.report.json');
    const pharmacogenes = {
      source: 'blood',
      reported: [
        { gene: 'DPYD', state: 'called', diplotype: 'Reference/Reference', method: 'targeted genotyping' },
      ],
    };
    await platform.post({
      ...report,
      id: 'with-dpyd',
      data: {
        ...report.data,
        version: 2,
        findings: { ...(report.data['findings'] as object), pharmacogenes },
      },
    });
    await platform.quiet();
    expect(await step('chair', 'signCase')).toMatchObject({
      problem: { code: 'BOARD.LATE_DATA_OPEN', message: expect.stringContaining('version 2') },
    });
    await settleLateData();
    expect(await step('chair', 'signCase')).toMatchObject({ work: { state: 'SIGNED' } });
    const { signed } = await standing();
    expect(signed[2]?.items[0]).toMatchObject({ drugs: ['capecitabine'], gateOverride: null });
    expect(['AVOID', 'TEST_FIRST']).not.toContain(signed[2]?.items[0]?.gate);
  });

  it('stops at the signature where the test is withdrawn again', async () => {
    await step('chair', 'amendCase', ', reason: "Another look"');
    const report = sample('nci-h1975.report.json');
    await platform.post({
      ...report,
      id: 'withdrawn',
      data: { ...report.data, version: 3, status: 'cancelled' },
    });
    await platform.quiet();
    expect(await step('chair', 'signCase')).toMatchObject({
      problem: { code: expect.stringMatching(/INCOMPLETE|GATE_STOPS/) },
    });
    expect((await standing()).items[0]?.gate).not.toBe('OK');
  });
});
