import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { badInput, decodePlace, encodePlace } from '@consilium/platform-graphql';
import { isRecruiting, type Trial } from '@consilium/trials-core';
import { Catalogue } from './catalogue.js';
import { presentTrial, TrialConnection, TrialFilterInput, TrialType } from './trial.types.js';

const largestPage = 100;

/** Trials belong to no hospital and no patient. */
@Resolver(() => TrialType)
export class TrialResolver {
  constructor(private readonly catalogue: Catalogue) {}

  @Query(() => TrialType, { nullable: true })
  async trial(@Args('id', { type: () => ID }) id: string): Promise<TrialType | null> {
    const trial = (await this.catalogue.basis()).byId.get(id);
    return trial === undefined ? null : presentTrial(trial);
  }

  @Query(() => TrialConnection, { description: 'The trials in use, by id.' })
  async trials(
    @Args('filter', { type: () => TrialFilterInput, nullable: true })
    filter: TrialFilterInput | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 25, description: 'At most 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<TrialConnection> {
    if (first < 1 || first > largestPage)
      throw badInput(`Ask for 1 to ${String(largestPage)} trials at once.`);
    const start = typeof after === 'string' ? decodePlace(after, ['id']).id : '';
    const found = (await this.catalogue.basis()).trials.filter((trial) => passes(trial, filter ?? {}));
    const left = found.filter(({ id }) => id > start);
    const nodes = left.slice(0, first);
    const last = nodes.at(-1);
    return {
      nodes: nodes.map(presentTrial),
      total: found.length,
      pageInfo: {
        hasNextPage: left.length > nodes.length,
        endCursor: last === undefined ? undefined : encodePlace({ id: last.id }),
      },
    };
  }
}

function passes(trial: Trial, { text, recruits }: TrialFilterInput): boolean {
  if (typeof recruits === 'boolean' && isRecruiting(trial.status) !== recruits) return false;
  if (typeof text !== 'string') return true;
  const { id, title, acronym, sponsor, arms } = trial;
  const words = [id, title, acronym ?? '', sponsor ?? '', ...arms.flatMap(({ drugs }) => drugs ?? [])];
  return words.some((one) => one.toLowerCase().includes(text.toLowerCase()));
}
