import type { ReportStatus } from '@consilium/clinical';

/**
 * Whether what is shown as meaning belongs to the findings shown beside it. `pending`: the result of this version has
 * not arrived; `withdrawn`: the laboratory cancelled the report, and nothing of it may be used.
 */
export type InterpretationState = 'current' | 'pending' | 'withdrawn';

export function interpretationState(
  profile: { readonly version: number; readonly status: ReportStatus },
  resultVersion: number | undefined,
): InterpretationState {
  if (profile.status === 'cancelled') return 'withdrawn';
  return resultVersion === profile.version ? 'current' : 'pending';
}
