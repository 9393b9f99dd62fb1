import type { Biomarker } from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import type { ReportRemarks } from './report-remarks.js';

type Reported = NonNullable<NonNullable<LabSequencingReportV1['findings']>['biomarkers']>;

const units = {
  TMB: ['mut/Mb'],
  MSI: ['%', 'score'],
  MMR: [],
  HRD: ['score', '%'],
  LOH: ['%'],
  'PD-L1': ['%', 'score'],
  HLA: [],
  'HLA-LOH': [],
  EBV: [],
  HPV: [],
  MCPyV: [],
} as const;

export function readBiomarkers(list: Reported, notes: ReportRemarks): readonly Biomarker[] {
  list.forEach((reported, index) => {
    const place = `/findings/biomarkers/${String(index)}`;
    const accepted: readonly string[] = units[reported.kind];
    if (reported.value !== undefined && (reported.unit === undefined || !accepted.includes(reported.unit))) {
      notes.refuse(
        'GENOMICS.CONTRADICTION',
        `${place}/unit`,
        `a ${reported.kind} value cannot be read in the unit ${reported.unit ?? '(none)'}.`,
        accepted.length === 0 ? 'Send the state alone.' : `Send it in ${accepted.join(' or ')}.`,
      );
    }
    if (reported.kind === 'PD-L1' && reported.value !== undefined && reported.scoring === undefined) {
      notes.refuse(
        'GENOMICS.CONTRADICTION',
        `${place}/scoring`,
        'a PD-L1 value means nothing without its score.',
        'Say whether it is TPS, CPS or IC.',
      );
    }
  });
  return list;
}
