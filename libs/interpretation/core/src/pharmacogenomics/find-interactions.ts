import type {
  InteractionConsequence,
  InteractionRole,
  InteractionRule,
  InteractionTables,
  Sourced,
} from '@consilium/knowledge-core';

export interface DrugInteraction extends Sourced {
  readonly drug: string;
  /** As it was asked for. */
  readonly other: string;
  readonly consequence: InteractionConsequence;
  readonly text: string;
}

export interface InteractionAnswer {
  readonly interactions: readonly DrugInteraction[];
  /** Names that are not in the table, the drug itself among them: nothing is known of these. */
  readonly notInTable: readonly string[];
}

/** What the label of an oncology drug says of the other medicines, in whatever order they are given. */
export function findInteractions(
  drug: string,
  others: readonly string[],
  tables: InteractionTables,
): InteractionAnswer {
  const entry = tables.oncology.find((one) => isNamed(drug, one.drug, one.aliases));
  const asked = [...new Set(others.filter((other) => plain(other) !== plain(drug)))].sort();
  const roles = new Map(asked.map((other) => [other, knownRoles(other, tables)]));
  const notInTable = asked.filter((other) => roles.get(other) === undefined);
  if (entry === undefined) return { interactions: [], notInTable: [drug, ...notInTable] };
  const { source, unverified } = entry;
  const interactions = asked.flatMap((other) =>
    entry.rules
      .filter((rule) => applies(rule, other, roles.get(other)?.roles ?? [], tables))
      .map(({ consequence, text }) => ({
        drug,
        other,
        consequence,
        text,
        source,
        ...(unverified === undefined ? {} : { unverified }),
      })),
  );
  return { interactions, notInTable };
}

/** What a medicine, food or habit does to others; undefined where the table does not know it. */
export function knownRoles(
  name: string,
  tables: InteractionTables,
): { readonly name: string; readonly roles: readonly InteractionRole[] } | undefined {
  const taken = tables.comedications.find((one) => isNamed(name, one.name, one.aliases));
  if (taken !== undefined) return { name: taken.name, roles: taken.roles };
  const drug = tables.oncology.find((one) => isNamed(name, one.drug, one.aliases));
  return drug === undefined ? undefined : { name: drug.drug, roles: drug.roles ?? [] };
}

/** Lower case, single spaces. */
export const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

const isNamed = (asked: string, name: string, aliases: readonly string[] = []): boolean =>
  [name, ...aliases].some((one) => plain(one) === plain(asked));

function applies(
  { roles, only }: InteractionRule,
  other: string,
  held: readonly InteractionRole[],
  tables: InteractionTables,
): boolean {
  const canonical = knownRoles(other, tables)?.name ?? other;
  return (
    (roles.length === 0 || roles.some((role) => held.includes(role))) &&
    (only === undefined || only.some((name) => plain(name) === plain(canonical)))
  );
}
