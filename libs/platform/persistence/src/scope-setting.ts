import type { Scope } from './database.js';

/** Begins what a transaction may see; the policies of the tables read it. Takes `scopeValues`. */
export const setScope = `SELECT set_config('consilium.hospitals', $1, true), set_config('consilium.holders', $2, true)`;

/** Between holders: a character that no name of one has. */
const separator = '\u001f';

/** A scope as the policies of the tables read it. No holders at all is a list of none, and not everybody. */
export const scopeValues = (scope: Scope): readonly [hospitals: string, holders: string] => {
  if (scope === 'every-hospital') return ['*', ''];
  const { hospitals, holders } = scope;
  return [hospitals.join(','), holders === undefined ? '' : `${separator}${holders.join(separator)}`];
};
