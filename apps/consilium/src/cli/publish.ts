import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { describeProblem, type Problem } from '@consilium/kernel';
import { call, type Connection } from './connection.js';
import { CommandFault } from './command-fault.js';
import { describeFile, parseJson, reportOfFile, type FileOptions } from './report-of-file.js';

export interface PublishOptions extends FileOptions {
  readonly json?: boolean;
}

const sequencingReport = 'lab.sequencing-report.v1';
const clinicalFacts = 'clinical.patient-report.v1';

interface Answer {
  readonly outcome?: string;
  readonly deadLetterId?: string;
  readonly problems?: readonly Problem[];
  readonly message?: string;
}

/** Sends each file through the front door, as who may send it; true when every one was taken. */
export async function publish(
  connectAs: (role: string) => Connection,
  files: readonly string[],
  options: PublishOptions,
): Promise<boolean> {
  const outcomes: ({ file: string } & Answer)[] = [];
  for (const [index, file] of files.entries()) {
    progress(index, files.length, file);
    const event = await eventOf(connectAs('lab'), file, options);
    const response = await call(connectAs(senderOf(event)), '/events', {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(event),
    });
    const answer = (await response.json()) as Answer;
    outcomes.push({ file, ...answer, outcome: answer.outcome ?? 'failed' });
  }
  clearProgress();
  if (options.json === true) console.log(JSON.stringify(outcomes, null, 2));
  else outcomes.forEach(printOutcome);
  return outcomes.every(({ outcome }) => outcome === 'accepted' || outcome === 'duplicate');
}

/** The development user for this event: a laboratory sends no clinical facts. */
const senderOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'type' in event && event.type === clinicalFacts
    ? 'administrator'
    : 'lab';

function printOutcome({ file, outcome, deadLetterId, problems, message }: { file: string } & Answer): void {
  console.log(`${file}: ${outcome ?? ''}${message === undefined ? '' : ` (${message})`}`);
  for (const problem of problems ?? []) console.log(`    ${describeProblem(problem)}`);
  if (deadLetterId !== undefined) console.log(`    kept as dead letter ${deadLetterId}`);
}

async function eventOf(connection: Connection, file: string, options: PublishOptions): Promise<unknown> {
  if (!existsSync(file)) throw new CommandFault(`${file}: there is no such file.`);
  if (!file.endsWith('.json')) return fileEvent(connection, file, options);
  const text = readFileSync(file, 'utf8');
  const document = parseJson(file, text);
  if (typeof document === 'object' && document !== null && 'specversion' in document) return document;
  const id = `${basename(file)}:${hashOf(Buffer.from(text)).slice(0, 24)}`;
  return envelope(id, document, typeOfData(document));
}

/** A VCF or MAF becomes a report with that file attached; a large one is uploaded first. */
async function fileEvent(connection: Connection, file: string, options: PublishOptions): Promise<unknown> {
  const described = describeFile(file, options);
  const sha256 = await upload(connection, file, options.hospital);
  const report = reportOfFile(described, sha256, options);
  return envelope(`${report.reportId}:${String(report.version)}:${sha256.slice(0, 24)}`, report);
}

async function upload(connection: Connection, file: string, hospital: string): Promise<string> {
  const response = await call(connection, `/attachments?hospital=${encodeURIComponent(hospital)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(statSync(file).size) },
    body: Readable.toWeb(createReadStream(file)),
    // A streamed body needs it; the type does not know it yet.
    duplex: 'half',
  });
  const answer = (await response.json()) as { sha256?: string; message?: string; remedy?: string };
  if (answer.sha256 === undefined)
    throw new CommandFault(`${file}: ${answer.message ?? 'not taken.'} ${answer.remedy ?? ''}`);
  return answer.sha256;
}

/** Only a sequencing report has a number of its own. */
const typeOfData = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'recordedAt' in data && !('reportId' in data)
    ? clinicalFacts
    : sequencingReport;

const envelope = (id: string, data: unknown, type: string = sequencingReport): unknown => ({
  specversion: '1.0',
  id,
  source: 'urn:consilium:command-line',
  type,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  data,
});

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const live = (): boolean => process.stderr.isTTY;

function progress(index: number, total: number, file: string): void {
  if (live() && total > 1)
    process.stderr.write(`\r\u001b[K${String(index + 1)} of ${String(total)}: ${basename(file)}`);
}

function clearProgress(): void {
  if (live()) process.stderr.write('\r\u001b[K');
}
