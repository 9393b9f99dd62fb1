import { Ajv, type ValidateFunction } from 'ajv';
import { trialSchema } from '../generated/schemas.js';
import { compositeKinds, type LeafKind } from './criterion.js';

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, { readonly $ref?: string } & object>>;
}
interface TrialSchema {
  readonly definitions: Readonly<Record<string, ObjectSchema & { readonly anyOf?: readonly ObjectSchema[] }>>;
}

const schema = trialSchema as TrialSchema;
const ajv = new Ajv({ allErrors: true, strict: false });

/** What each kind of leaf holds, as the types say. */
const bodies = new Map(
  (schema.definitions['Criterion']?.anyOf ?? [])
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([kind]) => kind !== 'id' && kind !== 'text' && !compositeKinds.some((one) => one === kind)),
);

export const knownLeafKinds = [...bodies.keys()];
export const isLeafKind = (text: string): text is LeafKind => bodies.has(text);

const validators = new Map<string, ValidateFunction>();

export function validatorOfLeaf(kind: LeafKind): ValidateFunction {
  let validate = validators.get(kind);
  if (validate === undefined) {
    validate = ajv.compile({ definitions: schema.definitions, ...bodies.get(kind) });
    validators.set(kind, validate);
  }
  return validate;
}

/** Members a kind of leaf may have, for suggestions. */
export function membersOfLeaf(kind: LeafKind): readonly string[] {
  const body = bodies.get(kind);
  const name = body?.$ref?.split('/').at(-1);
  const definition = name === undefined ? (body as ObjectSchema | undefined) : schema.definitions[name];
  return Object.keys(definition?.properties ?? {});
}

/** A trial with its criteria left to the walk over the tree. */
export const validateTrialShape: ValidateFunction = ajv.compile({
  ...schema,
  definitions: { ...schema.definitions, Criterion: { type: 'object' } },
});

export const membersOfTrial = ['Trial', 'Arm', 'Cohort', 'Site', 'TrialSource'].flatMap((name) =>
  Object.keys(schema.definitions[name]?.properties ?? {}),
);
