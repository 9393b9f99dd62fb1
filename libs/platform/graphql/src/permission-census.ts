import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { permissions } from '@consilium/platform-identity';

/** Fails the start where the schema and the table of permissions name different root fields. */
@Injectable()
export class PermissionCensus implements OnModuleInit {
  constructor(private readonly host: GraphQLSchemaHost) {}

  onModuleInit(): void {
    const differences = differencesBetween(this.host.schema, [...permissions.keys()]);
    if (differences.length > 0) throw new Error(differences.join(' '));
  }
}

/** One sentence for each root field without a rule, and for each rule without a root field. */
export function differencesBetween(schema: GraphQLSchema, ruled: readonly string[]): readonly string[] {
  const served = rootFieldsOf(schema);
  return [
    ...served
      .filter((field) => !ruled.includes(field))
      .map((field) => `${field} has no rule: say in the table of permissions who may use it.`),
    ...ruled
      .filter((field) => !served.includes(field))
      .map((field) => `The table of permissions names ${field}, which the schema does not have.`),
  ];
}

const rootFieldsOf = (schema: GraphQLSchema): readonly string[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type === undefined || type === null
      ? []
      : Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
