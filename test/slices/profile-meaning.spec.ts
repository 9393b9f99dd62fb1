import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

interface Meaning {
  readonly release: string;
  readonly findings: {
    readonly text: string;
    readonly oncogenicity: {
      readonly classification: string;
      readonly codes: { readonly label: string }[];
    } | null;
    readonly tier: {
      readonly tier: string;
      readonly reason: string;
      readonly byPurpose: { readonly setBy: string }[];
    } | null;
    readonly pathways: readonly string[];
    readonly overrides: { readonly value: string }[];
  }[];
  readonly immunotherapy: {
    readonly markers: { readonly marker: string; readonly state: string; readonly sentences: string[] }[];
    readonly remarks: string[];
  };
  readonly hereditary: {
    readonly consent: string;
    readonly findings: {
      readonly gene: string;
      readonly acmg: string;
      readonly nextSteps: { readonly kind: string; readonly text: string }[];
    }[];
    readonly flags: { readonly gene: string; readonly state: string; readonly sentence: string }[];
    readonly remarks: string[];
  };
  readonly pharmacogenes: {
    readonly gene: string;
    readonly phenotype: string;
    readonly state: string;
    readonly score: number | null;
  }[];
}
interface Gate {
  readonly outcome: string;
  readonly drugs: {
    readonly drug: string;
    readonly outcome: string;
    readonly reasons: {
      readonly text: string;
      readonly dose: string | null;
      readonly source: string | null;
    }[];
    readonly settledBy: string[];
  }[];
}

const meaningQuery = `query ($id: ID!, $patient: PatientFactsInput, $findings: FindingFilter) {
  profileMeaning(profileId: $id, patient: $patient) {
    release releaseHash evaluatedOn remarks
    findings(filter: $findings) {
      kind index text oncogenic pathways
      oncogenicity { classification points cutOffs codes { code label points reason } notAssessed { code why } }
      tier { tier reason byPurpose { purpose level setBy additional } }
      overrides { value reason }
    }
    immunotherapy { markers { marker state value unit cutOff inGreyZone hold sentences settledBy source } cautions { name } openCautions { name } homologousRecombination { answer sentences } remarks }
    hereditary {
      consent sentence offerTest otherAlterations remarks
      findings { gene acmg condition nextSteps { kind text locallyConfigured } }
      flags { gene state sentence reasons settledBy }
    }
    pharmacogenes { gene state phenotype score diplotype settledBy }
    statements { id kind claim grade reserve }
    disagreements { subject sentence }
  }
}`;
const gateQuery = `query ($id: ID!, $drugs: [String!]!, $patient: PatientFactsInput) {
  safetyGate(profileId: $id, drugs: $drugs, patient: $patient) {
    outcome settledBy
    drugs { drug outcome settledBy reasons { outcome basis text gene dose source unverified decides } }
  }
}`;

describe('what a profile means, through GraphQL', () => {
  let platform: Platform;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    platform = await startPlatform();
    for (const name of ['colo-829', 'colorectal-braf', 'colorectal-msi-high', 'ovarian-brca1']) {
      await platform.post(sample(`${name}.report.json`));
    }
    await platform.quiet();
    const { data } = await platform.query<{
      cases: { edges: { node: { patient: string; profiles: { id: string }[] } }[] };
    }>(platform.token('chair'), `{ cases(first: 50) { edges { node { patient profiles { id } } } } }`);
    for (const { node } of data?.cases.edges ?? []) ids.set(node.patient, node.profiles[0]?.id ?? '');
  }, 60_000);
  afterAll(() => platform.close());

  const meaning = async (patient: string, variables: object = {}, role = 'chair'): Promise<Meaning> => {
    const { data, errors } = await platform.query<{ profileMeaning: Meaning }>(
      platform.token(role),
      meaningQuery,
      {
        id: ids.get(patient),
        ...variables,
      },
    );
    if (data === undefined) throw new Error(JSON.stringify(errors));
    return data.profileMeaning;
  };
  const gate = async (patient: string, drugs: string[], facts?: object): Promise<Gate> => {
    const { data, errors } = await platform.query<{ safetyGate: Gate }>(
      platform.token('pharmacist'),
      gateQuery,
      {
        id: ids.get(patient),
        drugs,
        patient: facts,
      },
    );
    if (data === undefined) throw new Error(JSON.stringify(errors));
    return data.safetyGate;
  };

  it('gives a variant its class by points and its tier, with the statement that sets it', async () => {
    const { findings, release } = await meaning('P-COLO829');
    expect(release).toBe('consilium-2026.11');
    const braf = findings.find(({ text }) => text.startsWith('BRAF V600E'));
    expect(braf?.tier).toMatchObject({
      tier: 'I',
      reason: expect.stringMatching(/level A \(therapeutic\), by BRAF-/),
    });
    expect(braf?.oncogenicity?.codes.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['OS1', 'OS2']),
    );
    expect(braf?.pathways).toContain('receptor tyrosine kinases and RAS');
  });

  it('filters findings as a molecular pathologist asks', async () => {
    const { findings } = await meaning('P-COLO829', { findings: { tiers: ['I'], kinds: ['SMALL_VARIANT'] } });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ tier }) => tier?.tier === 'I')).toBe(true);
    const none = await meaning('P-COLO829', { findings: { gene: 'EGFR' } });
    expect(none.findings).toEqual([]);
  });

  it('reads biomarkers with their cut-offs, and keeps not tested apart', async () => {
    const { immunotherapy } = await meaning('P-CRC-MSI');
    const state = (kind: string) => immunotherapy.markers.find(({ marker }) => marker === kind)?.state;
    expect([state('MSI'), state('MMR'), state('TMB'), state('PD-L1')]).toEqual([
      'positive',
      'positive',
      'positive',
      'not-tested',
    ]);
    expect(immunotherapy.remarks.join(' ')).toMatch(/before a Lynch work-up/);
  });

  it('tells a germline finding with the steps for this sex and age', async () => {
    const { hereditary } = await meaning('P-OV-BRCA1', { patient: { sex: 'FEMALE', age: 52 } });
    expect(hereditary.findings).toMatchObject([{ gene: 'BRCA1', acmg: 'pathogenic' }]);
    const texts = hereditary.findings[0]?.nextSteps.map(({ text }) => text).join(' ') ?? '';
    expect(texts).toMatch(/relatives.*Breast MRI.*salpingo-oophorectomy/);
    expect(texts).not.toMatch(/PSA/);
    expect(hereditary.remarks.join(' ')).toMatch(/No flag is not no risk/);
  });

  it('says of a tumour-only finding what would settle whether it is inherited', async () => {
    const { hereditary } = await meaning('P-CRC-MSI');
    expect(hereditary.flags).toMatchObject([{ gene: 'MLH1', state: 'undecided' }]);
  });

  it('answers the gate by genes: half the dose of a fluoropyrimidine for one non-working copy of DPYD', async () => {
    const { pharmacogenes } = await meaning('P-HT29');
    expect(pharmacogenes.find(({ gene }) => gene === 'DPYD')).toMatchObject({
      phenotype: 'Intermediate Metabolizer',
      score: 1,
    });
    const answer = await gate('P-HT29', ['fluorouracil'], { medication: [] });
    expect(answer.outcome).toBe('DOSE');
    expect(answer.drugs[0]?.reasons[0]).toMatchObject({
      dose: expect.stringContaining('50'),
      source: expect.stringMatching(/CPIC/),
    });
  });

  it('asks for the test first where it is due, and never answers silence with ok', async () => {
    const untested = await gate('P-COLO829', ['capecitabine'], { medication: [] });
    expect(untested.outcome).toBe('TEST_FIRST');
    expect(untested.drugs[0]?.settledBy.join(' ')).toMatch(/DPYD/);
    const silent = await gate('P-COLO829', ['dabrafenib']);
    expect(silent.outcome).not.toBe('OK');
  });

  it('finds what the medicines of the patient do to a drug', async () => {
    const answer = await gate('P-COLO829', ['erlotinib'], { medication: ['omeprazole'] });
    expect(['AVOID', 'DOSE']).toContain(answer.outcome);
    expect(answer.drugs[0]?.reasons.map(({ text }) => text).join(' ')).toMatch(/acid|proton|absor/i);
  });

  it('shows what curators set beside what the rules gave', async () => {
    const propose = await platform.query<{ proposeOncogenicity: { id: string } }>(
      platform.token('curator'),
      `mutation ($input: OncogenicityOverrideInput!) {
         proposeOncogenicity(input: $input) { ... on VariantOverride { id } ... on OverrideRefused { problem { message } } }
       }`,
      {
        input: {
          hospital: 'university-hospital',
          gene: 'TP53',
          change: 'R273H',
          value: 'oncogenic',
          reason: 'Known from many studies.',
        },
      },
    );
    await platform.query(
      platform.token('second-reviewer'),
      `mutation ($id: ID!) { reviewOverride(id: $id, decision: APPROVED) { __typename } }`,
      { id: propose.data?.proposeOncogenicity.id },
    );
    const { findings } = await meaning('P-HT29', { findings: { gene: 'TP53' } });
    expect(findings[0]?.overrides).toEqual([expect.objectContaining({ value: 'oncogenic' })]);
    expect(findings[0]?.oncogenicity?.classification).toBeDefined();
  });

  it('is nobody’s to read at another hospital, and no patient’s', async () => {
    const asked = (token: string) =>
      platform.query<{ profileMeaning: object | null }>(
        token,
        `query ($id: ID!) { profileMeaning(profileId: $id) { release } }`,
        {
          id: ids.get('P-COLO829'),
        },
      );
    expect((await asked(platform.token('referrer', 'city-hospital'))).data?.profileMeaning).toBeNull();
    expect((await asked(platform.token('lab'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
