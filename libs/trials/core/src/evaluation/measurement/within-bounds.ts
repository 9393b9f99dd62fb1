import type { Answer } from '@consilium/clinical';

export interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly above?: number;
  readonly below?: number;
}

/**
 * Whether a value that lies from `low` to `high` is within the bounds: sure only where all of the range is, or none.
 * `less-than` leaves `high` itself out, `greater-than` leaves `low` out.
 */
export function judgeRange(
  bounds: Bounds,
  low: number,
  high: number,
  open?: 'less-than' | 'greater-than',
): Answer {
  const { atLeast, atMost, above, below } = bounds;
  const lowOut = open === 'greater-than';
  const highOut = open === 'less-than';
  if (
    (atLeast !== undefined && (high < atLeast || (highOut && high === atLeast))) ||
    (above !== undefined && high <= above) ||
    (atMost !== undefined && (low > atMost || (lowOut && low === atMost))) ||
    (below !== undefined && low >= below)
  )
    return 'not-met';
  return (atLeast === undefined || low >= atLeast) &&
    (above === undefined || low > above || (lowOut && low === above)) &&
    (atMost === undefined || high <= atMost) &&
    (below === undefined || high < below || (highOut && high === below))
    ? 'met'
    : 'unknown';
}
