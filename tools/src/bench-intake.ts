import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConsilium, type Running } from 'consilium-app';
import pg from 'pg';
import { readConfig } from '@consilium/platform-config';
import { exampleReport } from './example-report.js';

const atOnce = 8;

/**
 * Reports over HTTP until their cases show what they mean, beside a floor: the same number of PostgreSQL transactions
 * with one insert of the same JSON each, by the same driver, as many at once.
 */
export async function benchIntake(size = 2000): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'consilium-bench-'));
  chmodSync(dataDir, 0o755);
  const running = await startConsilium({
    ...readConfig({ CONSILIUM_DATA_DIR: dataDir, CONSILIUM_LOG_LEVEL: 'error' }),
    port: 0,
  });
  try {
    await run(running, Math.ceil(size / 10), 'warm');
    const before = await floor(running, size);
    const intake = await run(running, size, 'bench');
    const after = await floor(running, size);
    const floorRate = (before + after) / 2;
    console.log(
      `reports                      ${String(size)}, ${String(atOnce)} at once, ${process.version}`,
    );
    console.log(
      `floor                        ${rate(before)} and ${rate(after)} (one transaction, one insert, per report)`,
    );
    console.log(
      `answered by the front door   ${rate(intake.answeredRate)}   ${(intake.answeredRate / floorRate).toFixed(3)} of the floor`,
    );
    console.log(
      `interpreted, on the case     ${rate(intake.visibleRate)}   ${(intake.visibleRate / floorRate).toFixed(3)} of the floor`,
    );
    console.log(
      `publish to case, saturated   p50 ${ms(quantile(intake.latencies, 0.5))}   p99 ${ms(quantile(intake.latencies, 0.99))}`,
    );
    const calm = await run(running, Math.ceil(size / 4), 'calm', intake.visibleRate / 2);
    console.log(
      `publish to case, half load   p50 ${ms(quantile(calm.latencies, 0.5))}   p99 ${ms(quantile(calm.latencies, 0.99))}`,
    );
  } finally {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Measured {
  readonly answeredRate: number;
  readonly visibleRate: number;
  /** Milliseconds from sending a report until its case shows its options, sorted. */
  readonly latencies: readonly number[];
}

async function run(running: Running, size: number, name: string, perSecond?: number): Promise<Measured> {
  const token = running.users.find(({ role }) => role === 'lab')?.token ?? '';
  const sent = new Map<string, number>();
  const seen = new Map<string, number[]>();
  const stop = running.database.listen('consilium_case', (payload) => {
    if (payload === '') return;
    const { caseId } = JSON.parse(payload) as { caseId: string };
    seen.set(caseId, [...(seen.get(caseId) ?? []), performance.now()]);
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const began = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < size) {
      const number = next++;
      if (perSecond !== undefined) await until(began + (number * 1000) / perSecond);
      const { event, patient } = exampleReport(number, name);
      sent.set(patient, performance.now());
      const answer = await fetch(`${running.url}/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents+json' },
        body: JSON.stringify(event),
      });
      if (!answer.ok) throw new Error(`${String(answer.status)} ${await answer.text()}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const answered = performance.now();
  // A case is complete at its second change: first its profile, then what that means.
  const complete = (): number[] => [...seen.values()].flatMap((times) => times[1] ?? []);
  while (complete().length < size) await new Promise((resolve) => setTimeout(resolve, 5));
  const visible = Math.max(...complete());
  await stop();
  const rows: { id: string; patient: string }[] = await running.database.transaction('every-hospital', (tx) =>
    tx.query(`SELECT id, patient FROM board.case_file WHERE patient LIKE $1`, [`P-${name}-%`]),
  );
  const latencies = rows
    .map(({ id, patient }) => (seen.get(id)?.[1] ?? NaN) - (sent.get(patient) ?? NaN))
    .sort((a, b) => a - b);
  return {
    answeredRate: (size * 1000) / (answered - began),
    visibleRate: (size * 1000) / (visible - began),
    latencies,
  };
}

/** Transactions per second. */
async function floor(running: Running, size: number): Promise<number> {
  const { url } = running.database.source.options as { url?: string };
  const pool = new pg.Pool({ connectionString: url, max: atOnce });
  const owner = new pg.Client({ connectionString: running.ownerUrl });
  await owner.connect();
  await owner.query(`CREATE TABLE IF NOT EXISTS public.floor (id text, report jsonb)`);
  await owner.query(`GRANT INSERT ON public.floor TO consilium_app`);
  const began = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < size) {
      const { id, event } = exampleReport(next++, 'floor');
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query('INSERT INTO public.floor (id, report) VALUES ($1, $2)', [
          id,
          JSON.stringify(event),
        ]);
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (performance.now() - began) / 1000;
  await pool.end();
  await owner.end();
  return size / seconds;
}

const until = async (time: number): Promise<void> => {
  const wait = time - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
};
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
const rate = (value: number): string => `${value.toFixed(0).padStart(6)} /s`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;
