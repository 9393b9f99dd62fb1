import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Running } from './start-consilium.js';

const folder = fileURLToPath(new URL('../../../test/samples/', import.meta.url));

/** Sends the sample reports through the real front door, as a laboratory would. */
export async function publishSamples(running: Running, say: (line: string) => void): Promise<void> {
  const lab = running.users.find(({ role }) => role === 'lab');
  if (lab === undefined || !existsSync(folder)) return;
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.report.json'))
    .sort();
  for (const file of files) {
    const answer = await fetch(`${running.url}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lab.token}`, 'content-type': 'application/cloudevents+json' },
      body: readFileSync(join(folder, file)),
    });
    if (!answer.ok) say(`Sample ${file} was refused (${String(answer.status)}): ${await answer.text()}`);
  }
  const last = await untilQuiet(running);
  say(
    `Sent ${String(files.length)} sample reports through the front door${last ? '' : '; their cases are still being made'}.`,
  );
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
