import type { Assay, TumourTypeTree } from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import type { ReportRemarks } from './report-remarks.js';

/** Clocks of laboratories differ by minutes; a report from further ahead names a wrong date. */
const clockTolerance = 10 * 60 * 1000;

export function checkDates(report: LabSequencingReportV1, now: Date, notes: ReportRemarks): void {
  const issued = new Date(report.issuedAt);
  if (issued.getTime() > now.getTime() + clockTolerance) {
    notes.refuse(
      'GENOMICS.ISSUED_IN_FUTURE',
      '/issuedAt',
      `the report was issued at ${report.issuedAt}, which is yet to come.`,
      "Check the laboratory system's clock, and send the report again.",
    );
  }
  const issuedOn = report.issuedAt.slice(0, 10);
  for (const name of ['collectedOn', 'receivedOn'] as const) {
    const date = report.specimen[name];
    if (date !== undefined && date > issuedOn) {
      notes.refuse(
        'GENOMICS.CONTRADICTION',
        `/specimen/${name}`,
        `the specimen's date ${date} lies after the report's, ${issuedOn}.`,
        'Correct one of the two.',
      );
    }
  }
}

export function checkDiagnosis(
  report: LabSequencingReportV1,
  tumourTypes: TumourTypeTree,
  notes: ReportRemarks,
): void {
  const code = report.diagnosis.oncotree;
  if (tumourTypes.isDiagnosis(code)) return;
  const place = '/diagnosis/oncotree';
  if (tumourTypes.find(code) !== undefined) {
    notes.refuse(
      'GENOMICS.UNKNOWN_TUMOUR_TYPE',
      place,
      `${code} is a tissue, not a tumour type.`,
      'Send the code of the tumour, for instance LUAD rather than LUNG.',
    );
    return;
  }
  const replaced = tumourTypes.replacementsFor(code);
  const near = replaced.length > 0 ? replaced : tumourTypes.suggestionsFor(code);
  const hint =
    near.length === 0
      ? ''
      : replaced.length > 0
        ? ` It became ${near.join(' or ')}.`
        : ` Did you mean ${near.join(' or ')}?`;
  notes.refuse(
    'GENOMICS.UNKNOWN_TUMOUR_TYPE',
    place,
    `${code} is no OncoTree code.${hint}`,
    'Send a code of OncoTree of 3 October 2025.',
  );
}

/** The assay with its genes under their HGNC symbols. */
export function checkAssay(report: LabSequencingReportV1, notes: ReportRemarks): Assay {
  const { genes, structuralVariantGenes, alterations, biomarkers, name, version, kind, pairing, build } =
    report.assay;
  const named = (list: readonly string[], place: string): string[] => [
    ...new Set(list.map((gene, index) => notes.gene(gene, `/assay/${place}/${String(index)}`).gene)),
  ];
  return {
    name,
    ...(version === undefined ? {} : { version }),
    kind,
    pairing,
    build,
    genes: genes === 'all' ? 'all' : named(genes, 'genes'),
    alterations,
    biomarkers: biomarkers ?? [],
    ...(structuralVariantGenes === undefined
      ? {}
      : { structuralVariantGenes: named(structuralVariantGenes, 'structuralVariantGenes') }),
  };
}
