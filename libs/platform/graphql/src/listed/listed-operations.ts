import { createHash } from 'node:crypto';

/** The operations an installation answers, each by the SHA-256 of its text. */
export type OperationManifest = Readonly<Record<string, string>>;

export const hashOfOperation = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Knows which operations are listed. */
export class ListedOperations {
  private readonly texts: ReadonlyMap<string, string>;

  constructor(manifest: OperationManifest) {
    this.texts = new Map(Object.entries(manifest));
  }

  /** Throws an error that says what is wrong where the text is no manifest, or one that somebody changed. */
  static read(text: string): ListedOperations {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
      throw new Error('A manifest of operations is a JSON object: SHA-256 to text.');
    for (const [hash, operation] of Object.entries(manifest)) {
      if (typeof operation !== 'string' || hashOfOperation(operation) !== hash)
        throw new Error(`The manifest of operations has another text under ${hash} than its hash says.`);
    }
    return new ListedOperations(manifest as OperationManifest);
  }

  textOf(hash: string): string | undefined {
    return this.texts.get(hash);
  }

  has(text: string): boolean {
    return this.texts.has(hashOfOperation(text));
  }
}
