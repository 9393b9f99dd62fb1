import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { checkPolicy } from '@consilium/board-core';
import { recordAudit } from '@consilium/platform-audit';
import { Asker, badInput } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { renewAllReminders } from '../reminders/renew-hospital.js';
import { findPolicy, putPolicy } from './policy.store.js';
import {
  BoardPolicyInput,
  BoardPolicyType,
  PolicyResult,
  presentPolicy,
  readPolicy,
} from './policy.types.js';

@Resolver()
export class PolicyResolver {
  constructor(
    private readonly database: Database,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  @Query(() => BoardPolicyType, { description: 'As it holds now.' })
  async boardPolicy(
    @Asker() asker: Principal,
    @Args('hospital', { type: () => String }) hospital: string,
  ): Promise<BoardPolicyType> {
    if (!asker.hospitals.includes(hospital)) throw badInput('That is none of your hospitals.');
    return presentPolicy(hospital, await this.database.transaction(asker, (tx) => findPolicy(tx, hospital)));
  }

  @Mutation(() => PolicyResult, { description: 'Holds at once, also for cases that are under way.' })
  async saveBoardPolicy(
    @Asker() asker: Principal,
    @Args('hospital', { type: () => String }) hospital: string,
    @Args('policy', { type: () => BoardPolicyInput }) input: BoardPolicyInput,
  ): Promise<typeof PolicyResult> {
    if (!asker.hospitals.includes(hospital)) throw badInput('That is none of your hospitals.');
    const policy = readPolicy(input);
    const problem = checkPolicy(policy);
    if (problem !== undefined) return { problem };
    const now = this.options.clock.now();
    await this.database.transaction(asker, async (tx) => {
      await putPolicy(tx, hospital, policy);
      await renewAllReminders(tx, hospital, now);
      await recordAudit(tx, [
        {
          actor: asker,
          hospital,
          action: 'change',
          operation: 'policy.save',
          target: { hospital: [hospital] },
        },
      ]);
    });
    return presentPolicy(hospital, policy);
  }
}
