import type { Provider, Type } from '@nestjs/common';
import { AssistantClient } from './assistant-client.js';
import { ReviewTrialDraftHandler, SubmitTrialDraftHandler } from './decide-draft.handlers.js';
import { DraftChecking } from './draft-checking.js';
import { TrialDraftResolver } from './draft.resolver.js';
import { TrialDraftsController } from './drafts.controller.js';
import { SaveDraftExamplesHandler, SaveTrialDraftHandler } from './edit-draft.handlers.js';
import { ImportTrialDraftsHandler } from './import-drafts.handler.js';
import {
  ChangeTrialsInUseHandler,
  PublishTrialsHandler,
  WithdrawLocalTrialHandler,
} from './publish-trials.handlers.js';
import { AcceptProposalHandler, ProposeStructureHandler } from './structure.handlers.js';
import { TrialsReleasesController } from './trials-releases.controller.js';
import { TrialsReleasesResolver } from './trials-releases.resolver.js';

export const curatingProviders: readonly Provider[] = [
  DraftChecking,
  AssistantClient,
  SaveTrialDraftHandler,
  SaveDraftExamplesHandler,
  SubmitTrialDraftHandler,
  ReviewTrialDraftHandler,
  PublishTrialsHandler,
  WithdrawLocalTrialHandler,
  ChangeTrialsInUseHandler,
  ImportTrialDraftsHandler,
  ProposeStructureHandler,
  AcceptProposalHandler,
  TrialDraftResolver,
  TrialsReleasesResolver,
];

export const curatingControllers: readonly Type[] = [TrialDraftsController, TrialsReleasesController];
