import { readConfig } from '@consilium/platform-config';
import { Database, useEmbeddedPostgres } from '@consilium/platform-persistence';
import { CommandFault } from './command-fault.js';

/** Works in the database that the service here would use, as its working role, beside the service or without it. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { database: place, dataDir } = readConfig(process.env);
  if (place.kind === 'external') return connected(place.url, work);
  const embedded = await useEmbeddedPostgres(dataDir, (line) => {
    console.error(line);
  });
  if (embedded === undefined)
    throw new CommandFault(
      `${dataDir} holds no database. Set CONSILIUM_DATA_DIR, or CONSILIUM_DATABASE_URL.`,
    );
  try {
    return await connected(embedded.url, work);
  } finally {
    await embedded.release();
  }
}

async function connected<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.connect(url, [], { poolSize: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
