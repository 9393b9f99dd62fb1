import { InvalidArgumentError } from 'commander';
import {
  countSeals,
  describeBroken,
  verifyJournal,
  type BrokenPlace,
  type ChainReport,
  type NotedSeal,
} from '@consilium/platform-audit';
import { CommandFault } from './command-fault.js';
import { withDatabase } from './with-database.js';

export interface VerifyAuditOptions {
  readonly from?: number;
  readonly noted?: NotedSeal;
  readonly json?: boolean;
}

const exitCodes = { intact: 0, broken: 1, unchecked: 2 } as const;
/** Entries wait for about a second; when they wait for longer, nothing seals. */
const longWait = 60;

/** Checks the journal where it lies. Returns the exit code. */
export async function verifyAudit(options: VerifyAuditOptions): Promise<number> {
  const { from = 1, noted, json } = options;
  try {
    if (noted !== undefined && noted.number < from)
      throw new CommandFault('The noted seal stands before --from: begin at it, or before.');
    const began = performance.now();
    const report = await withDatabase(async (database) => {
      const count = await countSeals(database, from);
      const tell = (checked: number): void => {
        process.stderr.write(`\r${grouped(checked)} of ${grouped(count)} seals`);
      };
      return verifyJournal(database, { from, tell, ...(noted === undefined ? {} : { noted }) });
    });
    process.stderr.write('\n');
    const seconds = (performance.now() - began) / 1000;
    if (json === true) console.log(JSON.stringify(toJson(report, from, seconds), null, 2));
    else print(report, from, seconds);
    return report.intact ? exitCodes.intact : exitCodes.broken;
  } catch (fault) {
    console.error(`The journal could not be checked: ${reasonOf(fault)}`);
    return exitCodes.unchecked;
  }
}

export function readSealNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('A whole number from 1 on.');
  return number;
}

export function readNotedSeal(text: string): NotedSeal {
  const parts = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text);
  if (parts?.[1] === undefined || parts[2] === undefined)
    throw new InvalidArgumentError(
      'A number, a colon and 64 hexadecimal digits, as the command prints them.',
    );
  return { number: Number(parts[1]), hash: parts[2].toLowerCase() };
}

function print({ broken, checked, erased, waiting, head }: ChainReport, from: number, seconds: number): void {
  if (broken !== undefined) {
    const { message, remedy } = describeBroken(broken.fault);
    console.log(`BROKEN at ${nameOf(broken)}`);
    console.log(`  ${message}`);
    console.log(`  ${remedy}`);
    console.log(`  Before it ${grouped(checked)} seals hold, from seal ${String(from)} on.`);
    return;
  }
  const begins = from === 1 ? '' : ` from seal ${String(from)} on`;
  console.log(`INTACT: ${grouped(checked)} sealed entries${begins}, checked in ${seconds.toFixed(1)} s.`);
  if (erased > 0) console.log(`  Of ${grouped(erased)} of them the patient was erased.`);
  if (waiting.count > 0) console.log(`  ${grouped(waiting.count)} more wait for their seal.`);
  if (waiting.oldestSeconds > longWait)
    console.log(
      `  The oldest has waited for ${waiting.oldestSeconds.toFixed(0)} s: nothing seals. Does the service run?`,
    );
  if (head !== undefined)
    console.log(
      `  Head ${printed(head)}\n  Note it outside the database, and give it to a later run with --noted.`,
    );
}

function toJson({ broken, head, ...report }: ChainReport, from: number, seconds: number): object {
  return {
    ...report,
    from,
    seconds,
    ...(head === undefined ? {} : { head: printed(head) }),
    ...(broken === undefined ? {} : { broken: { ...broken, ...describeBroken(broken.fault) } }),
  };
}

const printed = ({ number, hash }: NotedSeal): string => `${String(number)}:${hash}`;

const nameOf = ({ seal, entryId, at }: BrokenPlace): string =>
  [
    ...(seal === undefined ? [] : [`seal ${String(seal)}`]),
    ...(entryId === undefined ? [] : [`entry ${entryId}`]),
    ...(at === undefined ? [] : [at]),
  ].join(', ');

const grouped = (count: number): string => count.toLocaleString('en');

function reasonOf(fault: unknown): string {
  if (fault instanceof CommandFault) return fault.message;
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  if (code === '3F000' || code === '42P01')
    return 'the database holds no journal yet. Start the service once: it brings the database up to date.';
  return fault instanceof Error ? fault.message : String(fault);
}
