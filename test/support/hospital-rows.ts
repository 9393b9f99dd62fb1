import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { clinicalRoles } from '@consilium/platform-identity';
import { eventually } from '@consilium/platform-testing';
import { parse } from 'yaml';
import { repository, sample, type Platform } from './consilium.js';
import { release } from './trial-drafts.js';

/** The hospital of the samples, and their pseudonyms: one patient with a case, one whose report is refused. */
export const home = { hospital: 'university-hospital', patient: 'P-H1975', refused: 'P-BAD-03' } as const;

/** What names a row of a hospital, one of each kind. */
export interface Rows {
  readonly hospital: string;
  readonly patient: string;
  readonly caseId: string;
  readonly profileId: string;
  readonly line: string;
  readonly letter: string;
  readonly override: string;
  readonly meeting: string;
  readonly attachment: string;
  readonly job: string;
  readonly access: string;
}

/** Rows that no hospital has. */
export const nobodys: Rows = {
  hospital: 'no-hospital',
  patient: 'P-NOBODY',
  caseId: randomUUID(),
  profileId: randomUUID(),
  line: randomUUID(),
  letter: randomUUID(),
  override: randomUUID(),
  meeting: randomUUID(),
  attachment: randomUUID(),
  job: randomUUID(),
  access: randomUUID(),
};

export const protocol = readFileSync(
  join(repository, 'test/samples/clinical/lung-after-osimertinib.trial.yaml'),
  'utf8',
);

const ask = async <T>(platform: Platform, role: string, query: string): Promise<T> => {
  const { data, errors } = await platform.query<{ answer: T }>(platform.token(role, home.hospital), query);
  if (data === undefined || errors !== undefined) throw new Error(errors?.[0]?.message ?? 'No answer.');
  return data.answer;
};

/** Puts the example trial into use, with places for its patients. */
export async function useExampleTrial(platform: Platform): Promise<void> {
  const response = await fetch(`${platform.running.url}/trials/releases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${platform.token('curator')}`, 'content-type': 'application/json' },
    body: JSON.stringify(release({ trials: [parse(protocol)] })),
  });
  const { contentHash } = (await response.json()) as { contentHash: string };
  await ask(platform, 'curator', `mutation { answer: activateTrials(contentHash: "${contentHash}") }`);
  const places = `setPlaces(trial: "EXAMPLE-1", arm: "A", cohort: "platelets", places: 9) { places }`;
  await ask(platform, 'trial-coordinator', `mutation { answer: ${places} }`);
}

/**
 * A case with its profile, a comment and a file, a meeting, a line of the worklist that holds a place, a dead letter, an
 * override, and something that everybody is reminded of and that was given up, all of one hospital.
 */
export async function makeRows(platform: Platform): Promise<Rows> {
  const send = async (file: string, role: string) =>
    platform.post(sample(file), { token: platform.token(role) });
  await send('nci-h1975.report.json', 'lab');
  await send('clinical/nci-h1975.facts.json', 'administrator');
  await send('care-teams/p-h1975.care-team.json', 'administrator');
  await ask(
    platform,
    'coordinator',
    `mutation { answer: grantAccess(hospital: "${home.hospital}", patient: "${home.patient}",
       person: "dev:board-member:${home.hospital}", reason: "Prepares the case.") { __typename } }`,
  );
  const emergency = await ask<{ id: string }>(
    platform,
    'referrer',
    `mutation { answer: breakGlass(hospital: "${home.hospital}", patient: "P-ELSEWHERE", reason: "On my ward tonight.") {
       ... on PatientAccess { id } } }`,
  );
  const { deadLetterId: letter = '' } = (await send('bad/unknown-gene.json', 'lab')).body;
  await platform.quiet();
  const { edges } = await ask<{ edges: { node: { id: string; profiles: { id: string }[] } }[] }>(
    platform,
    'chair',
    `{ answer: cases(filter: { patient: "${home.patient}" }) { edges { node { id profiles { id } } } } }`,
  );
  const line = await eventually('a line of the worklist', async () => {
    const { nodes } = await ask<{ nodes: { id: string }[] }>(
      platform,
      'trial-coordinator',
      `{ answer: trialWorklist(filter: { patient: "${home.patient}", trial: "EXAMPLE-1" }) { nodes { id } } }`,
    );
    return nodes[0]?.id;
  });
  const { id: override } = await ask<{ id: string }>(
    platform,
    'curator',
    `mutation { answer: proposeOncogenicity(input: { hospital: "${home.hospital}", gene: "EGFR", change: "T790M",
       value: "uncertain", reason: "To have one." }) { ... on VariantOverride { id } } }`,
  );
  const place = await ask<{ number?: number }>(
    platform,
    'trial-coordinator',
    `mutation { answer: reservePlace(line: "${line}", arm: "A", cohort: "platelets", until: "2026-12-01") {
       ... on PlaceReservation { number } ... on WorklistRefused { problem { code } } } }`,
  );
  expect(place).toEqual({ number: expect.any(Number) });
  await ask(
    platform,
    'coordinator',
    `mutation { answer: saveBoard(input: { id: "lung", hospital: "${home.hospital}", name: "Lung", members: 1, clauses: [] }) { id } }`,
  );
  const { id: meeting } = await ask<{ id: string }>(
    platform,
    'coordinator',
    `mutation { answer: planMeeting(hospital: "${home.hospital}", board: "lung", on: "2026-11-25") { ... on Meeting { id } } }`,
  );
  const caseId = edges[0]?.node.id ?? '';
  const everyRole = clinicalRoles.map((role) => role.toUpperCase().replaceAll('-', '_')).join(', ');
  await ask(
    platform,
    'chair',
    `mutation { answer: addComment(case: "${caseId}", text: "Look", roles: [${everyRole}]) { ... on CaseComment { id } } }`,
  );
  const rows = {
    hospital: home.hospital,
    patient: home.patient,
    caseId,
    profileId: edges[0]?.node.profiles[0]?.id ?? '',
    line,
    letter,
    override,
    meeting,
    attachment: await attach(platform, caseId),
    job: await lateAndGivenUp(platform, caseId),
    access: emergency.id,
  };
  expect(Object.entries(rows).filter(([, text]) => text === '')).toEqual([]);
  return rows;
}

async function attach(platform: Platform, caseId: string): Promise<string> {
  const response = await fetch(`${platform.running.url}/cases/${caseId}/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${platform.token('referrer', home.hospital)}`,
      'content-disposition': 'attachment; filename="scan.pdf"',
    },
    body: '%PDF-1.7',
  });
  return ((await response.json()) as { id: string }).id;
}

/** Takes days to happen by itself: a reminder of everybody, and a job that was given up. */
async function lateAndGivenUp(platform: Platform, caseId: string): Promise<string> {
  return platform.running.database.transaction({ hospitals: [home.hospital] }, async (tx) => {
    await tx.query(
      `INSERT INTO board.reminder (case_id, timer, hospital, level, owners, at)
       VALUES ($1, 'referred', $2, 'overdue', $3, '2026-11-20')`,
      [caseId, home.hospital, clinicalRoles],
    );
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO jobs.job (queue, key, hospital, payload, state, attempts, due_at, fault, ended_at)
       VALUES ('test.nothing', 'x', $1, '{}', 'failed', 6, '2026-11-20', 'Error', '2026-11-20') RETURNING id`,
      [home.hospital],
    );
    return rows[0]?.id ?? '';
  });
}

const hospitalTables = `SELECT DISTINCT format('%I.%I', table_schema, table_name) AS name
  FROM information_schema.columns
  WHERE column_name = 'hospital' AND table_name <> 'care_at_hand'
    OR (table_schema, table_name) = ('messaging', 'outbox') ORDER BY 1`;
const patientTables = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_policies
  WHERE policyname = 'by_care' UNION SELECT 'access.care' ORDER BY 1`;

/** One text for each table with hospitals' rows, and one for what was told: another where any of them changed. */
export async function stateOf(
  platform: Platform,
  rows: 'of hospitals' | 'of patients' = 'of hospitals',
): Promise<Readonly<Record<string, string>>> {
  const { database } = platform.running;
  return database.transaction('every-hospital', async (tx) => {
    const tables: { name: string }[] = await tx.query(
      rows === 'of hospitals' ? hospitalTables : patientTables,
    );
    const state: Record<string, string> = {};
    for (const { name } of tables) {
      const found: { state: string }[] = await tx.query(
        `SELECT md5(string_agg(t::text, ' ' ORDER BY t::text)) AS state FROM ${name} t`,
      );
      state[name] = found[0]?.state ?? 'empty';
    }
    return state;
  });
}
