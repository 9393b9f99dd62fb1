import { describe, expect, it } from '@jest/globals';
import { DatabaseFault, withoutValues } from './database-fault.js';

const fault = (code: string, message: string): Error =>
  Object.assign(new Error(message), {
    code,
    constraint: 'case_pkey',
    detail: 'Key (patient)=(MARKED) already exists.',
    parameters: ['MARKED'],
    driverError: { detail: 'MARKED' },
  });

describe('a fault of the database', () => {
  it.each([
    ['23505', 'duplicate key value violates unique constraint "case_pkey"', 'duplicate key'],
    ['22P02', 'invalid input syntax for type uuid: "MARKED"', '22P02'],
  ])('%s is told without the values it was about', (code, message, told) => {
    const one = withoutValues(fault(code, message));
    expect(one).toBeInstanceOf(DatabaseFault);
    expect(one).toMatchObject({ code, constraint: 'case_pkey', message: expect.stringContaining(told) });
    const everything = `${JSON.stringify(one, Object.getOwnPropertyNames(one))} ${String((one as Error).stack)}`;
    expect(everything).not.toContain('MARKED');
    expect(everything).toContain('database-fault.spec');
  });

  it('leaves alone what is none', () => {
    const other = new TypeError('x is not a function');
    expect(withoutValues(other)).toBe(other);
    expect(withoutValues('text')).toBe('text');
  });
});
