import type { GeneObservation } from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import type { ReportRemarks } from './report-remarks.js';

type Reported = NonNullable<NonNullable<LabSequencingReportV1['findings']>['observations']>;

export const readObservations = (list: Reported, notes: ReportRemarks): readonly GeneObservation[] =>
  list.map((reported, index) => ({
    ...notes.gene(reported.gene, `/findings/observations/${String(index)}/gene`),
    feature: reported.feature,
    state: reported.state,
    ...(reported.name === undefined ? {} : { name: reported.name }),
    ...(reported.method === undefined ? {} : { method: reported.method }),
  }));
