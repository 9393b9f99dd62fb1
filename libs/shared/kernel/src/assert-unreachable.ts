/** Ends a switch over a closed union: the compiler objects when a member is forgotten. */
export function assertUnreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
