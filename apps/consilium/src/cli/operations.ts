import { readFileSync, writeFileSync } from 'node:fs';
import { manifestOf } from '@consilium/platform-graphql';
import { CommandFault } from './command-fault.js';

/** Makes the manifest for `CONSILIUM_GRAPHQL_OPERATIONS`. */
export function listOperations(files: readonly string[], { out }: { readonly out?: string }): void {
  const manifest = manifestOf(new Map(files.map((file) => [file, readFileSync(file, 'utf8')])));
  if (!manifest.ok) throw new CommandFault(manifest.error);
  const written = `${JSON.stringify(manifest.value, null, 2)}\n`;
  if (out === undefined) {
    console.log(written);
    return;
  }
  writeFileSync(out, written);
  console.log(`${out}: ${String(Object.keys(manifest.value).length)} operations.`);
}
