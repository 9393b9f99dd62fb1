/** The document without its sender's own members, whose names begin with `x-`: they are kept with the version only. */
export function withoutOwnMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnMembers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('x-'))
      .map(([name, member]) => [name, withoutOwnMembers(member)]),
  );
}
