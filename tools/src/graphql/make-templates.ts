import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOnce } from './ask-often.js';
import type { ServerProcess } from './server-process.js';

const samples = join(import.meta.dirname, '../../../test/samples');
const reports = ['nci-h1975.report.json', 'colo-829.report.json', 'colorectal-msi-high.report.json'];
const teams = ['p-h1975', 'p-colo829', 'p-crc-msi'].map((patient) => `care-teams/${patient}.care-team.json`);
const facts = ['clinical/nci-h1975.facts.json', 'clinical/colorectal-msi-high.facts.json'];

const referral = {
  reason: 'Progress on standard treatment',
  question: 'Is there a targeted option?',
  diagnoses: [{ code: 'LUAD', topography: 'C34.1', morphology: '8140/3', isMain: true }],
  consent: { answer: 'GIVEN', on: '2026-11-20' },
  guidelineStatus: 'EXHAUSTED',
};

interface Step {
  readonly role: string;
  readonly field: string;
  readonly args?: string;
}

const steps: readonly Step[] = [
  { role: 'referrer', field: 'describeReferral', args: ', referral: $referral' },
  { role: 'referrer', field: 'referCase' },
  { role: 'coordinator', field: 'triageCase', args: ', plan: "Panel", outsideRule: "For the measurement"' },
  {
    role: 'coordinator',
    field: 'addTask',
    args: ', task: { id: "rna", title: "RNA panel", owner: LAB, dueOn: "2026-12-01" }',
  },
  { role: 'coordinator', field: 'prepareCase' },
  { role: 'curator', field: 'proposeFindings', args: ', findings: ["smallVariants:0"]' },
  { role: 'referrer', field: 'markUrgent', args: ', reason: "Symptoms"' },
];

/** Cases made the way they come: reports and clinical facts as events, then steps of the people of a board. */
export async function makeTemplates(server: ServerProcess): Promise<void> {
  for (const file of [...teams, ...reports, ...facts]) await publish(server, file);
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const chair = server.tokenOf('chair');
  const listed = await ask<{ cases: { edges: { node: { id: string; hospital: string } }[] } }>(
    server,
    chair,
    '{ cases(first: 50) { edges { node { id hospital } } } }',
  );
  for (const { node } of listed.cases.edges) for (const step of steps) await take(server, node, step);
}

async function take(
  server: ServerProcess,
  { id, hospital }: { readonly id: string; readonly hospital: string },
  { role, field, args = '' }: Step,
): Promise<void> {
  if (!server.tokens.some((one) => one.role === role && one.hospitals.includes(hospital))) return;
  const { case: found } = await ask<{ case: { work: { version: number } } }>(
    server,
    server.tokenOf('chair'),
    'query ($id: ID!) { case(id: $id) { work { version } } }',
    { id },
  );
  const declared = args.includes('$referral') ? ', $referral: ReferralInput!' : '';
  await ask(
    server,
    server.tokenOf(role, hospital),
    `mutation ($id: ID!, $version: Int!${declared}) { ${field}(case: $id, expectedVersion: $version${args}) { __typename } }`,
    { id, version: found.work.version, ...(declared === '' ? {} : { referral }) },
  );
}

async function ask<T>(
  server: ServerProcess,
  token: string,
  query: string,
  variables: object = {},
): Promise<T> {
  const answer = await askOnce(server.url, { token, body: JSON.stringify({ query, variables }) });
  return (JSON.parse(answer.toString('utf8')) as { data: T }).data;
}

async function publish(server: ServerProcess, file: string): Promise<void> {
  const role = reports.includes(file) ? 'lab' : 'administrator';
  const response = await fetch(`${server.url}/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.tokenOf(role)}`,
      'content-type': 'application/cloudevents+json',
    },
    body: readFileSync(join(samples, file)),
  });
  if (!response.ok) throw new Error(`${file}: ${await response.text()}`);
}
