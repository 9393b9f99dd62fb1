import type { KnowledgeSource } from '@consilium/knowledge-core';
import { CreateMessaging1763000001000 } from '@consilium/platform-messaging';
import { CreateAccessRules1763000000000 } from '@consilium/platform-persistence';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';
import type { Principal } from '@consilium/platform-identity';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import { Catalogue } from '../catalogue/catalogue.js';
import { TrialsReleaseStore } from '../catalogue/release.store.js';
import { TrialsActivation } from '../catalogue/trials-activation.js';
import { CreateTrials1764100000000 } from '../migrations/1764100000000-create-trials.js';
import { CreateTrialDrafts1764100002000 } from '../migrations/1764100002000-create-trial-drafts.js';
import type { AssistantOptions, TrialsOptions } from '../trials.options.js';
import { AssistantClient } from './assistant-client.js';
import { ReviewTrialDraftHandler, SubmitTrialDraftHandler } from './decide-draft.handlers.js';
import { DraftChecking } from './draft-checking.js';
import { SaveDraftExamplesHandler, SaveTrialDraftHandler } from './edit-draft.handlers.js';
import { ImportTrialDraftsHandler } from './import-drafts.handler.js';
import { PublishTrialsHandler, WithdrawLocalTrialHandler } from './publish-trials.handlers.js';
import { AcceptProposalHandler, ProposeStructureHandler } from './structure.handlers.js';

/** Knowledge without a statement: criteria here name no drug. */
const knowledge: KnowledgeSource = {
  active: () =>
    Promise.resolve({
      contentHash: 'k',
      releases: [
        {
          contentHash: 'k',
          release: { name: 'k', publishedOn: '2026-11-01', title: 'k', evidence: [], drugs: [], genes: [] },
        },
      ],
    }),
};

const person = (id: string, role: Principal['role']): Principal => ({
  id,
  name: id,
  role,
  hospitals: ['university-hospital'],
});
export const author = person('hana', 'curator');
export const second = person('ivo', 'second-reviewer');

/** The shell of curating on a database of its own; each call of `handlers` is another copy of the process. */
export async function startCurating() {
  const opened: TestDatabase = await openTestDatabase([
    CreateAccessRules1763000000000,
    CreateMessaging1763000001000,
    CreateTrials1764100000000,
    CreateTrialDrafts1764100002000,
  ]);
  const { database } = opened;
  let today = '2026-11-23T09:00:00Z';
  const handlers = (assistant?: AssistantOptions) => {
    const options: TrialsOptions = {
      genes: loadGeneCatalogue(),
      tumourTypes: loadTumourTypes(),
      clock: { now: () => new Date(today) },
      ...(assistant === undefined ? {} : { assistant }),
    };
    const releases = new TrialsReleaseStore(database);
    const catalogue = new Catalogue(releases, knowledge, options);
    const activation = new TrialsActivation(database, releases, catalogue, options);
    const checking = new DraftChecking(catalogue);
    return {
      releases,
      save: new SaveTrialDraftHandler(database, checking, options),
      saveExamples: new SaveDraftExamplesHandler(database, checking, options),
      submit: new SubmitTrialDraftHandler(database, checking, options),
      review: new ReviewTrialDraftHandler(database, options),
      publish: new PublishTrialsHandler(releases, activation, checking, options),
      withdraw: new WithdrawLocalTrialHandler(releases, activation, options),
      read: new ImportTrialDraftsHandler(database, catalogue, options),
      propose: new ProposeStructureHandler(database, catalogue, new AssistantClient(options), options),
      accept: new AcceptProposalHandler(database, checking, options),
    };
  };
  return {
    ...opened,
    handlers,
    setToday: (instant: string) => {
      today = instant;
    },
  };
}

export type Curating = Awaited<ReturnType<typeof startCurating>>;

export const trialText = (id: string, more = ''): string => `id: ${id}
title: An invented trial
status: open
statusOn: '2026-11-23'
source: { kind: local, reference: protocol 1.0, retrievedOn: '2026-11-23' }
eligibility:
  all:
    - age: { atLeast: 18 } # of age
${more}arms:
  - { id: A, name: A }
`;
