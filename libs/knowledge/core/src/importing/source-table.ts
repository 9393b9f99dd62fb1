/** A table of an outside source as it is read, row after row; nothing of it is kept in memory here. */
export interface SourceTable {
  /** Name of the file, without folder. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<SourceRow>;
}

export interface SourceRow {
  /** 1-based line. */
  readonly row: number;
  /** By column name; absent cells are not there. */
  readonly cells: Readonly<Record<string, string>>;
  /** Cells found in the line; fewer than columns where the line was cut short. */
  readonly width: number;
}
