/** A patient's record that a resolver has read for the asker. */
export interface SeenRecord {
  readonly hospital: string;
  /** The patient's pseudonym. */
  readonly subject: string;
  /** The root field it was read by; several where a request has several. */
  readonly operation: string;
  /** Ids of what was read, by what they are of. */
  readonly target: Readonly<Record<string, readonly string[]>>;
}

/** The patients whose records one request has seen, each once, with everything it saw of them. */
export class SeenRecords {
  private readonly bySubject = new Map<string, SeenRecord>();

  add(record: SeenRecord): void {
    const key = JSON.stringify([record.hospital, record.subject]);
    const known = this.bySubject.get(key);
    this.bySubject.set(key, known === undefined ? record : joined(known, record));
  }

  all(): readonly SeenRecord[] {
    return [...this.bySubject.values()];
  }
}

function joined(known: SeenRecord, more: SeenRecord): SeenRecord {
  const kinds = [...new Set([...Object.keys(known.target), ...Object.keys(more.target)])];
  const operations = new Set([...known.operation.split(separator), more.operation]);
  return {
    ...known,
    operation: [...operations].join(separator),
    target: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        [...new Set([...(known.target[kind] ?? []), ...(more.target[kind] ?? [])])],
      ]),
    ),
  };
}

const separator = ', ';
