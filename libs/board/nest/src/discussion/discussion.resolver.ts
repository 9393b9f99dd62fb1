import { randomUUID } from 'node:crypto';
import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { noReason } from '@consilium/board-core';
import { isUuid, type Problem } from '@consilium/kernel';
import {
  Asker,
  badInput,
  decodePlace,
  encodePlace,
  loaderOf,
  type GraphqlContext,
} from '@consilium/platform-graphql';
import type { Principal, Role } from '@consilium/platform-identity';
import { Database, type Reader } from '@consilium/platform-persistence';
import { caseLoader } from '../case.loaders.js';
import { CaseType, presentCase } from '../case.types.js';
import { noSuchCase } from '../casework/case-advance.js';
import { CaseSteps } from '../casework/case-steps.js';
import { holdCase } from '../casework/case-work.store.js';
import { CaseRefused, CaseWorkResult, RoleName } from '../casework/casework.types.js';
import { CaseTalk } from './case-talk.js';
import {
  findAttachments,
  findComments,
  insertComment,
  listMentions,
  removeAttachment,
  type Comment,
} from './discussion.store.js';
import {
  AttachmentType,
  CommentResult,
  CommentType,
  MentionPage,
  presentAttachment,
  presentComment,
} from './discussion.types.js';

const longestComment = 4000;
const mostMentioned = 50;
const largestPage = 100;

@ArgsType()
export class CommentArgs {
  @Field(() => ID) case!: string;
  @Field(() => String, { description: 'At most 4,000 signs.' }) text!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Ids of people who are to look.' }) people!: string[];
  @Field(() => [RoleName], { defaultValue: [], description: 'Roles that are to look.' }) roles!: Role[];
}

/** What is said about a case, and its files. */
@Resolver(() => CaseType)
export class DiscussionResolver {
  constructor(
    private readonly database: Database,
    private readonly talk: CaseTalk,
    private readonly steps: CaseSteps,
  ) {}

  @ResolveField(() => [CommentType], { description: 'The oldest first.' })
  async comments(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<CommentType[]> {
    const found = await this.ofCase(context, 'board.comments', asker, findComments).load(id);
    return found.map(presentComment);
  }

  @ResolveField(() => [AttachmentType], { description: 'The oldest first.' })
  async attachments(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<AttachmentType[]> {
    const found = await this.ofCase(context, 'board.attachments', asker, findAttachments).load(id);
    return found.map(presentAttachment);
  }

  @Query(() => MentionPage, { description: 'Comments that ask you or your role to look, the newest first.' })
  async mentions(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<MentionPage> {
    if (first < 1 || first > largestPage)
      throw badInput(`Ask for 1 to ${String(largestPage)} comments at once.`);
    const place = typeof after === 'string' ? decodePlace(after, ['at', 'id']) : undefined;
    const found = await this.database.transaction(asker, (tx) =>
      listMentions(tx, { person: asker.id, role: asker.role }, place, first + 1),
    );
    const page = found.slice(0, first);
    const files = await caseLoader(context, this.database, asker).loadMany(page.map(({ caseId }) => caseId));
    const nodes = page.flatMap((comment, at) => {
      const file = files[at];
      if (file === undefined || file instanceof Error) return [];
      const { id, hospital, patient } = file;
      context.saw({ operation: 'mentions', hospital, subject: patient, target: { case: [id] } });
      return [{ ...comment, case: presentCase(file) }];
    });
    const last = page.at(-1);
    const endCursor =
      last === undefined ? undefined : encodePlace({ at: last.at.toISOString(), id: last.id });
    return { nodes, pageInfo: { hasNextPage: found.length > page.length, endCursor } };
  }

  @Mutation(() => CommentResult)
  async addComment(
    @Asker() asker: Principal,
    @Args() { case: caseId, text, people, roles }: CommentArgs,
  ): Promise<typeof CommentResult> {
    if (text.trim() === '' || text.length > longestComment || text.includes('\0')) return refused(badText);
    if (people.length > mostMentioned) throw badInput(`Ask at most ${String(mostMentioned)} people to look.`);
    const comment: Comment = {
      id: randomUUID(),
      caseId,
      by: asker.id,
      byName: asker.name,
      at: this.talk.now(),
      text: text.trim(),
      people: [...new Set(people)],
      roles: [...new Set(roles)],
    };
    return this.database.transaction(asker, async (tx) => {
      const held = isUuid(caseId) ? await holdCase(tx, caseId) : undefined;
      if (held === undefined) return refused(noSuchCase);
      await insertComment(tx, held.hospital, comment);
      await this.talk.tell(tx, asker, held, {
        operation: 'case.comment',
        target: comment.id,
        change: 'commented',
      });
      return presentComment(comment);
    });
  }

  @Mutation(() => CaseWorkResult, {
    description: 'Takes a file off its case; that it was there stays known.',
  })
  async removeAttachment(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<typeof CaseWorkResult> {
    const unsaid = noReason(reason);
    if (unsaid !== undefined) return refused(unsaid);
    const caseId = await this.database.transaction(asker, async (tx) => {
      const found = await removeAttachment(tx, id, asker.id, reason.trim());
      const held = found === undefined ? undefined : await holdCase(tx, found);
      if (held === undefined) return undefined;
      await this.talk.tell(tx, asker, held, { operation: 'case.detach', target: id, change: 'attached' });
      return held.caseId;
    });
    return caseId === undefined ? refused(noSuchFile) : this.steps.answer(asker, { ok: true, value: caseId });
  }

  private ofCase<T extends { readonly caseId: string }>(
    context: GraphqlContext,
    name: string,
    asker: Principal,
    find: (tx: Reader, ids: readonly string[]) => Promise<readonly T[]>,
  ): DataLoader<string, readonly T[]> {
    return loaderOf(
      context,
      name,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.database.read(asker, (tx) => find(tx, ids));
          return ids.map((id) => found.filter(({ caseId }) => caseId === id));
        }),
    );
  }
}

const refused = (problem: Problem): CaseRefused => ({ problem });
const badText: Problem = {
  code: 'BOARD.BAD_COMMENT',
  place: '/text',
  message: 'is empty or too long.',
  remedy: 'Write 1 to 4,000 signs; put longer texts into a file.',
};
const noSuchFile: Problem = {
  code: 'BOARD.NO_SUCH_FILE',
  place: '/id',
  message: 'is no file on a case you may see.',
  remedy: 'Look at the attachments of the case.',
};
