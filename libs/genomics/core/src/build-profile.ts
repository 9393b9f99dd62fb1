import type {
  Assay,
  GeneCatalogue,
  GermlineGenotype,
  MolecularProfile,
  PharmacogeneTests,
  RecordCount,
  TumourTypeTree,
} from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { checkAssay, checkDates, checkDiagnosis } from './check-report.js';
import type { FileFindings } from './file-findings.js';
import { mergeSmallVariants } from './merge-findings.js';
import { readBiomarkers } from './read-biomarkers.js';
import { readCopyNumber, readInlineVariants, readStructuralVariants } from './read-inline-findings.js';
import { readObservations } from './read-observations.js';
import { readPharmacogenes } from './read-pharmacogenes.js';
import { readSignatures } from './read-signatures.js';
import { ReportRemarks } from './report-remarks.js';

export interface ProfileContext {
  readonly genes: GeneCatalogue;
  readonly tumourTypes: TumourTypeTree;
  readonly now: Date;
  readonly profileId: string;
}

/** More at once help nobody. */
const mostProblems = 100;

/**
 * Turns a report and what its files held into a molecular profile. Every contradiction in its meaning is named at
 * once, each by JSON pointer; a report with any of them is refused whole.
 */
export function buildProfile(
  report: LabSequencingReportV1,
  files: readonly FileFindings[],
  context: ProfileContext,
): Result<MolecularProfile, readonly Problem[]> {
  const notes = new ReportRemarks(context.genes);
  checkDates(report, context.now, notes);
  checkDiagnosis(report, context.tumourTypes, notes);
  const assay: Assay = checkAssay(report, notes);
  const cancelled = report.status === 'cancelled';
  const findings = cancelled ? {} : (report.findings ?? {});
  const inline = readInlineVariants(findings.smallVariants ?? [], assay, notes);
  const copyNumberAlterations = readCopyNumber(findings.copyNumberAlterations ?? [], assay, notes);
  const structuralVariants = readStructuralVariants(findings.structuralVariants ?? [], assay, notes);
  const biomarkers = readBiomarkers(findings.biomarkers ?? [], notes);
  const observations = readObservations(findings.observations ?? [], notes);
  const signatures = readSignatures(findings.signatures ?? [], notes);
  const stated =
    findings.pharmacogenes === undefined
      ? undefined
      : readPharmacogenes(findings.pharmacogenes, assay, notes);
  if (notes.problems.length > 0) return fail(notes.problems.slice(0, mostProblems));
  const read = cancelled ? [] : files;
  const genotypes = read.flatMap((file) => file.genotypes ?? []);
  const pharmacogenes = withGenotypes(stated, genotypes, report.specimen.type);
  const removed = read.flatMap(({ removedVariants }) => removedVariants);
  const recordCounts: readonly RecordCount[] = read.map(({ recordCount }) => recordCount);
  return succeed({
    id: context.profileId,
    patient: report.patient.pseudonym,
    hospital: report.hospital,
    reportId: report.reportId,
    version: report.version,
    status: report.status,
    issuedAt: new Date(report.issuedAt).toISOString(),
    laboratory: report.laboratory,
    diagnosis: report.diagnosis.oncotree,
    specimen: report.specimen,
    assay,
    smallVariants: mergeSmallVariants(
      inline,
      read.flatMap(({ smallVariants }) => smallVariants),
    ),
    copyNumberAlterations,
    structuralVariants: [...structuralVariants, ...read.flatMap((file) => file.structuralVariants)],
    biomarkers,
    ...(observations.length === 0 ? {} : { observations }),
    ...(signatures.length === 0 ? {} : { signatures }),
    ...(pharmacogenes === undefined ? {} : { pharmacogenes }),
    ...(report.germlineConsent === undefined ? {} : { germlineConsent: report.germlineConsent }),
    recordCounts,
    ...(removed.length === 0 ? {} : { removedVariants: removed }),
    remarks: [...notes.remarks, ...read.flatMap(({ remarks }) => remarks)],
  });
}

/** What the report states and what its germline files hold; a file of normal tissue beside a tumour is no tumour's. */
function withGenotypes(
  stated: PharmacogeneTests | undefined,
  found: readonly GermlineGenotype[],
  specimen: LabSequencingReportV1['specimen']['type'],
): PharmacogeneTests | undefined {
  if (found.length === 0) return stated;
  const source = stated?.source ?? (specimen === 'blood' ? 'blood' : 'normal-tissue');
  return { source, reported: stated?.reported ?? [], genotypes: [...(stated?.genotypes ?? []), ...found] };
}
