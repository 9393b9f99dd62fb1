import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@consilium/platform-identity';
import type { Running } from './start-consilium.js';

const folder = fileURLToPath(new URL('../../../test/samples/', import.meta.url));

/** Sends the samples through the real front door: reports as a laboratory would, clinical facts and who treats whom as a hospital. */
export async function publishSamples(running: Running, say: (line: string) => void): Promise<void> {
  if (!existsSync(folder)) return;
  const reports = filesOf('.', '.report.json');
  const facts = filesOf('clinical', '.facts.json');
  const teams = filesOf('care-teams', '.care-team.json');
  for (const file of reports) await send(running, 'lab', file, say);
  for (const file of [...facts, ...teams]) await send(running, 'administrator', file, say);
  const last = await untilQuiet(running);
  say(
    `Sent ${String(reports.length)} sample reports and the clinical facts of ${String(facts.length)} patients through the front door${last ? '' : '; their cases are still being made'}.`,
  );
}

const filesOf = (inside: string, ending: string): readonly string[] =>
  readdirSync(join(folder, inside))
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(inside, file));

async function send(running: Running, role: Role, file: string, say: (line: string) => void): Promise<void> {
  const sender = running.users.find((one) => one.role === role);
  if (sender === undefined) return;
  const answer = await fetch(`${running.url}/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sender.token}`, 'content-type': 'application/cloudevents+json' },
    body: readFileSync(join(folder, file)),
  });
  if (!answer.ok) say(`Sample ${file} was refused (${String(answer.status)}): ${await answer.text()}`);
}

/** Waits until everything the samples caused has been carried on. */
async function untilQuiet(running: Running): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    const waiting: unknown[] = await running.database.source.query(
      `SELECT 1 FROM messaging.outbox WHERE published_at IS NULL LIMIT 1`,
    );
    if (waiting.length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
