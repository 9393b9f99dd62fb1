import type { Transaction } from '@consilium/platform-persistence';
import {
  isTrialId,
  readDraftText,
  type DraftReview,
  type DraftState,
  type KeptProposal,
  type Trial,
  type TrialDraft,
  type TrialExample,
} from '@consilium/trials-core';

type Reader = Pick<Transaction, 'query'>;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly state: DraftState;
  readonly document: string;
  readonly authors: readonly string[];
  readonly examples: readonly TrialExample[];
  readonly proposals: readonly KeptProposal[];
  readonly imported: Trial | null;
  readonly submitted: { readonly by: string; readonly at: string } | null;
  readonly review: DraftReview | null;
  readonly published_in: string | null;
}

/** A draft with what a file last said of its trial. */
export interface StoredDraft {
  readonly draft: TrialDraft;
  readonly imported?: Trial;
}

/** What lists show of a draft; counts as of its last change. */
export interface DraftSummary {
  readonly id: string;
  readonly trial: string | null;
  readonly title: string | null;
  readonly version: number;
  readonly state: DraftState;
  readonly problemCount: number;
  readonly unstructuredCount: number;
  readonly exampleCount: number;
  readonly authors: readonly string[];
  readonly changedAt: Date;
}

export interface DraftVersion {
  readonly version: number;
  readonly cause: VersionCause;
  readonly document: string;
  readonly by: string;
  readonly at: Date;
}
export type VersionCause = 'saved' | 'imported' | 'examples' | 'proposal';

const columns = `id, version, state, document, authors, examples, proposals, imported, submitted, review, published_in`;

/** Newest change first. No states: all. */
export async function listDrafts(
  tx: Reader,
  states: readonly DraftState[] | undefined,
): Promise<readonly DraftSummary[]> {
  const rows: DraftSummary[] = await tx.query(
    `SELECT id, trial, title, version, state, problems AS "problemCount", unstructured AS "unstructuredCount",
       json_array_length(examples) AS "exampleCount", authors, changed_at AS "changedAt"
     FROM trials.draft WHERE $1::text[] IS NULL OR state = ANY ($1) ORDER BY changed_at DESC, id`,
    [states ?? null],
  );
  return rows;
}

export async function findDraft(tx: Reader, id: string): Promise<StoredDraft | undefined> {
  const rows: Row[] = await tx.query(`SELECT ${columns} FROM trials.draft WHERE id::text = $1`, [id]);
  return rows[0] === undefined ? undefined : toStored(rows[0]);
}

/** Locked until the transaction ends, so that no two changes rest on the same version. */
export async function lockDraft(tx: Transaction, id: string): Promise<StoredDraft | undefined> {
  const rows: Row[] = await tx.query(`SELECT ${columns} FROM trials.draft WHERE id::text = $1 FOR UPDATE`, [
    id,
  ]);
  return rows[0] === undefined ? undefined : toStored(rows[0]);
}

/** The draft of a trial, locked; there is at most one. */
export async function lockDraftOfTrial(tx: Transaction, trial: string): Promise<StoredDraft | undefined> {
  const rows: Row[] = await tx.query(`SELECT ${columns} FROM trials.draft WHERE trial = $1 FOR UPDATE`, [
    trial,
  ]);
  return rows[0] === undefined ? undefined : toStored(rows[0]);
}

/** One at a time decides which draft is the one of a trial. */
export const lockTrialIds = (tx: Transaction): Promise<unknown> =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtext('consilium.trial-drafts'))`);

export async function draftIdOfTrial(tx: Reader, trial: string): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.query(`SELECT id FROM trials.draft WHERE trial = $1`, [trial]);
  return rows[0]?.id;
}

/** What lists show beside the draft itself. */
export interface DraftFindings {
  readonly problems: number;
  readonly unstructured: number;
}

/** Writes a draft as it stands now, whether or not it is new. */
export async function keepDraft(
  tx: Transaction,
  { draft, imported }: StoredDraft,
  findings: DraftFindings,
  at: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO trials.draft (id, version, state, document, trial, title, problems, unstructured, authors, examples,
       proposals, imported, submitted, review, published_in, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state,
       document = excluded.document, trial = excluded.trial, title = excluded.title, problems = excluded.problems,
       unstructured = excluded.unstructured, authors = excluded.authors, examples = excluded.examples,
       proposals = excluded.proposals, imported = excluded.imported, submitted = excluded.submitted,
       review = excluded.review, published_in = excluded.published_in, changed_at = excluded.changed_at`,
    [
      draft.id,
      draft.version,
      draft.state,
      draft.text,
      idOf(draft.document) ?? null,
      memberText(draft.document, 'title') ?? null,
      findings.problems,
      findings.unstructured,
      draft.authors,
      JSON.stringify(draft.examples),
      JSON.stringify(draft.proposals),
      json(imported),
      json(draft.submitted),
      json(draft.review),
      draft.publishedIn ?? null,
      at,
    ],
  );
}

/** What was decided about a draft; its content stays. */
export async function keepDecision(tx: Transaction, draft: TrialDraft): Promise<void> {
  await tx.query(
    `UPDATE trials.draft SET state = $2, submitted = $3, review = $4, published_in = $5 WHERE id = $1`,
    [draft.id, draft.state, json(draft.submitted), json(draft.review), draft.publishedIn ?? null],
  );
}

export async function keepProposals(tx: Transaction, draft: TrialDraft): Promise<void> {
  await tx.query(`UPDATE trials.draft SET proposals = $2 WHERE id = $1`, [
    draft.id,
    JSON.stringify(draft.proposals),
  ]);
}

export async function addVersion(
  tx: Transaction,
  draft: TrialDraft,
  made: { readonly cause: VersionCause; readonly by: string; readonly at: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO trials.draft_version (draft, version, cause, document, examples, by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [draft.id, draft.version, made.cause, draft.text, JSON.stringify(draft.examples), made.by, made.at],
  );
}

/** Newest first. */
export async function listVersions(tx: Reader, draft: string): Promise<readonly DraftVersion[]> {
  const rows: DraftVersion[] = await tx.query(
    `SELECT version, cause, document, by, at FROM trials.draft_version WHERE draft = $1 ORDER BY version DESC`,
    [draft],
  );
  return rows;
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

export function idOf(document: unknown): string | undefined {
  const id = memberText(document, 'id');
  return id !== undefined && isTrialId(id) ? id : undefined;
}

function memberText(document: unknown, member: 'id' | 'title'): string | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const value = new Map<string, unknown>(Object.entries(document)).get(member);
  return typeof value === 'string' ? value : undefined;
}

function toStored(row: Row): StoredDraft {
  const document = readDraftText(row.document);
  return {
    draft: {
      id: row.id,
      version: row.version,
      state: row.state,
      text: row.document,
      document: document.ok ? document.value : undefined,
      authors: row.authors,
      examples: row.examples,
      proposals: row.proposals,
      ...(row.submitted === null ? {} : { submitted: row.submitted }),
      ...(row.review === null ? {} : { review: row.review }),
      ...(row.published_in === null ? {} : { publishedIn: row.published_in }),
    },
    ...(row.imported === null ? {} : { imported: row.imported }),
  };
}
