/** A seal somebody noted outside the database. */
export interface NotedSeal {
  readonly number: number;
  /** Hexadecimal. */
  readonly hash: string;
}

export interface ChainStart {
  /** The first seal to check. */
  readonly number: number;
  /** Hash of the seal before it, which is taken on trust; undefined where that seal is gone. */
  readonly previous: string | undefined;
}
