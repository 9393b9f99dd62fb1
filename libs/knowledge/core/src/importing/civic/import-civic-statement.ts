import type { EvidenceItem } from '../../evidence.js';
import { rankingLevel, type SourceGrade } from '../../source-grade.js';
import type { ImportedRow, ImportReferences, RowPlace } from '../imported-row.js';
import { parseGeneAndVariant, parseMolecularProfile, type ParsedProfile } from './parse-molecular-profile.js';
import {
  ampLevel,
  readCitations,
  readDate,
  readDirection,
  readKind,
  readOrigin,
  readSignificance,
  readStatus,
  readSupport,
  readTherapies,
  type CivicRow,
} from './read-civic-cells.js';

/** One evidence item (`EID`), of the present or the old schema. */
export function importCivicEvidence(
  row: CivicRow,
  place: RowPlace,
  references: ImportReferences,
): ImportedRow {
  const level = row['evidence_level'] ?? '';
  if (!isCivicLevel(level)) return { place, skipped: `The evidence level «${level}» is none of A to E.` };
  const stars = Number(row['rating'] ?? '');
  const grade: SourceGrade = { scale: 'CIViC', level, ...(stars >= 1 && stars <= 5 ? { stars } : {}) };
  return importStatement(row, { place, id: `EID${row['evidence_id'] ?? ''}`, grade }, references);
}

/** One assertion (`AID`): evidence drawn together by CIViC's editors, graded by AMP/ASCO/CAP where it is somatic. */
export function importCivicAssertion(
  row: CivicRow,
  place: RowPlace,
  references: ImportReferences,
): ImportedRow {
  const level = ampLevel(row['amp_category'] ?? '');
  const named: CivicRow = {
    ...row,
    evidence_type: row['assertion_type'],
    evidence_direction: row['assertion_direction'],
    evidence_statement: row['assertion_summary'],
    evidence_status: 'accepted',
    source_type: 'CIViC',
    citation: `assertion ${row['assertion_id'] ?? ''}, on ${row['evidence_item_ids'] ?? 'no evidence named'}`,
  };
  const grade: SourceGrade | undefined = level === undefined ? undefined : { scale: 'AMP', level };
  const id = `AID${row['assertion_id'] ?? ''}`;
  return importStatement(named, { place, id, ...(grade === undefined ? {} : { grade }) }, references);
}

interface Identified {
  readonly place: RowPlace;
  readonly id: string;
  readonly grade?: SourceGrade;
}

function importStatement(
  row: CivicRow,
  { place, id, grade }: Identified,
  references: ImportReferences,
): ImportedRow {
  const skip = (skipped: string): ImportedRow => ({ place, skipped });
  if (!/^[AE]ID\d+$/.test(id)) return skip('The row has no number of its own.');
  const kind = readKind(row['evidence_type'] ?? '');
  if (kind === undefined) return skip(`The evidence type «${row['evidence_type'] ?? ''}» is not known.`);
  const support = readSupport(row['evidence_direction'] ?? '');
  if (support === undefined) return skip(`The direction «${row['evidence_direction'] ?? ''}» is not known.`);
  const status = readStatus(row['evidence_status'] ?? '', row['is_flagged'] ?? '');
  if (status === undefined) return skip(`The status «${row['evidence_status'] ?? ''}» is not known.`);
  const parsed = readProfile(row, references);
  if (parsed === undefined)
    return skip(`The molecular profile «${row['molecular_profile'] ?? ''}» cannot be read.`);

  const disease = diseaseOf(row, references);
  const reviewedOn = readDate(row['last_review_date'] ?? '');
  const notes = [...parsed.notes, ...disease.notes];
  const statement = {
    id: `CIViC ${id}`,
    profile: parsed.pattern,
    tumourTypes: disease.tumourTypes,
    ...(disease.name === '' ? {} : { disease: { name: disease.name, ...disease.doid } }),
    statement: row['evidence_statement'] ?? '',
    citations: readCitations(row),
    ...(grade === undefined ? {} : { grade, level: rankingLevel(grade) }),
    ...support,
    ...status,
    ...readOrigin(row['variant_origin'] ?? ''),
    ...(reviewedOn === undefined ? {} : { reviewedOn }),
  };
  const significance = row['significance'] ?? row['clinical_significance'] ?? '';
  if (kind !== 'predictive') {
    const read = readSignificance(significance);
    if (read === undefined) return skip(`The significance «${significance}» is not known.`);
    return { place, item: { ...statement, kind, significance: read }, notes };
  }
  return predictive(
    row,
    { ...statement, level: statement.level ?? 'D' },
    { place, significance, notes },
    references,
  );
}

interface Pending {
  readonly place: RowPlace;
  readonly significance: string;
  readonly notes: readonly string[];
}

type PredictiveParts = Omit<Extract<EvidenceItem, { readonly therapy: unknown }>, 'therapy' | 'direction'>;

function predictive(
  row: CivicRow,
  statement: PredictiveParts,
  { place, significance, notes }: Pending,
  references: ImportReferences,
): ImportedRow {
  const direction = readDirection(significance);
  if (direction === undefined) return { place, skipped: `The significance «${significance}» is not known.` };
  const interaction = row['therapy_interaction_type'] ?? row['drug_interaction_type'] ?? '';
  const read = readTherapies(row['therapies'] ?? row['drugs'] ?? '', interaction, references.drugName);
  if (read === undefined) return { place, skipped: `The therapy interaction «${interaction}» is not known.` };
  if (read.therapy.drugs.length === 0) return { place, skipped: 'A predictive row names no therapy.' };
  return {
    place,
    item: { ...statement, therapy: read.therapy, direction },
    notes: [...notes, ...read.notes],
  };
}

function readProfile(row: CivicRow, { geneSymbol }: ImportReferences): ParsedProfile | undefined {
  const profile = row['molecular_profile'];
  if (profile !== undefined) return parseMolecularProfile(profile, geneSymbol);
  const { gene = '', variant = '' } = row;
  return gene === '' || variant === '' ? undefined : parseGeneAndVariant(gene, variant, geneSymbol);
}

function diseaseOf(row: CivicRow, references: ImportReferences) {
  const { disease: name = '', doid = '' } = row;
  const tumourTypes =
    name === '' && doid === ''
      ? undefined
      : references.tumourTypes({ name, ...(doid === '' ? {} : { doid }) });
  const notes =
    tumourTypes !== undefined
      ? []
      : [
          name === ''
            ? 'No disease is named: the statement fits no tumour type.'
            : `${name} has no counterpart among the tumour types: the statement fits none.`,
        ];
  return { name, doid: doid === '' ? {} : { doid }, tumourTypes: tumourTypes ?? [], notes };
}

const isCivicLevel = (text: string): text is 'A' | 'B' | 'C' | 'D' | 'E' => /^[A-E]$/.test(text);
