import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repository } from '../support/consilium.js';

const report = 'test/samples/nci-h1975.report.json';
const facts = 'test/samples/clinical/nci-h1975.facts.json';
const trial = 'test/samples/clinical/lung-after-osimertinib.trial.yaml';

interface Cohort {
  readonly cohort?: string;
  readonly verdict: string;
  readonly recovery?: { readonly from?: string };
  readonly settledBy: readonly (readonly { readonly key: string; readonly state?: string }[])[];
}

interface Answer {
  readonly problems: readonly { readonly file: string; readonly problem: { readonly place: string } }[];
  readonly patients: readonly {
    readonly patient: string;
    readonly trials: readonly {
      readonly trial: string;
      readonly verdict: string;
      readonly cohorts: readonly Cohort[];
    }[];
    readonly unlock: readonly { readonly act: string; readonly opens: readonly string[] }[];
  }[];
}

describe('consilium match', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'consilium-match-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(repository, 'apps/consilium/bin/consilium.mjs'), 'match', ...args],
      {
        cwd: repository,
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    return { code: status, out: stdout, err: stderr };
  };
  const ask = (...args: string[]) => {
    const { code, out, err } = run('--json', ...args);
    if (out === '') throw new Error(err);
    return { code, answer: JSON.parse(out) as Answer };
  };
  const cohortsOn = (on: string): Readonly<Record<string, Cohort>> => {
    const { answer } = ask('--all', '--patient', report, facts, '--trials', trial, '--on', on);
    const cohorts = answer.patients[0]?.trials[0]?.cohorts ?? [];
    return Object.fromEntries(cohorts.map((one) => [one.cohort ?? '', one] as const));
  };

  it('says what is met, what is open and what would settle it, and from when', () => {
    const cohorts = cohortsOn('2026-11-23');
    expect(cohorts['platelets']).toMatchObject({
      verdict: 'possible',
      settledBy: [[{ key: 'lab:platelets', state: 'pending' }]],
    });
    expect(cohorts['washed-out']).toMatchObject({
      verdict: 'not-eligible',
      recovery: { from: '2026-11-26' },
    });
    expect(cohortsOn('2026-11-25')['washed-out']?.verdict).toBe('not-eligible');
    expect(cohortsOn('2026-11-26')['washed-out']?.verdict).toBe('eligible');
  });

  it('puts files of the same patient together, whatever their order, and gives the same bytes', () => {
    const one = run('--json', '--patient', report, facts, '--trials', trial, '--on', '2026-11-23');
    const other = run('--json', '--patient', facts, report, '--trials', trial, '--on', '2026-11-23');
    expect(one.code).toBe(0);
    expect(other.out).toBe(one.out);
  });

  it('takes data without their envelope', () => {
    const bare = [report, facts].map((file, at) => {
      const event = JSON.parse(readFileSync(join(repository, file), 'utf8')) as { data: object };
      const copy = join(folder, `bare-${String(at)}.json`);
      writeFileSync(copy, JSON.stringify(event.data));
      return copy;
    });
    const whole = run('--json', '--patient', report, facts, '--trials', trial, '--on', '2026-11-23');
    expect(run('--json', '--patient', ...bare, '--trials', trial, '--on', '2026-11-23').out).toBe(whole.out);
  });

  it('asks the built-in catalogue where no trials are given', () => {
    const { code, answer } = ask('--all', '--patient', report, facts, '--on', '2026-11-23');
    expect(code).toBe(0);
    const trials = answer.patients[0]?.trials ?? [];
    expect(trials.length).toBeGreaterThanOrEqual(30);
    expect(trials.find(({ trial: id }) => id === 'NCT04487080')?.verdict).toBe('not-eligible');
  });

  it('says in words what stands against it', () => {
    const { out } = run('--all', '--patient', report, facts, '--trials', trial, '--on', '2026-11-23');
    expect(out).toContain('not 14 days since the last EGFR TKI; from 2026-11-26');
  });

  it('leaves out a trial with a bad criterion, says where, and fails', () => {
    const bad = join(folder, 'bad.yaml');
    const text = readFileSync(join(repository, trial), 'utf8');
    writeFileSync(bad, text.replace('performance: { scale', 'perfomance: { scale'));
    const { code, answer } = ask('--patient', report, facts, '--trials', bad, '--on', '2026-11-23');
    expect(code).toBe(1);
    expect(answer.problems[0]?.problem.place).toBe('/eligibility/all/3/perfomance');
    expect(answer.patients[0]?.trials).toEqual([]);
  });

  it('refuses facts with a misspelt member or a day that does not exist', () => {
    const text = readFileSync(join(repository, facts), 'utf8');
    for (const [wrong, place] of [
      [text.replace('"birthDate"', '"birthdate"'), '/birthdate'],
      [text.replace('"2026-11-12"', '"2026-13-12"'), '/therapies/entries/0/endedOn'],
    ] as const) {
      const file = join(folder, 'wrong.json');
      writeFileSync(file, wrong);
      const { code, answer } = ask('--patient', file, '--trials', trial, '--on', '2026-11-23');
      expect(code).toBe(1);
      expect(answer.problems.map(({ problem }) => problem.place)).toContain(place);
    }
  });

  it('refuses a day that is none, and a file that is not there', () => {
    expect(run('--patient', report, '--on', 'tomorrow').err).toContain('give a date');
    expect(run('--patient', 'nowhere.json').err).toContain('there is no such file');
  });
});
