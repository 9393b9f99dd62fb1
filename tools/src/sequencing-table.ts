/**
 * `npm run sequencing:table -- FOLDER`: reads every file below the folder as an attachment of a report and prints what
 * came of it beside an independent count: bcftools where it is installed, else a count of lines; for a MAF its rows.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mafSamples, readMaf, readVcf, sniffFormat, type ReadOptions } from '@consilium/genomics-core';
import { unpack } from '@consilium/genomics-nest';
import { describeProblem } from '@consilium/kernel';
import { loadGeneCatalogue } from '@consilium/platform-reference';

interface Outcome {
  readonly file: string;
  readonly passed?: number;
  readonly expected?: number;
  readonly note: string;
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Name the folder: npm run sequencing:table -- FOLDER');
  process.exit(2);
}
const hasBcftools = spawnSync('bcftools', ['--version'], { stdio: 'ignore' }).status === 0;
const outcomes: Outcome[] = [];
for (const file of filesBelow(folder)) outcomes.push(await tryFile(file));
const width = Math.max(...outcomes.map(({ file }) => file.length));
console.log(
  `${'file'.padEnd(width)}  PASS in profile  PASS in file  outcome (${hasBcftools ? 'bcftools' : 'line'} count)`,
);
for (const { file, passed, expected, note } of outcomes) {
  console.log(
    `${file.padEnd(width)}  ${String(passed ?? '-').padStart(15)}  ${String(expected ?? '-').padStart(12)}  ${note}`,
  );
}
const wrong = outcomes.filter(({ passed, expected }) => passed !== expected && passed !== undefined);
console.log(`${String(outcomes.length)} files, ${String(wrong.length)} counts that differ.`);
process.exit(wrong.length === 0 ? 0 : 1);

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

async function tryFile(path: string): Promise<Outcome> {
  const file = relative(folder ?? '', path);
  const text = textOf(path);
  const format = sniffFormat(file, text.slice(0, 100_000));
  if (!format.ok) return { file, note: `refused: ${describeProblem(format.error)}` };
  return format.value === 'vcf' ? tryVcf(path, file, text) : tryMaf(path, file, text);
}

function stream(path: string, file: string): AsyncIterable<string> {
  return unpack(file, createReadStream(path), 1 << 30);
}

async function tryVcf(path: string, file: string, text: string): Promise<Outcome> {
  // Many files do not name their build: the one that contradicts neither header nor coordinates is it.
  const readOn = (build: ReadOptions['build']) =>
    readVcf(stream(path, file), { file, build, genes: loadGeneCatalogue() });
  const current = await readOn('GRCh38');
  const read = current.ok ? current : await readOn('GRCh37');
  if (!read.ok) return { file, note: `refused: ${describeProblem(read.error)}` };
  const build = current.ok ? 'GRCh38' : 'GRCh37';
  const { passed, records } = read.value.recordCount;
  return {
    file,
    passed,
    expected: countPassed(path, text),
    note: `profile of ${String(records)} records on ${build}`,
  };
}

/** `bcftools view -H -f PASS,.` says how many; without it (or where it cannot read the file) the lines do. */
function countPassed(path: string, text: string): number {
  if (hasBcftools) {
    const run = spawnSync('bcftools', ['view', '-H', '-f', 'PASS,.', path], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (run.status === 0) return run.stdout.split('\n').length - 1;
  }
  return text
    .split('\n')
    .filter(
      (line) => line !== '' && !line.startsWith('#') && ['PASS', '.'].includes(line.split('\t')[6] ?? ''),
    ).length;
}

async function tryMaf(path: string, file: string, text: string): Promise<Outcome> {
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length - 1;
  const samples = await mafSamples(stream(path, file), file);
  if (!samples.ok) return { file, note: `refused: ${describeProblem(samples.error)}` };
  const build = /(GRCh38|hg38)\t/.test(text) ? 'GRCh38' : 'GRCh37';
  let passed = 0;
  for (const tumourSample of samples.value) {
    const read = await readMaf(stream(path, file), { file, build, genes: loadGeneCatalogue(), tumourSample });
    if (!read.ok) return { file, note: `refused: ${describeProblem(read.error)}` };
    passed += read.value.recordCount.passed;
  }
  return {
    file,
    passed,
    expected: rows,
    note: `profiles of ${String(samples.value.length)} samples on ${build}`,
  };
}
