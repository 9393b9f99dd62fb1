import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { stringify } from 'yaml';
import { canonicalJson } from '@consilium/kernel';
import { Database, type Transaction } from '@consilium/platform-persistence';
import {
  badTrialId,
  changeDraft,
  checkDraft,
  isTrialId,
  mergeImport,
  readDraftText,
  sameImport,
  type DraftCheck,
  type MergedImport,
  type Trial,
  type TrialDraft,
  type TrialReferences,
} from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { readTrialFile } from '../read-trial-file.js';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import {
  addVersion,
  idOf,
  keepDraft,
  lockDraftOfTrial,
  lockTrialIds,
  type StoredDraft,
} from './draft.store.js';
import { newDraft } from './edit-draft.handlers.js';
import { ImportTrialDrafts, type ImportedDraft, type ImportedDrafts } from './import-drafts.command.js';

interface Taking {
  readonly by: string;
  readonly at: string;
  readonly references: TrialReferences;
  /** The file itself, where it is one trial as we write it: its comments and order are kept. */
  readonly own?: string;
}

@CommandHandler(ImportTrialDrafts)
export class ImportTrialDraftsHandler implements ICommandHandler<ImportTrialDrafts> {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  async execute({ asker, text }: ImportTrialDrafts): Promise<ImportedDrafts> {
    const references = await this.catalogue.references();
    const at = this.options.clock.now().toISOString();
    const read = readTrialFile(text, { retrievedOn: at.slice(0, 10), references });
    const remarks = [...read.remarks];
    const [only] = read.trials;
    const own = read.trials.length === 1 && only !== undefined && saysJust(text, only) ? { own: text } : {};
    const drafts: ImportedDraft[] = [];
    await this.database.transaction(asker, async (tx) => {
      await lockTrialIds(tx);
      for (const trial of read.trials.filter(({ id }) => isTrialId(id))) {
        const taken = await take(tx, trial, { by: asker.id, at, references, ...own });
        drafts.push(taken.imported);
        remarks.push(...taken.remarks);
      }
    });
    const unnamed = read.trials.filter(({ id }) => !isTrialId(id)).map(() => badTrialId);
    return { drafts, remarks, problems: [...read.problems, ...unnamed] };
  }
}

function saysJust(text: string, trial: Trial): boolean {
  const document = readDraftText(text);
  return document.ok && canonicalJson(document.value) === canonicalJson(trial);
}

async function take(
  tx: Transaction,
  trial: Trial,
  { by, at, references, own }: Taking,
): Promise<{ readonly imported: ImportedDraft; readonly remarks: readonly string[] }> {
  const stored = await lockDraftOfTrial(tx, trial.id);
  if (stored?.imported !== undefined && sameImport(stored.imported, trial)) {
    const check = checkDraft(stored.draft.text, references);
    return { imported: told(stored.draft, 'unchanged', check), remarks: [] };
  }
  const { trial: merged, remarks } =
    stored === undefined ? { trial, remarks: [] } : merge(stored, trial, references);
  const text = own !== undefined && merged === trial ? own : stringify(merged, { lineWidth: 118 });
  const read = readDraftText(text);
  const document = read.ok ? read.value : undefined;
  const draft =
    stored === undefined ? newDraft(text, document, by) : changeDraft(stored.draft, { text, document }, by);
  const check = checkDraft(text, references);
  const findings = { problems: check.problems.length, unstructured: check.unstructured.length };
  await keepDraft(tx, { draft, imported: trial }, findings, at);
  await addVersion(tx, draft, { cause: 'imported', by, at });
  return { imported: told(draft, stored === undefined ? 'new' : 'changed', check), remarks };
}

const told = (
  draft: TrialDraft,
  outcome: ImportedDraft['outcome'],
  { problems, unstructured }: DraftCheck,
): ImportedDraft => ({
  draft: draft.id,
  trial: idOf(draft.document) ?? '',
  version: draft.version,
  outcome,
  unstructured: unstructured.length,
  problems,
});

/** What curators have made of the former import is kept; where there is none to compare with, the file stands. */
function merge({ draft, imported }: StoredDraft, next: Trial, references: TrialReferences): MergedImport {
  const current = checkDraft(draft.text, references).trial;
  if (current !== undefined && canonicalJson(current) === canonicalJson(next))
    return { trial: next, remarks: [] };
  if (imported !== undefined && current !== undefined && current.id === next.id)
    return mergeImport(imported, current, next);
  const kept = `${next.id}: what was written by hand stands in version ${String(draft.version)} of the draft.`;
  return { trial: next, remarks: [kept] };
}
