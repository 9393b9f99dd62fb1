/** A fault of the database without the values it was about: they may be a patient's, and faults are logged. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';

  constructor(
    message: string,
    /** SQLSTATE, or the system's code of a lost connection. */
    readonly code: string,
    readonly constraint: string | undefined,
    stack: string | undefined,
  ) {
    super(message);
    if (stack !== undefined) this.stack = `${this.name}: ${message}\n${framesOf(stack)}`;
  }
}

/** What a driver throws, as far as it may be told; anything else stays itself. */
export function withoutValues(fault: unknown): unknown {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') return fault;
  const { code } = fault;
  const constraint =
    'constraint' in fault && typeof fault.constraint === 'string' ? fault.constraint : undefined;
  // Class 22 quotes the value that has the wrong form.
  const message = code.startsWith('22') ? `A value has the wrong form (${code}).` : fault.message;
  return new DatabaseFault(message, code, constraint, fault.stack);
}

const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
