import { canonicalJson } from '@consilium/kernel';
import {
  isPredictive,
  type Drug,
  type EvidenceItem,
  type KnowledgeRelease,
  type SourceTerm,
} from '../evidence.js';
import type { ImportedRow, RowPlace } from './imported-row.js';

/** What became of every row of one file. */
export interface FileReport {
  readonly file: string;
  readonly rows: number;
  readonly taken: number;
  /** Taken with a change the notes name. */
  readonly changed: number;
  /** The same entry stood in an earlier row or file. */
  readonly repeated: number;
  /** Left out in favour of a newer row of the same number. */
  readonly superseded: number;
  readonly skipped: number;
  readonly remarks: readonly RowRemark[];
}

export interface RowRemark {
  readonly row: number;
  readonly id?: string;
  readonly outcome: 'changed' | 'repeated' | 'superseded' | 'skipped';
  readonly reasons: readonly string[];
}

interface Counts {
  taken: number;
  changed: number;
  repeated: number;
  superseded: number;
  skipped: number;
}

interface Kept<T> {
  readonly entry: T;
  readonly place: RowPlace;
}

/**
 * Gathers rows into one release. The same number in several rows or files stands once: the version reviewed last, and
 * of two reviewed on the same day the one read later.
 */
export class ReleaseCollector {
  private readonly items = new Map<string, Kept<EvidenceItem>>();
  private readonly terms = new Map<string, Kept<SourceTerm>>();
  private readonly files = new Map<string, { counts: Counts; remarks: RowRemark[]; rows: number }>();

  add(row: ImportedRow): void {
    const report = this.reportOf(row.place.file);
    report.rows += 1;
    if ('skipped' in row) {
      report.counts.skipped += 1;
      report.remarks.push({ ...numbered(row.place), outcome: 'skipped', reasons: [row.skipped] });
      return;
    }
    const before =
      'item' in row
        ? this.keep(this.items, row.item.id, row.item, row.place, newerItem)
        : this.keep(this.terms, `${row.term.kind} ${row.term.id}`, row.term, row.place, mergeTerms);
    if (before !== undefined) {
      const outcome = before.same ? 'repeated' : 'superseded';
      report.counts[outcome] += 1;
      report.remarks.push({ ...numbered(row.place), outcome, reasons: [before.reason] });
      return;
    }
    report.counts[row.notes.length === 0 ? 'taken' : 'changed'] += 1;
    if (row.notes.length > 0) {
      report.remarks.push({ ...numbered(row.place), outcome: 'changed', reasons: row.notes });
    }
  }

  get reports(): readonly FileReport[] {
    return [...this.files].map(([file, { counts, remarks, rows }]) => ({ file, rows, ...counts, remarks }));
  }

  /** Dated by its newest review, so that the same files make the same release on any day. */
  release(source: string, title: string, licence: string, drugs: readonly Drug[]): KnowledgeRelease {
    const evidence = [...this.items.values()].map(({ entry }) => entry);
    const publishedOn =
      evidence
        .map(({ reviewedOn = '' }) => reviewedOn)
        .sort()
        .at(-1) ?? '';
    const date = publishedOn === '' ? '1970-01-01' : publishedOn;
    const classes = new Map(drugs.map((drug) => [drug.name, drug.classes]));
    const named = new Set(evidence.flatMap(drugsOf));
    return {
      name: `${source}-${date.slice(0, 7).replace('-', '.')}`,
      source,
      publishedOn: date,
      title,
      licence,
      evidence: sorted(evidence, ({ id }) => id),
      drugs: [...named].sort().map((name) => ({ name, classes: classes.get(name) ?? [] })),
      genes: [],
      ...(this.terms.size === 0
        ? {}
        : {
            terms: sorted(
              [...this.terms.values()].map(({ entry }) => entry),
              ({ kind, id }) => `${kind} ${id}`,
            ),
          }),
    };
  }

  private keep<T>(
    kept: Map<string, Kept<T>>,
    key: string,
    entry: T,
    place: RowPlace,
    merge: (entry: T, earlier: T) => T | undefined,
  ): { readonly same: boolean; readonly reason: string } | undefined {
    const earlier = kept.get(key);
    if (earlier === undefined) {
      kept.set(key, { entry, place });
      return undefined;
    }
    if (canonicalJson(earlier.entry) === canonicalJson(entry)) {
      return { same: true, reason: `The same as ${nameOf(earlier.place)}.` };
    }
    const merged = merge(entry, earlier.entry);
    if (merged === undefined) {
      return { same: false, reason: `${nameOf(earlier.place)} was reviewed later.` };
    }
    kept.set(key, { entry: merged, place });
    this.demote(earlier.place, place);
    return undefined;
  }

  /** The earlier row had been counted as taken. */
  private demote(earlier: RowPlace, by: RowPlace): void {
    const report = this.reportOf(earlier.file);
    const at = report.remarks.findIndex(({ row, outcome }) => row === earlier.row && outcome === 'changed');
    if (at >= 0) report.remarks.splice(at, 1);
    report.counts[at >= 0 ? 'changed' : 'taken'] -= 1;
    report.counts.superseded += 1;
    report.remarks.push({
      ...numbered(earlier),
      outcome: 'superseded',
      reasons: [`${nameOf(by)} has the version reviewed later.`],
    });
  }

  private reportOf(file: string) {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    const counts: Counts = { taken: 0, changed: 0, repeated: 0, superseded: 0, skipped: 0 };
    const fresh = { counts, remarks: [] as RowRemark[], rows: 0 };
    this.files.set(file, fresh);
    return fresh;
  }
}

const newerItem = (item: EvidenceItem, earlier: EvidenceItem): EvidenceItem | undefined =>
  (item.reviewedOn ?? '') >= (earlier.reviewedOn ?? '') ? item : undefined;

/** A later table may lack what an earlier one said of the same name (HGVS expressions). */
const mergeTerms = (term: SourceTerm, earlier: SourceTerm): SourceTerm => ({ ...earlier, ...term });

const drugsOf = (item: EvidenceItem): readonly string[] =>
  isPredictive(item) && 'drugs' in item.therapy ? item.therapy.drugs : [];

const nameOf = ({ file, row }: RowPlace): string => `${file}, row ${String(row)}`;

const numbered = ({ row, id }: RowPlace) => ({ row, ...(id === undefined ? {} : { id }) });

const sorted = <T>(items: readonly T[], key: (item: T) => string): readonly T[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
