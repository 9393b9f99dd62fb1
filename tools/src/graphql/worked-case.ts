import type { Running } from 'consilium-app';

const item = {
  id: 'first',
  kind: 'THERAPY',
  priority: 1,
  drugs: ['capecitabine'],
  evidence: [{ scale: 'AMP', level: 'C', source: 'PMID:1' }],
  label: 'OFF_LABEL',
  rationale: 'Nothing else is left.',
  references: ['PMID:1'],
};
const referral = {
  reason: 'Progress under the first line',
  question: 'Is there a targeted option?',
  diagnoses: [{ code: 'LUAD', topography: 'C34.1', morphology: '8140/3', isMain: true }],
  consent: { answer: 'GIVEN', on: '2026-01-05' },
  guidelineStatus: 'EXHAUSTED',
};
const task = (id: string) => ({
  id,
  title: `Result ${id}`,
  owner: 'LAB',
  dueOn: '2030-01-01',
  awaited: true,
});

/** Steps of every case that is there, as people would take them, through the interface that they use. */
export async function workOnCase(running: Running): Promise<void> {
  const ask = async <T>(role: string, hospital: string, query: string, variables: object): Promise<T> => {
    const user = running.users.find((one) => one.role === role && one.hospitals.includes(hospital));
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user?.token ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: { answer: T }; errors?: unknown };
    if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.answer;
  };
  const hospital = 'university-hospital';
  const { edges } = await ask<{ edges: readonly { node: { id: string } }[] }>(
    'chair',
    hospital,
    `{ answer: cases(first: 20) { edges { node { id } } } }`,
    {},
  );
  for (const { node } of edges) {
    let version = 0;
    const step = async (
      role: string,
      name: string,
      args = '',
      given: object = {},
      types = '',
    ): Promise<void> => {
      const { problem } = await ask<{ problem?: object }>(
        role,
        hospital,
        `mutation ($id: ID!, $version: Int!${types}) { answer: ${name}(case: $id, expectedVersion: $version${args}) {
           ... on CaseRefused { problem { code message } } } }`,
        { id: node.id, version, ...given },
      );
      // Another hospital's case is none that this one's people may work on.
      if (problem === undefined) version += 1;
    };
    await step('referrer', 'describeReferral', ', referral: $r', { r: referral }, ', $r: ReferralInput!');
    await step('referrer', 'referCase');
    await step('coordinator', 'triageCase', ', plan: "Panel", outsideRule: "Facts are under way"');
    for (const id of ['rna', 'pd-l1', 'ihc'])
      await step('coordinator', 'addTask', ', task: $t', { t: task(id) }, ', $t: CaseTaskInput!');
    await step('coordinator', 'awaitData');
    for (const id of ['rna', 'pd-l1']) await step('lab', 'finishTask', `, task: "${id}"`);
    await step('coordinator', 'prepareCase');
    await step('curator', 'proposeFindings', ', findings: ["smallVariants:0"]');
    await step('curator', 'draftItem', ', item: $i', { i: item }, ', $i: RecommendationItemInput!');
  }
}
