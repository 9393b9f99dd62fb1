import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repository, sample } from '../support/consilium.js';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe('the command line without a server', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'consilium-cli-'));
  });
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = (...args: string[]): Run => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(repository, 'apps/consilium/bin/consilium.mjs'), ...args],
      {
        cwd: repository,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: '', CONSILIUM_DATA_DIR: dataDir, CONSILIUM_ONCOKB_TOKEN: '' },
      },
    );
    return { code: status, out: stdout, err: stderr };
  };
  const json = (...args: string[]) => {
    const { code, out, err } = run(...args, '--json');
    if (code !== 0) throw new Error(`${String(code)} ${out} ${err}`);
    return JSON.parse(out) as {
      releases: { name: string; contentHash: string }[];
      results: {
        interpretation: {
          options: { drugs: string[]; level: string; standing: { failedBefore?: string } }[];
          findings: { text: string; tier?: { tier: string } }[];
        };
      }[];
    };
  };

  it('interprets a report, with levels, tiers and the release it rests on', () => {
    const { releases, results } = json('interpret', 'test/samples/colo-829.report.json');
    expect(releases).toMatchObject([{ name: 'consilium-2026.11' }]);
    const { options, findings } = results[0]?.interpretation ?? { options: [], findings: [] };
    expect(options[0]).toMatchObject({ drugs: ['dabrafenib', 'trametinib'], level: 'A' });
    expect(findings.find(({ text }) => text.startsWith('BRAF V600E'))?.tier).toMatchObject({ tier: 'I' });
  });

  it('gives the same answer each time', () => {
    const once = run('interpret', 'test/samples/colo-829.report.json');
    expect(run('interpret', 'test/samples/colo-829.report.json').out).toBe(once.out);
  });

  it('interprets a MAF by what is said of it beside', () => {
    const assay = join(dataDir, 'assay.json');
    writeFileSync(assay, JSON.stringify(sample('nci-h1975.report.json').data['assay']));
    const { results } = json(
      'interpret',
      'test/samples/nci-h1975.maf',
      ...['--patient', 'P-1', '--diagnosis', 'LUAD', '--assay', assay],
    );
    expect(results[0]?.interpretation.options[0]?.drugs).toContain('osimertinib');
  });

  it('puts what failed before last, and says why', () => {
    const facts = join(dataDir, 'facts.json');
    writeFileSync(
      facts,
      JSON.stringify({
        priorTherapies: [
          { drugs: ['Dabrafenib', 'trametinib'], outcome: 'progressed', endedOn: '2026-02-01' },
        ],
      }),
    );
    const { results } = json('interpret', 'test/samples/colo-829.report.json', '--facts', facts);
    const { options } = results[0]?.interpretation ?? { options: [] };
    const failed = options.filter(({ standing }) => standing.failedBefore !== undefined);
    expect(failed[0]?.standing.failedBefore).toBe('Taken before (until 2026-02-01): the disease progressed.');
    expect(options.slice(-failed.length)).toEqual(failed);
  });

  it.each<[string, string[], RegExp]>([
    [
      'a report that cannot be taken',
      ['interpret', 'test/samples/bad/unknown-gene.json'],
      /BRAFF is no gene symbol/,
    ],
    ['a file that is not there', ['interpret', 'nowhere.json'], /there is no such file/],
    [
      'a VCF without its assay',
      ['interpret', 'test/samples/hcc1395.vcf'],
      /needs --patient, --diagnosis and --assay/,
    ],
    [
      'a release that is not here',
      ['interpret', 'x', '--release', 'nothing'],
      /There is no release nothing here/,
    ],
    ['a source nobody knows', ['knowledge', 'import', 'gossip', 'package.json'], /is not a source/],
    ['a licensed source without its token', ['knowledge', 'import', 'oncokb'], /OncoKB is off/],
  ])('says what is wrong with %s, and fails', (_, args, message) => {
    const { code, out, err } = run(...args);
    expect(`${out}${err}`).toMatch(message);
    expect(code).toBe(1);
  });

  it('refuses facts with a member it does not know, which would count as not stated', () => {
    const facts = join(dataDir, 'odd.json');
    writeFileSync(facts, JSON.stringify({ medications: ['warfarin'] }));
    expect(run('interpret', 'test/samples/colo-829.report.json', '--facts', facts)).toMatchObject({
      code: 1,
      err: expect.stringContaining('medications is not known'),
    });
  });

  it('imports a table, finds its release again by name, and changes nothing the second time', () => {
    const header = readFileSync(new URL('../clinical/civic-header.tsv', import.meta.url), 'utf8').trim();
    const cells = header.split('\t');
    const values: Record<string, string> = {
      molecular_profile: 'BRAF V600E',
      molecular_profile_id: '12',
      disease: 'Melanoma',
      doid: '1909',
      therapies: 'Dabrafenib',
      evidence_type: 'Predictive',
      evidence_direction: 'Supports',
      evidence_level: 'B',
      significance: 'Sensitivity/Response',
      evidence_statement: 'It works.',
      citation_id: '1',
      source_type: 'PubMed',
      rating: '3',
      evidence_status: 'accepted',
      evidence_id: '1',
      variant_origin: 'Somatic',
      last_review_date: '2026-05-01 00:00:00 UTC',
      is_flagged: 'false',
    };
    const table = join(dataDir, 'evidence.tsv');
    const row = cells.map((cell) => values[cell] ?? '').join('\t');
    writeFileSync(table, `${header}\n${row}\nBRAF V600E\t12\n`);
    const first = run('knowledge', 'import', 'civic', table);
    expect(first.out).toMatch(/skipped 1: The line was cut short: 2 of 25 cells\./);
    expect(first.out).toMatch(/civic-2026\.05 [0-9a-f]{12} is new/);
    expect(run('knowledge', 'import', 'civic', table).out).toMatch(/was here already: nothing changed/);
    expect(run('knowledge', 'list').out).toMatch(/civic-2026\.05/);
    const { results } = json(
      'interpret',
      'test/samples/colo-829.report.json',
      ...['--release', 'consilium-2026.11', 'civic-2026.05'],
    );
    expect(JSON.stringify(results)).toContain('CIViC EID1');
    expect(run('knowledge', 'diff', 'civic-2026.05', 'consilium-2026.11').out).toMatch(
      /343 added, 1 removed/,
    );
  });
});
