import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

const propose = `mutation ($input: OncogenicityOverrideInput!) {
  proposeOncogenicity(input: $input) {
    ... on VariantOverride { id gene change value decision proposedBy }
    ... on OverrideRefused { problem { code } }
  }
}`;
const review = `mutation ($id: ID!, $decision: OverrideDecision!) {
  reviewOverride(id: $id, decision: $decision, reason: "Read the assay.") {
    ... on VariantOverride { decision reviewedBy }
    ... on OverrideRefused { problem { code } }
  }
}`;
const input = {
  hospital: 'university-hospital',
  gene: 'BRAF',
  change: 'p.Val600Glu',
  value: 'uncertain',
  reason: 'To see that a curator decides and not the table.',
};

describe('what a curator sets in place of a rule', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
    await platform.post(sample('colo-829.report.json'));
    await platform.quiet();
  }, 60_000);
  afterAll(() => platform.close());

  const proposed = async (role: string, more: object = {}) => {
    const { data, errors } = await platform.query<{
      proposeOncogenicity: { id?: string; problem?: { code: string } };
    }>(platform.token(role), propose, { input: { ...input, ...more } });
    return data?.proposeOncogenicity ?? errors?.[0]?.extensions.code;
  };
  const reviewed = async (role: string, id: string, decision = 'APPROVED') => {
    const { data, errors } = await platform.query<{ reviewOverride: object }>(platform.token(role), review, {
      id,
      decision,
    });
    return data?.reviewOverride ?? errors?.[0]?.extensions.code;
  };

  it('is proposed with a reason and waits for a second person, who is not the first', async () => {
    const own = await proposed('curator');
    expect(own).toMatchObject({ gene: 'BRAF', change: 'V600E', value: 'uncertain', decision: null });
    const id = (own as { id: string }).id;
    expect(await reviewed('curator', id)).toEqual({ problem: { code: 'INTERPRETATION.SAME_REVIEWER' } });
    expect(await reviewed('second-reviewer', id)).toMatchObject({ decision: 'APPROVED' });
    expect(await reviewed('molecular-pathologist', id)).toEqual({
      problem: { code: 'INTERPRETATION.OVERRIDE_DECIDED' },
    });
  });

  it.each<[string, object, string]>([
    ['without a reason', { reason: ' ' }, 'INTERPRETATION.NO_REASON'],
    ['for another hospital', { hospital: 'city-hospital' }, 'INTERPRETATION.HOSPITAL'],
    ['for a gene nobody knows', { gene: 'BRAFF' }, 'INTERPRETATION.UNKNOWN_GENE'],
    ['for something that is no change', { change: 'the bad one' }, 'INTERPRETATION.CHANGE_FORM'],
    ['with a class that does not exist', { value: 'very bad' }, 'INTERPRETATION.NOT_ACCEPTED'],
  ])('is refused %s', async (_, more, code) => {
    expect(await proposed('curator', more)).toEqual({ problem: { code } });
  });

  it('may be one code that the data do not decide', async () => {
    const ask = async (code: string) => {
      const { data } = await platform.query<{ proposeOncogenicityCode: object }>(
        platform.token('molecular-pathologist'),
        `mutation ($input: CodeOverrideInput!) {
           proposeOncogenicityCode(input: $input) {
             ... on VariantOverride { kind code value }
             ... on OverrideRefused { problem { code } }
           }
         }`,
        {
          input: {
            hospital: 'university-hospital',
            gene: 'BRAF',
            change: 'V600E',
            code,
            applies: true,
            reason: input.reason,
          },
        },
      );
      return data?.proposeOncogenicityCode;
    };
    expect(await ask('single_aetiology')).toEqual({
      kind: 'CODE',
      code: 'single_aetiology',
      value: 'applies',
    });
    expect(await ask('OM3')).toEqual({
      problem: { code: 'INTERPRETATION.CODE_LABEL_AMBIGUOUS' },
    });
    expect(await ask('XYZ')).toEqual({ problem: { code: 'INTERPRETATION.CODE_UNKNOWN' } });
  });

  it('is not for everyone to propose, and not for other hospitals to see', async () => {
    expect(await proposed('referrer')).toBe('FORBIDDEN');
    const { data } = await platform.query<{ variantOverrides: object[] }>(
      platform.token('referrer', 'city-hospital'),
      `{ variantOverrides { id } }`,
    );
    expect(data?.variantOverrides).toEqual([]);
  });

  it('cannot be changed once proposed, even past the product', async () => {
    const { database } = platform.running;
    await expect(
      database.transaction('every-hospital', (tx) =>
        tx.query(`UPDATE interpretation.override SET reason = 'x'`),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
