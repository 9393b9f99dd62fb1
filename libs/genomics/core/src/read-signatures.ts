import type { MutationalSignature } from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import type { ReportRemarks } from './report-remarks.js';

type Reported = NonNullable<NonNullable<LabSequencingReportV1['findings']>['signatures']>;

/** Signatures as they are reported; one that is named twice cannot be both. */
export function readSignatures(list: Reported, notes: ReportRemarks): readonly MutationalSignature[] {
  const first = new Map<string, number>();
  return list.map(({ name, state, share, method }, index) => {
    const before = first.get(name);
    if (before === undefined) first.set(name, index);
    else
      notes.refuse(
        'GENOMICS.CONTRADICTION',
        `/findings/signatures/${String(index)}/name`,
        `${name} stands at /findings/signatures/${String(before)} as well.`,
        'Send each signature once, by the method that decides.',
      );
    return {
      name,
      state,
      ...(share === undefined ? {} : { share }),
      ...(method === undefined ? {} : { method }),
    };
  });
}
