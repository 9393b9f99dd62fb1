import { Injectable } from '@nestjs/common';
import { validateEvent, type KnowledgeReleaseActivatedV1 } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { HearsEvents, type Consumer, type DomainEvent, type Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { ProfileInterpreter } from './profile-interpreter.js';
import { markOtherKnowledge } from './result.store.js';

/** Other knowledge is active: every result that came of the former is made anew. */
@Injectable()
@HearsEvents()
export class KnowledgeConsumer implements Consumer<KnowledgeReleaseActivatedV1> {
  readonly group = 'interpretation.renew-results';
  readonly type = 'knowledge.release-activated.v1';

  constructor(private readonly interpreter: ProfileInterpreter) {}

  prepare(event: DomainEvent): Promise<Result<KnowledgeReleaseActivatedV1, readonly Problem[]>> {
    return Promise.resolve(validateEvent(this.type, event.data));
  }

  async handle(
    _: KnowledgeReleaseActivatedV1,
    __: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    // What is active now counts, not what was when the event was written.
    const { contentHash } = await this.interpreter.active(tx);
    await markOtherKnowledge(tx, contentHash);
    return succeed(undefined);
  }

  /** Knowledge belongs to no hospital. */
  hospitalOf(): string | undefined {
    return undefined;
  }
}
