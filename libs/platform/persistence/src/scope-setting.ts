import type { Scope } from './database.js';

/** A scope as the policies of the tables read it. */
export const scopeSetting = (scope: Scope): string =>
  scope === 'every-hospital' ? '*' : scope.hospitals.join(',');
