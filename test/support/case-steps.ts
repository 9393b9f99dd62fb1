import type { Platform } from './consilium.js';

export interface Work {
  readonly state: string;
  readonly version: number;
  readonly meeting: string | null;
  readonly issues: readonly { readonly severity: string; readonly path: string; readonly owner: string }[];
  readonly completeness: number;
}
export interface Case {
  readonly id: string;
  readonly revision: number;
  readonly work: Work;
}
export interface CaseAnswer {
  readonly work?: Work;
  readonly problem?: {
    readonly code: string;
    readonly place: string;
    readonly message: string;
    readonly remedy: string;
  };
}

export const work =
  'state version presentation urgent plan meeting reviewedBy proposedBy completeness tasks { id isDone doneBy owner } issues { severity path owner message }';

export const referral = {
  reason: 'Progress on osimertinib',
  question: 'Is there a targeted option?',
  diagnoses: [{ code: 'LUAD', topography: 'C34.1', morphology: '8140/3', isMain: true }],
  consent: { answer: 'GIVEN', on: '2026-11-20' },
  guidelineStatus: 'EXHAUSTED',
};

/** Asks and takes steps as the people of the board would. */
export function boardPeople(platform: Platform) {
  const ask = async <T>(
    role: string,
    query: string,
    variables: object = {},
    hospital?: string,
  ): Promise<T> => {
    const { data, errors } = await platform.query<{ answer: T }>(platform.token(role, hospital), query, {
      ...variables,
    });
    if (errors?.[0] !== undefined) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
    if (data === undefined) throw new Error('No answer.');
    return data.answer;
  };
  const workOn = async (id: string): Promise<Work> =>
    (await ask<Case>('chair', `query ($id: ID!) { answer: case(id: $id) { id work { ${work} } } }`, { id }))
      .work;
  return {
    ask,
    workOn,
    caseOf: async (patient: string): Promise<Case | undefined> => {
      const query = `query ($patient: String!) { answer: cases(first: 1, filter: { patient: $patient }) { edges { node { id revision work { ${work} } } } } }`;
      const found = await ask<{ edges: readonly { node: Case }[] }>('chair', query, { patient });
      return found.edges[0]?.node;
    },
    /** A step on the version that stands, by a role; `args` as GraphQL, with the values and types of its variables. */
    step: async (
      id: string,
      role: string,
      name: string,
      args = '',
      {
        values = {},
        types = '',
      }: { readonly values?: object | undefined; readonly types?: string | undefined } = {},
    ): Promise<CaseAnswer> => {
      const { version } = await workOn(id);
      return ask<CaseAnswer>(
        role,
        `mutation ($id: ID!, $version: Int!${types}) { answer: ${name}(case: $id, expectedVersion: $version${args}) {
           ... on Case { id work { ${work} } } ... on CaseRefused { problem { code place message remedy } } } }`,
        { id, version, ...values },
      );
    },
  };
}
