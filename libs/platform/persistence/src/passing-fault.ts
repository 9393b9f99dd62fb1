/**
 * Whether a fault may pass by itself: the database was away or gave way to another transaction. Everything else a
 * repetition will not mend.
 */
export function isPassingFault(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false;
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  const message = 'message' in fault && typeof fault.message === 'string' ? fault.message : '';
  return (
    /^(08|40|53|57P)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '55P03'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Driver not Connected|Cannot use a pool after/.test(
      message,
    )
  );
}
