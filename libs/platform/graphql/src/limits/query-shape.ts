import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What can be told of an operation without its schema. */
export interface QueryShape {
  readonly depth: number;
  readonly fields: number;
  readonly rootFields: number;
}

interface Size {
  readonly depth: number;
  readonly fields: number;
}

const nothing: Size = { depth: 0, fields: 0 };
/** A fragment that spreads itself has no end. */
const endless: Size = { depth: Infinity, fields: Infinity };

/**
 * Measures an operation with its fragments where they are used, each fragment looked at once, so that fragments which
 * double each other cost no time. What describes the schema (`__schema`, `__type`) is not counted.
 */
export function shapeOf(document: DocumentNode, operation: OperationDefinitionNode): QueryShape {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const sizes = new Map<string, Size>();
  const roots = new Map<string, number>();

  const sizeOf = ({ selections }: SelectionSetNode): Size =>
    selections.reduce<Size>((sum, selection) => {
      switch (selection.kind) {
        case Kind.FIELD: {
          if (isAboutSchema(selection.name.value)) return sum;
          const below = selection.selectionSet === undefined ? nothing : sizeOf(selection.selectionSet);
          return joined(sum, { depth: below.depth + 1, fields: below.fields + 1 });
        }
        case Kind.INLINE_FRAGMENT:
          return joined(sum, sizeOf(selection.selectionSet));
        case Kind.FRAGMENT_SPREAD:
          return joined(sum, sizeOfFragment(selection.name.value));
      }
    }, nothing);

  const sizeOfFragment = (name: string): Size => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return nothing;
    sizes.set(name, endless);
    const size = sizeOf(fragment.selectionSet);
    sizes.set(name, size);
    return size;
  };

  const rootsOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return sum + (isAboutSchema(selection.name.value) ? 0 : 1);
        case Kind.INLINE_FRAGMENT:
          return sum + rootsOf(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return sum + rootsOfFragment(selection.name.value);
      }
    }, 0);

  const rootsOfFragment = (name: string): number => {
    const known = roots.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    roots.set(name, Infinity);
    const count = rootsOf(fragment.selectionSet);
    roots.set(name, count);
    return count;
  };

  return { ...sizeOf(operation.selectionSet), rootFields: rootsOf(operation.selectionSet) };
}

const joined = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
});

const isAboutSchema = (name: string): boolean => name === '__schema' || name === '__type';
