/** A place in the list of cases, newest change first: opaque to clients, safe to take from them. */
export interface CasePlace {
  readonly updatedAt: string;
  readonly id: string;
}

/** Readable on purpose: it holds nothing but a time and an id. */
export const encodeCursor = ({ updatedAt, id }: CasePlace): string => `${updatedAt}~${id}`;

/** Undefined for anything that is not a cursor of ours. */
export function decodeCursor(cursor: string): CasePlace | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,6}Z)~([0-9a-f-]{36})$/.exec(cursor);
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { updatedAt: match[1], id: match[2] };
}
