import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { assertUnreachable } from '@consilium/kernel';
import { Asker } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import {
  ConsumerRegistry,
  findDeadLetter,
  listDeadLetters,
  type DeadLetterState,
} from '@consilium/platform-messaging';
import { Database } from '@consilium/platform-persistence';
import {
  DeadLetterNotOpen,
  DeadLetterRefusedAgain,
  DeadLetterReplayed,
  DeadLetterStateName,
  DeadLetterType,
  presentDeadLetter,
  ReplayDeadLetterResult,
} from './dead-letter.types.js';
import { letterGroups, letterScope } from './letter-scope.js';
import { ReplayDeadLetter } from './replay-dead-letter.command.js';

const largestPage = 200;

@Resolver(() => DeadLetterType)
export class DeadLetterResolver {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly consumers: ConsumerRegistry,
  ) {}

  @Query(() => [DeadLetterType], { description: 'What could not be taken, newest first.' })
  async deadLetters(
    @Asker() asker: Principal,
    @Args('state', { type: () => DeadLetterStateName, defaultValue: DeadLetterStateName.OPEN })
    state: DeadLetterState,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<DeadLetterType[]> {
    const limit = Math.min(Math.max(first, 1), largestPage);
    const letters = await this.database.transaction(letterScope(asker), (tx) =>
      listDeadLetters(tx, state, limit, letterGroups(asker, this.consumers.all())),
    );
    return letters.map(presentDeadLetter);
  }

  @Query(() => DeadLetterType, { nullable: true })
  async deadLetter(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<DeadLetterType | null> {
    const letter = await this.database.transaction(letterScope(asker), (tx) => findDeadLetter(tx, id));
    const groups = letterGroups(asker, this.consumers.all());
    if (letter === undefined || groups?.includes(letter.consumer) === false) return null;
    return presentDeadLetter(letter);
  }

  @Mutation(() => ReplayDeadLetterResult, {
    description:
      'Sends a letter again, as it came or with a corrected body. It is settled only when it was taken.',
  })
  async replayDeadLetter(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('correctedBody', { type: () => String, nullable: true }) correctedBody: string | null | undefined,
  ): Promise<typeof ReplayDeadLetterResult> {
    const replay = await this.commands.execute(new ReplayDeadLetter(asker, id, correctedBody ?? undefined));
    switch (replay.kind) {
      case 'replayed':
        return Object.assign(new DeadLetterReplayed(), { id });
      case 'refused-again':
        return Object.assign(new DeadLetterRefusedAgain(), { id, problems: [...replay.problems] });
      case 'not-open':
        return Object.assign(new DeadLetterNotOpen(), { id });
      default:
        return assertUnreachable(replay);
    }
  }
}
