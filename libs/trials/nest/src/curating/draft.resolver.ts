import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Problem, Result } from '@consilium/kernel';
import { Asker } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import type { DraftState, TrialDraft } from '@consilium/trials-core';
import { DraftChecking, noSuchDraft } from './draft-checking.js';
import {
  AcceptProposal,
  ProposeStructure,
  ReviewTrialDraft,
  SaveDraftExamples,
  SaveTrialDraft,
  SubmitTrialDraft,
} from './draft.commands.js';
import { findDraft, listDrafts, listVersions } from './draft.store.js';
import {
  CriterionProposalsResult,
  CriterionProposalsType,
  presentDraft,
  presentProposal,
  SaveDraftExamplesInput,
  SaveTrialDraftInput,
  TrialDraftDecisionName,
  TrialDraftRefused,
  TrialDraftResult,
  TrialDraftStateName,
  TrialDraftSummaryType,
  TrialDraftType,
  TrialDraftVersionType,
} from './draft.types.js';
import { presentTest, TrialDraftTestResult } from './test.types.js';

type Changed = Result<TrialDraft, readonly Problem[]>;

@Resolver(() => TrialDraftType)
export class TrialDraftResolver {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly checking: DraftChecking,
  ) {}

  @Query(() => [TrialDraftSummaryType], {
    description: 'Trials that curators work at, the last changed first; all states where none is named.',
  })
  async trialDrafts(
    @Asker() asker: Principal,
    @Args('states', { type: () => [TrialDraftStateName], nullable: true })
    states: DraftState[] | null | undefined,
  ): Promise<TrialDraftSummaryType[]> {
    return [...(await this.database.transaction(asker, (tx) => listDrafts(tx, states ?? undefined)))];
  }

  @Query(() => TrialDraftType, { nullable: true })
  async trialDraft(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<TrialDraftType | undefined> {
    const stored = await this.database.transaction(asker, (tx) => findDraft(tx, id));
    return stored === undefined ? undefined : this.present(stored.draft);
  }

  @ResolveField(() => [TrialDraftVersionType], { description: 'Newest first.' })
  async versions(
    @Asker() asker: Principal,
    @Parent() { id }: TrialDraftType,
  ): Promise<TrialDraftVersionType[]> {
    return [...(await this.database.transaction(asker, (tx) => listVersions(tx, id)))];
  }

  @Mutation(() => TrialDraftResult, {
    description:
      'Keeps a document, with its problems where it has some. A draft that was submitted is open again.',
  })
  async saveTrialDraft(
    @Asker() asker: Principal,
    @Args('input', { type: () => SaveTrialDraftInput })
    { id, expectedVersion, document }: SaveTrialDraftInput,
  ): Promise<typeof TrialDraftResult> {
    const input = { document, ...given('id', id), ...given('expectedVersion', expectedVersion) };
    return this.result(await this.commands.execute(new SaveTrialDraft(asker, input)));
  }

  @Mutation(() => TrialDraftResult, {
    description:
      'Keeps the example patients of a draft. They are invented: what names a patient or a hospital is refused.',
  })
  async saveDraftExamples(
    @Asker() asker: Principal,
    @Args('input', { type: () => SaveDraftExamplesInput })
    { id, expectedVersion, examples }: SaveDraftExamplesInput,
  ): Promise<typeof TrialDraftResult> {
    const input = { id, examples, ...given('expectedVersion', expectedVersion) };
    return this.result(await this.commands.execute(new SaveDraftExamples(asker, input)));
  }

  @Mutation(() => TrialDraftTestResult, {
    description:
      'Where the draft puts its example patients, and which criteria make the difference. Changes nothing.',
  })
  async testTrialDraft(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof TrialDraftTestResult> {
    const stored = await this.database.transaction(asker, (tx) => findDraft(tx, id));
    if (stored === undefined) return refused([noSuchDraft]);
    const { check, outcomes } = await this.checking.test(stored.draft);
    return check.trial === undefined
      ? refused(check.problems)
      : presentTest(stored.draft.version, check, outcomes);
  }

  @Mutation(() => TrialDraftResult, {
    description:
      'To a second person: only where the document is a trial and every example comes out as expected.',
  })
  async submitTrialDraft(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof TrialDraftResult> {
    return this.result(await this.commands.execute(new SubmitTrialDraft(asker, id)));
  }

  @Mutation(() => TrialDraftResult, {
    description: 'By a person who is not among its authors. To reject needs a reason.',
  })
  async reviewTrialDraft(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('decision', { type: () => TrialDraftDecisionName }) decision: 'approved' | 'rejected',
    @Args('reason', { type: () => String, nullable: true }) reason: string | null | undefined,
    @Args('expectedVersion', {
      type: () => Int,
      nullable: true,
      description: 'The version that was read; another one is refused.',
    })
    expectedVersion: number | null | undefined,
  ): Promise<typeof TrialDraftResult> {
    const review = { decision, ...given('reason', reason), ...given('expectedVersion', expectedVersion) };
    return this.result(await this.commands.execute(new ReviewTrialDraft(asker, id, review)));
  }

  @Mutation(() => CriterionProposalsResult, {
    description:
      "Asks the installation's assistant, where it has one, about a criterion that is still text. Only the criterion's words are sent. Nothing is put into the document.",
  })
  async proposeStructure(
    @Asker() asker: Principal,
    @Args('draft', { type: () => ID }) draft: string,
    @Args('place', { type: () => String, description: 'Of the `unstructured` list.' }) place: string,
  ): Promise<typeof CriterionProposalsResult> {
    const offered = await this.commands.execute(new ProposeStructure(asker, draft, place));
    return offered.ok
      ? Object.assign(new CriterionProposalsType(), { proposals: offered.value.map(presentProposal) })
      : refused(offered.error);
  }

  @Mutation(() => TrialDraftResult, {
    description:
      'Puts a proposal into the document at its place, its text beside it; whoever accepts it is an author.',
  })
  async acceptProposal(
    @Asker() asker: Principal,
    @Args('draft', { type: () => ID }) draft: string,
    @Args('proposal', { type: () => ID }) proposal: string,
  ): Promise<typeof TrialDraftResult> {
    return this.result(await this.commands.execute(new AcceptProposal(asker, draft, proposal)));
  }

  private async result(changed: Changed): Promise<typeof TrialDraftResult> {
    return changed.ok ? this.present(changed.value) : refused(changed.error);
  }

  private async present(draft: TrialDraft): Promise<TrialDraftType> {
    return presentDraft(draft, await this.checking.check(draft.text));
  }
}

const refused = (problems: readonly Problem[]): TrialDraftRefused =>
  Object.assign(new TrialDraftRefused(), { problems });

/** GraphQL says null where nothing is given. */
const given = <K extends string, T>(name: K, value: T | null | undefined): Partial<Record<K, T>> =>
  value === null || value === undefined ? {} : ({ [name]: value } as Record<K, T>);
