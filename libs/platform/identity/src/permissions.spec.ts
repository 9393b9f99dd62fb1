import { describe, expect, it } from '@jest/globals';
import { mayUse, permissions, roles, rooms } from './index.js';

describe('the table of permissions', () => {
  it('names each operation once', () => {
    const named = rooms.flatMap(({ operations }) => Object.keys(operations));
    expect(named).toEqual([...new Set(named)]);
    expect([...permissions.keys()]).toEqual(named);
  });

  it('leaves no operation to nobody', () => {
    expect([...permissions].filter(([, { roles: allowed }]) => allowed.length === 0)).toEqual([]);
  });
});

describe(mayUse.name, () => {
  it('refuses everybody what has no rule', () => {
    expect(roles.filter((role) => mayUse(role, 'Query.unheardOf'))).toEqual([]);
  });

  it('lets in the roles of the rule alone', () => {
    expect(roles.filter((role) => mayUse(role, 'Query.deadLetters'))).toEqual(['lab', 'administrator']);
  });
});
