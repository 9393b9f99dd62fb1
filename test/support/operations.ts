import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  astFromValue,
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  isUnionType,
  print,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { repository } from './consilium.js';

/** A field of a root type, as the committed SDL has it. */
export interface RootField {
  /** For instance `Query.case`. */
  readonly operation: string;
  readonly field: GraphQLField<unknown, unknown>;
}

const schema = buildSchema(readFileSync(join(repository, 'schemas/graphql/consilium.graphql'), 'utf8'));

export const rootFields: readonly RootField[] = [
  schema.getQueryType(),
  schema.getMutationType(),
  schema.getSubscriptionType(),
].flatMap((type) =>
  type === null || type === undefined
    ? []
    : Object.values(type.getFields()).map((field) => ({ operation: `${type.name}.${field.name}`, field })),
);

/** Text for an argument or input field of this name, of this operation. */
export type TextOf = (name: string, operation: string) => string | undefined;

/**
 * The operation as a document: what must be given, and what else has a text. `answer` holds everything the type has, or
 * its name alone.
 */
export function documentOf(
  { operation, field }: RootField,
  textOf: TextOf,
  selection: 'all' | 'name',
): string {
  const given = field.args.flatMap((argument) => {
    const text = isScalarType(getNamedType(argument.type)) ? textOf(argument.name, operation) : undefined;
    if (text === undefined && !isRequiredArgument(argument)) return [];
    const value = astFromValue(valueOf(argument.type, argument.name, operation, textOf), argument.type);
    if (value === null || value === undefined) throw new Error(`No value for ${operation}.${argument.name}.`);
    return [`${argument.name}: ${print(value)}`];
  });
  const args = given.length === 0 ? '' : `(${given.join(', ')})`;
  const fields = selection === 'all' ? everyField(field.type, []) : nameOnly(field.type);
  return `${operation.split('.')[0]?.toLowerCase() ?? ''} { answer: ${field.name}${args}${fields} }`;
}

/** Some value that an input of this type takes. */
export const exampleOf = (type: GraphQLInputType): unknown => valueOf(type, 'example', 'example', () => '1');

function valueOf(type: GraphQLInputType, name: string, operation: string, textOf: TextOf): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name, operation, textOf);
  if (isListType(type)) return [valueOf(type.ofType, name, operation, textOf)];
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(
      required.map((member) => [member.name, valueOf(member.type, member.name, operation, textOf)]),
    );
  }
  if (type.name === 'Boolean') return true;
  if (type.name === 'Int' || type.name === 'Float') return 1;
  const text = textOf(name, operation);
  if (text === undefined) throw new Error(`Say what ${operation} is given for ${name}.`);
  return text;
}

const nameOnly = (type: GraphQLOutputType): string => {
  const named = getNamedType(type);
  return isObjectType(named) || isUnionType(named) ? ' { __typename }' : '';
};

/** Every field below, but for a type within itself and for fields that want arguments. */
function everyField(type: GraphQLOutputType, within: readonly string[]): string {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    const members = named.getTypes().map((one) => `... on ${one.name}${everyField(one, within)}`);
    return ` { __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(named)) return '';
  const path = [...within, named.name];
  const fields = Object.values(named.getFields())
    .filter((field) => !path.includes(getNamedType(field.type).name) && !field.args.some(isRequiredArgument))
    // Members of a union may name two things alike.
    .map((field) => `${named.name}_${field.name}: ${field.name}${everyField(field.type, path)}`);
  return ` { ${fields.join(' ')} }`;
}
