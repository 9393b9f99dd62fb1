import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { describeProblem } from '@consilium/kernel';
import { checkTrialsRelease, type TrialReferences, type TrialsRelease } from '@consilium/trials-core';

const { resolve } = createRequire(import.meta.url);

/** The catalogue that comes with the product. Throws when it does not pass its check: never half a catalogue. */
export function loadBuiltInTrials(references: TrialReferences): TrialsRelease {
  const folder = dirname(resolve('@consilium/trials-core/releases/consilium-trials-2026.11/release.yaml'));
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
  const trials = readdirSync(join(folder, 'trials'))
    .sort()
    .map((file) => read(join('trials', file)));
  const about = read('release.yaml');
  const release = checkTrialsRelease({ ...(typeof about === 'object' ? about : {}), trials }, references);
  if (!release.ok) throw new Error(`The built-in trials: ${release.error.map(describeProblem).join('; ')}`);
  return release.value;
}
