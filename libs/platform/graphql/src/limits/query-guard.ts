import { getOperationAST, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { costOf, type AskedOperation } from './query-cost.js';
import type { QueryLimits } from './query-limits.js';
import { shapeOf } from './query-shape.js';
import { tooCostly } from './too-costly.js';

/** Costs remembered of one document; clients change little but how many they ask for. */
const mostRemembered = 20;

/** Refuses operations that ask for too much, before any resolver runs. */
export class QueryGuard {
  private schema: GraphQLSchema | undefined;
  private readonly costs = new WeakMap<DocumentNode, Map<string, number>>();

  constructor(readonly limits: QueryLimits) {}

  /** Takes the schema that questions are put to; returns it, as a transformation of the schema has to. */
  watch(schema: GraphQLSchema): GraphQLSchema {
    this.schema = schema;
    return schema;
  }

  get watched(): GraphQLSchema {
    if (this.schema === undefined) throw new Error('There is no schema yet.');
    return this.schema;
  }

  /** Undefined for what may run. The document must be a valid one. */
  refusalOf(asked: AskedOperation): GraphQLError | undefined {
    const { cost: dearest } = this.limits;
    const known = this.costs.get(asked.document);
    const key = JSON.stringify([asked.operationName, sizesOf(asked.variables)]);
    const remembered = known?.get(key);
    if (remembered !== undefined)
      return remembered > dearest ? tooCostly('cost', remembered, dearest) : undefined;
    const shapeless = this.refusalOfShape(asked);
    if (shapeless !== undefined) return shapeless;
    try {
      const cost = costOf(this.watched, asked);
      this.remember(asked.document, key, cost);
      return cost > dearest ? tooCostly('cost', cost, dearest) : undefined;
    } catch (fault) {
      if (!(fault instanceof GraphQLError)) throw fault;
      return new GraphQLError(fault.message, {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      });
    }
  }

  private refusalOfShape({ document, operationName }: AskedOperation): GraphQLError | undefined {
    const operation = getOperationAST(document, operationName);
    if (operation === null || operation === undefined) return undefined;
    const { rootFields, fields, depth } = shapeOf(document, operation);
    const { limits } = this;
    if (rootFields > limits.rootFields) return tooCostly('rootFields', rootFields, limits.rootFields);
    if (depth > limits.depth) return tooCostly('depth', depth, limits.depth);
    if (fields > limits.fields) return tooCostly('fields', fields, limits.fields);
    return undefined;
  }

  private remember(document: DocumentNode, key: string, cost: number): void {
    const known = this.costs.get(document) ?? new Map<string, number>();
    if (known.size >= mostRemembered) known.clear();
    this.costs.set(document, known.set(key, cost));
  }
}

/** The variables that can change a cost: sizes, and conditions of `@include` and `@skip`. Others have one type for all. */
const sizesOf = (variables: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(variables)
    .map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'boolean' ? value : typeof value,
    ])
    .sort(([one], [other]) => String(one).localeCompare(String(other)));
