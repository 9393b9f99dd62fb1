import { GraphQLError, parse } from 'graphql';
import { fail, succeed, type Result } from '@consilium/kernel';
import { hashOfOperation, type OperationManifest } from './listed-operations.js';

/** The manifest of these texts, by file; or what is wrong with the first that is no GraphQL. */
export function manifestOf(texts: ReadonlyMap<string, string>): Result<OperationManifest, string> {
  const manifest: Record<string, string> = {};
  for (const [file, text] of texts) {
    try {
      parse(text);
    } catch (fault) {
      if (!(fault instanceof GraphQLError)) throw fault;
      return fail(`${file}: ${fault.message}`);
    }
    manifest[hashOfOperation(text)] = text;
  }
  return succeed(manifest);
}
