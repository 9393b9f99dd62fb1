import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Problem, Result } from '@consilium/kernel';
import {
  importCivicGraphql,
  importMoAlmanac,
  importOncoKb,
  importOncoKbAnnotations,
  oncoKbAccess,
  ReleaseCollector,
  type ImportedRow,
  type KnowledgeRelease,
  type OncoKbQuery,
  type OncoTreeReferences,
} from '@consilium/knowledge-core';
import { fetchJson } from './fetch-json.js';
import { importCivicFiles, type ImportOutcome } from './import-files.js';

/** Sources of statements; each makes one release. */
export const importSources = ['civic', 'civic-api', 'moalmanac', 'oncokb'] as const;
export type ImportSource = (typeof importSources)[number];

export interface ImportRequest {
  readonly source: ImportSource;
  /** None for what is asked over the network. */
  readonly paths: readonly string[];
  /** Of an OncoKB licence; without it that source is off. */
  readonly oncoKbToken?: string;
}

/** Reads an outside source into a release. Throws where a service cannot be reached. */
export async function importSource(
  { source, paths, oncoKbToken }: ImportRequest,
  references: OncoTreeReferences,
  own: KnowledgeRelease,
): Promise<ImportOutcome> {
  switch (source) {
    case 'civic':
      return importCivicFiles(paths, references, own.drugs);
    case 'civic-api':
      return gather('civic', 'CIViC, by its interface', 'CC0 1.0; civicdb.org', own, [
        await importCivicGraphql('evidenceItems', askCivic, references),
        await importCivicGraphql('assertions', askCivic, references),
      ]);
    case 'moalmanac':
      return gather(
        'moalmanac',
        'Molecular Oncology Almanac',
        'see moalmanac.org',
        own,
        paths.map((path) => importMoAlmanac(basename(path), readJson(path), references)),
      );
    case 'oncokb': {
      const titles = ['oncokb', 'OncoKB', 'licence of OncoKB; oncokb.org'] as const;
      if (paths.length > 0) {
        const answers = paths.map((path) =>
          importOncoKbAnnotations(basename(path), readJson(path), references),
        );
        return gather(...titles, own, answers);
      }
      const access = oncoKbAccess(oncoKbToken);
      if (!access.ok) return { files: [], problems: access.error };
      const rows = importOncoKb(
        hotspotsOf(own),
        ({ path, body }) => fetchJson(`https://www.oncokb.org/api/v1${path}`, body, access.value),
        references,
      );
      return gather(...titles, own, [{ ok: true, value: rows }]);
    }
  }
}

const askCivic = (request: unknown): Promise<unknown> =>
  fetchJson('https://civicdb.org/api/graphql', request);

/** The alterations worth asking for: what the product's own release names. */
const hotspotsOf = ({ genes }: KnowledgeRelease): readonly OncoKbQuery[] =>
  genes.flatMap(({ symbol, hotspots = [] }) =>
    hotspots.map((alteration) => ({ hugoSymbol: symbol, alteration })),
  );

async function gather(
  source: string,
  title: string,
  licence: string,
  own: KnowledgeRelease,
  parts: readonly Result<Iterable<ImportedRow> | AsyncIterable<ImportedRow>, readonly Problem[]>[],
): Promise<ImportOutcome> {
  const collector = new ReleaseCollector();
  const problems: Problem[] = [];
  for (const part of parts) {
    if (!part.ok) problems.push(...part.error);
    else for await (const row of part.value) collector.add(row);
  }
  const files = collector.reports;
  const release = collector.release(source, title, licence, own.drugs);
  return { ...(release.evidence.length > 0 ? { release } : {}), files, problems };
}

function readJson(path: string): unknown {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    // The importer says what it expected of the file instead.
    return undefined;
  }
}
