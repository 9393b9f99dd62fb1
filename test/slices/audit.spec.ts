import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@consilium/platform-persistence';
import { eventually } from '@consilium/platform-testing';
import { sendCareTeams } from '../support/care-teams.js';
import { repository, sample, startPlatform, type Platform } from '../support/consilium.js';
import { trialsForPatient, worklist } from '../support/trial-queries.js';

const list = `{ cases(first: 100) { edges { node { id patient profiles { id } } } } }`;
interface List {
  readonly cases: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly patient: string;
        readonly profiles: readonly { readonly id: string }[];
      };
    }[];
  };
}
interface Entry {
  readonly actor: string;
  readonly role: string;
  readonly hospital: string;
  readonly subject: string | null;
  readonly action: string;
  readonly operation: string;
  readonly target: object;
  readonly correlation: string | null;
}

describe('the audit journal, from what is asked to what is verified', () => {
  let platform: Platform;
  let owner: Database;
  beforeAll(async () => {
    platform = await startPlatform();
    await sendCareTeams(platform, 'P-H1975', 'P-COLO829');
    owner = await Database.connect(platform.running.ownerUrl, [], { poolSize: 1 });
    for (const file of ['colo-829.report.json', 'nci-h1975.report.json', 'secretory-ntrk3.report.json'])
      await platform.post(sample(file));
    await platform.post(sample('clinical/nci-h1975.facts.json'), { token: platform.token('administrator') });
    await platform.quiet();
  }, 60_000);
  afterAll(async () => {
    await owner.close();
    await platform.close();
  });

  let told = 0;
  /** What was written since the last call, oldest first. */
  const newEntries = async (): Promise<readonly Entry[]> => {
    const rows: (Entry & { id: number })[] = await platform.running.database.transaction(
      'every-hospital',
      (tx) =>
        tx.query(
          `SELECT id::int, actor, role, hospital, subject, action, operation, target, correlation
         FROM audit.entry WHERE id > $1 ORDER BY id`,
          [told],
        ),
    );
    told = rows.at(-1)?.id ?? told;
    return rows;
  };
  const ask = async <T>(role: string, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await platform.query<T>(
      platform.token(role, 'university-hospital'),
      query,
      variables,
    );
    if (data === undefined) throw new Error(errors?.[0]?.message);
    return data;
  };
  const nodes = async () => (await ask<List>('referrer', list)).cases.edges.map(({ node }) => node);
  const known = async (patient: string) => {
    const found = (await nodes()).find((node) => node.patient === patient);
    if (found === undefined) throw new Error(`No case of ${patient}.`);
    await newEntries();
    return { caseId: found.id, profileId: found.profiles[0]?.id ?? '' };
  };
  const sealed = () =>
    eventually('every entry to be sealed', async () => {
      const rows: unknown[] = await platform.running.database.source.query(
        `SELECT 1 FROM audit.waiting LIMIT 1`,
      );
      return rows.length === 0 ? true : undefined;
    });

  it('names who saw whom, once for each patient of a page', async () => {
    await newEntries();
    const seen = await nodes();
    const entries = await newEntries();
    expect(entries.map(({ subject }) => subject).sort()).toEqual(seen.map(({ patient }) => patient).sort());
    const { id } = seen.find(({ patient }) => patient === 'P-COLO829') ?? { id: '' };
    expect(entries.find(({ subject }) => subject === 'P-COLO829')).toMatchObject({
      actor: 'dev:referrer:university-hospital',
      role: 'referrer',
      hospital: 'university-hospital',
      action: 'read',
      operation: 'cases',
      target: { case: [id] },
    });
    expect(new Set(entries.map(({ correlation }) => correlation)).size).toBe(1);
  });

  it('writes one entry where one request reads the same patient in several ways', async () => {
    const { caseId, profileId } = await known('P-COLO829');
    await ask(
      'chair',
      `query ($id: ID!, $profile: ID!) {
         case(id: $id) { patient } again: case(id: $id) { id }
         profile(id: $profile) { id } profileMeaning(profileId: $profile) { release }
         safetyGate(profileId: $profile, drugs: ["vemurafenib"]) { __typename }
       }`,
      { id: caseId, profile: profileId },
    );
    const [entry, ...others] = await newEntries();
    expect(others).toEqual([]);
    expect(entry?.operation.split(', ').sort()).toEqual(['case', 'profile', 'profileMeaning', 'safetyGate']);
    expect(entry?.target).toEqual({ case: [caseId], profile: [profileId] });
  });

  it('writes down whoever reads clinical facts, trials for a patient, patients for a trial, and the worklist', async () => {
    const patient = sample('clinical/nci-h1975.facts.json').data['patient'];
    const place = { hospital: 'university-hospital', patient };
    const operations = async () => (await newEntries()).map(({ operation, subject }) => [operation, subject]);
    await newEntries();
    await ask(
      'trial-coordinator',
      `query ($hospital: String!, $patient: String!) { clinicalFacts(hospital: $hospital, patient: $patient) { patient } }`,
      place,
    );
    expect(await operations()).toEqual([['clinicalFacts', patient]]);
    await ask('trial-coordinator', trialsForPatient, place);
    expect(await operations()).toEqual([['trialsForPatient', patient]]);
    const { answer } = await ask<{ answer: { nodes: { id: string; version: number; patient: string }[] } }>(
      'trial-coordinator',
      worklist.replace('nodes {', 'nodes { patient '),
      { filter: {} },
    );
    const line = answer.nodes[0];
    expect((await operations()).length).toBe(new Set(answer.nodes.map((one) => one.patient)).size);
    await ask('trial-coordinator', `query ($id: ID!) { worklistLine(id: $id) { trialId } }`, {
      id: line?.id,
    });
    expect(await operations()).toEqual([['worklistLine', line?.patient]]);
    await ask(
      'trial-coordinator',
      `mutation ($line: ID!, $version: Int!) {
         recordContact(line: $line, expectedVersion: $version) { __typename } }`,
      { line: line?.id, version: line?.version },
    );
    const [change] = await newEntries();
    expect(change).toMatchObject({ action: 'change', operation: 'AdvanceLine', subject: line?.patient });
  });

  it('writes down a proposed override', async () => {
    await newEntries();
    await ask(
      'curator',
      `mutation ($input: OncogenicityOverrideInput!) { proposeOncogenicity(input: $input) { __typename } }`,
      {
        input: {
          hospital: 'university-hospital',
          gene: 'BRAF',
          change: 'V600E',
          value: 'uncertain',
          reason: 'To see that it is written down.',
        },
      },
    );
    expect(await newEntries()).toMatchObject([
      { action: 'change', operation: 'ProposeOverride', subject: null, role: 'curator' },
    ]);
  });

  it('writes nothing of what was refused or not found', async () => {
    const { caseId } = await known('P-COLO829');
    const one = `query ($id: ID!) { case(id: $id) { id } }`;
    await platform.query(platform.token('referrer', 'city-hospital'), one, { id: caseId });
    await platform.query(platform.token('lab'), one, { id: caseId });
    await platform.query('nonsense', one, { id: caseId });
    await ask('referrer', one, { id: '00000000-0000-4000-8000-000000000000' });
    expect(await newEntries()).toEqual([]);
  });

  it('shows nothing when it cannot be written', async () => {
    await owner.source.query(`REVOKE INSERT ON audit.waiting FROM consilium_app`);
    try {
      const { data, errors } = await platform.query(platform.token('referrer', 'university-hospital'), list);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([{ extensions: { code: 'AUDIT_UNAVAILABLE' } }]);
    } finally {
      await owner.source.query(`GRANT INSERT ON audit.waiting TO consilium_app`);
    }
    expect(await newEntries()).toEqual([]);
  });

  describe('consilium audit verify', () => {
    /** Not in step: the service goes on in this process. */
    const verify = (args: readonly string[] = [], dataDir = platform.dataDir) =>
      new Promise<{ code: number; out: string; err: string }>((done) => {
        const env = { ...process.env, NODE_OPTIONS: '', CONSILIUM_DATA_DIR: dataDir };
        execFile(
          process.execPath,
          [join(repository, 'apps/consilium/bin/consilium.mjs'), 'audit', 'verify', ...args],
          { cwd: repository, env },
          (fault, out, err) => {
            done({ code: fault === null ? 0 : Number(fault.code), out, err });
          },
        );
      });
    const tamper = (sql: string) => owner.transaction('every-hospital', (tx) => tx.query(sql));

    it('finds the journal intact beside the running service, and leaves that running', async () => {
      await nodes();
      await sealed();
      const { code, out } = await verify();
      expect({ code, out }).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^INTACT: \d+ sealed entries/),
      });
      const head = /Head (\d+:[0-9a-f]{64})/.exec(out)?.[1] ?? '';
      expect((await verify(['--noted', head])).code).toBe(0);
      expect((await nodes()).length).toBeGreaterThan(0);
    }, 60_000);

    it('finds one altered row, says where, and what to do', async () => {
      await sealed();
      await tamper(`UPDATE audit.entry SET role = reverse(role) WHERE id = 2`);
      const { code, out } = await verify();
      expect(code).toBe(1);
      expect(out).toMatch(
        /^BROKEN at seal \d+, entry 2, 20\d\d-.*\n {2}The entry is not what was sealed\.\n/,
      );
      const json = JSON.parse((await verify(['--json'])).out) as object;
      expect(json).toMatchObject({
        intact: false,
        broken: { fault: 'entry-altered', entryId: '2', remedy: expect.any(String) },
      });
      await tamper(`UPDATE audit.entry SET role = reverse(role) WHERE id = 2`);
      expect((await verify(['--from', '2'])).code).toBe(0);
    }, 60_000);

    it('says when it could not look', async () => {
      expect(await verify([], join(platform.dataDir, 'nothing'))).toMatchObject({
        code: 2,
        err: expect.stringContaining('holds no database'),
      });
      for (const wrong of [['--from', '0'], ['--noted', '7'], ['--no-such']])
        expect((await verify(wrong)).code).toBe(2);
      expect((await verify(['--noted', `2:${'a'.repeat(64)}`, '--from', '3'])).code).toBe(2);
      expect((await verify(['--help'])).code).toBe(0);
    }, 60_000);
  });
});
