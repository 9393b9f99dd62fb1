/** One condition of the filter: it holds, it fails, or a fact is missing that would settle it. */
export type GermlineCheck =
  | { readonly holds: true; readonly reason: string }
  | { readonly holds: false; readonly why: 'fraction' | 'other' }
  | { readonly holds: undefined; readonly reason: string; readonly settledBy: string };

export const passed = (reason: string): GermlineCheck => ({ holds: true, reason });
export const failed: GermlineCheck = { holds: false, why: 'other' };
export const missing = (reason: string, settledBy: string): GermlineCheck => ({
  holds: undefined,
  reason,
  settledBy,
});
