export const AUDIT_LOG = Symbol('audit log');

/** What a log may be told of a fault: its message may quote a row. */
export function nameOfFault(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  return 'code' in fault && typeof fault.code === 'string' ? `${fault.name} ${fault.code}` : fault.name;
}
