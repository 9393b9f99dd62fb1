import type { GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import type { Database } from '@consilium/platform-persistence';
import { judgedReports, profilesLoader, resultsLoader } from './case.loaders.js';
import { clinicalFactsLoader, journalLoader, workLoader } from './casework/work.loader.js';

interface Reading {
  readonly context: GraphqlContext;
  readonly database: Database;
  readonly asker: Principal;
}

/**
 * Begins to read what the fields of a case will ask for, in the turn that reads the case itself: its id is all they need.
 * What fails, fails again where it is asked for.
 */
export function beginReading(
  id: string,
  fields: ReadonlySet<string>,
  { context, database, asker }: Reading,
): void {
  const asks = (...names: readonly string[]): boolean => names.some((name) => fields.has(name));
  const begun: Promise<unknown>[] = [
    ...(asks('profiles', 'interpretations', 'therapyOptions')
      ? [profilesLoader(context, database, asker).load(id)]
      : []),
    ...(asks('interpretations', 'therapyOptions') ? [resultsLoader(context, database, asker).load(id)] : []),
    ...(asks('work', 'recommendation') ? [workLoader(context, database, asker).load(id)] : []),
    ...(asks('work')
      ? [clinicalFactsLoader(context, database, asker).load(id), judgedReports(context, database, asker, id)]
      : []),
    ...(asks('journal') ? [journalLoader(context, database, asker).load(id)] : []),
  ];
  for (const reading of begun) reading.catch(() => undefined);
}
