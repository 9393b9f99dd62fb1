import { Field, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor?: string | undefined;
}

/** An argument that cannot be, told to who sent it. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Something asked for by name that there is not, told to who asked. */
export const notFound = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'NOT_FOUND' } });

/** A place in a list as text that means something to us alone. */
export const encodePlace = (place: object): string =>
  Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');

/** The texts named by `members`; throws `badInput` where the cursor is none of ours. */
export function decodePlace<M extends string>(cursor: string, members: readonly M[]): Record<M, string> {
  const place = parsed(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (typeof place === 'object' && place !== null) {
    const entries = members.map((member) => [member, (place as Record<string, unknown>)[member]] as const);
    if (entries.every(([, value]) => typeof value === 'string'))
      return Object.fromEntries(entries) as Record<M, string>;
  }
  throw badInput('The cursor after is none of ours: take endCursor from an earlier page.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
