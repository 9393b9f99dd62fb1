import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

interface Option {
  readonly drugs: string[];
  readonly group: string;
  readonly level: string;
  readonly direction: string;
  readonly explanation: {
    readonly facts: string[];
    readonly sentences: string[];
    readonly release: string;
    readonly evidence: { readonly citations: string[] }[];
  };
}
interface CaseAnswer {
  readonly cases: {
    readonly edges: {
      readonly node: {
        readonly id: string;
        readonly revision: number;
        readonly profiles: {
          readonly version: number;
          readonly status: string;
          readonly smallVariants: { readonly gene: string; readonly proteinChange: string }[];
        }[];
        readonly therapyOptions: Option[];
      };
    }[];
  };
}

const question = `query ($patient: String!) {
  cases(filter: { patient: $patient }) {
    edges { node {
      id revision
      profiles { version status smallVariants { gene proteinChange } }
      therapyOptions { drugs group level direction explanation { facts sentences release evidence { citations } } }
    } }
  }
}`;

describe('from a report to a case', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 60_000);
  afterAll(() => platform.close());

  const caseOf = async (patient: string) => {
    await platform.quiet();
    const { data } = await platform.query<CaseAnswer>(platform.token('chair'), question, { patient });
    const found = data?.cases.edges.map(({ node }) => node) ?? [];
    if (found.length !== 1 || found[0] === undefined)
      throw new Error(`${patient} has ${String(found.length)} cases.`);
    return found[0];
  };

  it('shows COLO-829 with dabrafenib and trametinib at the highest level, with source', async () => {
    expect(await platform.post(sample('colo-829.report.json'))).toMatchObject({
      status: 200,
      body: { outcome: 'accepted' },
    });
    const found = await caseOf('P-COLO829');
    expect(found.profiles[0]?.smallVariants).toContainEqual({ gene: 'BRAF', proteinChange: 'V600E' });
    const option = found.therapyOptions.find(
      ({ drugs, group }) => group === 'OPTION' && drugs.join('+') === 'dabrafenib+trametinib',
    );
    expect(option).toMatchObject({ level: 'A', direction: 'SENSITIVE' });
    expect(option?.explanation.evidence[0]?.citations.length).toBeGreaterThan(0);
    expect(option?.explanation.facts.join(' ')).toMatch(/BRAF.*V600E/);
  });

  it('shows the same variant in colon cancer with encorafenib and cetuximab, and no BRAF inhibitor alone', async () => {
    const report = sample('colorectal-braf.report.json');
    await platform.post(report);
    const { pseudonym } = report.data['patient'] as { pseudonym: string };
    const { therapyOptions } = await caseOf(pseudonym);
    const offered = therapyOptions.filter(({ group }) => group === 'OPTION').map(({ drugs }) => drugs);
    expect(offered).toContainEqual(['cetuximab', 'encorafenib']);
    const brafInhibitors = ['dabrafenib', 'vemurafenib', 'encorafenib'];
    const withoutAntibody = offered.filter(
      (drugs) =>
        drugs.some((drug) => brafInhibitors.includes(drug)) &&
        !drugs.includes('cetuximab') &&
        !drugs.includes('panitumumab'),
    );
    expect(withoutAntibody).toEqual([]);
  });

  it('takes an event once', async () => {
    const report = sample('ovarian-brca1.report.json');
    await platform.post(report);
    expect(await platform.post(report)).toMatchObject({ status: 200, body: { outcome: 'duplicate' } });
  });

  it.each([
    ['in order', ['v1', 'v2', 'v3'], 'order'],
    ['backwards', ['v3', 'v2', 'v1'], 'backwards'],
  ])('lets the newest version of a report stand when versions come %s', async (_, versions, name) => {
    for (const version of versions) {
      const report = sample(`lung-amended.${version}.report.json`);
      report.id = `${report.id}-${name}`;
      report.data['patient'] = { pseudonym: `P-${name}` };
      report.data['reportId'] = `R-${name}`;
      expect((await platform.post(report)).body.outcome).toBe('accepted');
    }
    const found = await caseOf(`P-${name}`);
    expect(found.profiles).toHaveLength(1);
    expect(found.profiles[0]).toMatchObject({ version: 3, status: 'AMENDED' });
    expect(found.profiles[0]?.smallVariants).toContainEqual({ gene: 'KRAS', proteinChange: 'G12C' });
  });

  it('withdraws what a cancelled report said', async () => {
    const report = sample('colo-829.report.json');
    report.id = 'cancelled-1';
    report.data['patient'] = { pseudonym: 'P-CANCELLED' };
    report.data['reportId'] = 'R-CANCELLED';
    await platform.post(report);
    report.id = 'cancelled-2';
    report.data['version'] = 99;
    report.data['status'] = 'cancelled';
    expect((await platform.post(report)).body.outcome).toBe('accepted');
    const found = await caseOf('P-CANCELLED');
    expect(found.profiles[0]).toMatchObject({ status: 'CANCELLED', smallVariants: [] });
    expect(found.therapyOptions).toEqual([]);
  });

  it('takes binary and batch mode', async () => {
    const report = sample('secretory-ntrk3.report.json');
    const binary = await platform.post(undefined, {
      raw: JSON.stringify(report.data),
      headers: {
        'content-type': 'application/json',
        'ce-specversion': '1.0',
        'ce-id': report.id,
        'ce-source': report.source,
        'ce-type': report.type,
      },
    });
    expect(binary).toMatchObject({ status: 200, body: { outcome: 'accepted' } });
    const batch = await platform.post(undefined, {
      raw: JSON.stringify([report, { ...report, id: 'other', data: {} }]),
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    });
    expect(batch.body.outcomes?.map(({ outcome }) => outcome)).toEqual(['duplicate', 'refused']);
  });

  it.each([
    'hcc1395.report.json',
    'nci-h1975.report.json',
    'colorectal-msi-high.report.json',
    'snpeff-ann.report.json',
    'bcftools-bcsq.report.json',
  ])('takes the sample %s', async (file) => {
    const answer = await platform.post(sample(file));
    expect(answer.body).toMatchObject({ outcome: 'accepted' });
  });
});
