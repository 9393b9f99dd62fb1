import { interactionRoles, type Drug, type InteractionTables } from '@consilium/knowledge-core';
import type { DrugReference } from './eligibility-references.js';

/** What of drugs the product knows; names as the tables have them. */
export interface DrugSources {
  /** `data/half-lives.tsv`: drug, days, source. */
  readonly halfLives: string;
  /** `data/drug-classes.tsv`: class, classes next above. */
  readonly classes: string;
  /** `data/drugs.tsv`: drug, classes, source; beside those of the release. */
  readonly moreDrugs: string;
  /** Of the knowledge release. */
  readonly drugs: readonly Drug[];
  readonly interactions?: InteractionTables;
  /** Another name to the generic one in lower case (`readDrugNames`). */
  readonly rename?: (name: string) => string;
}

export interface DrugTables extends DrugReference {
  /**
   * Also of a class: itself and those above it. A drug is counted among its own classes by its generic name, so that who
   * asks for a drug finds it under its other names.
   */
  classesOf(drug: string): readonly string[] | undefined;
  /** Names that criteria may use under `classes`, in order of the alphabet; interaction classes among them. */
  readonly knownClasses: ReadonlySet<string>;
  /** Whether anything is known of it, under this or another name. */
  isKnownDrug(drug: string): boolean;
}

/**
 * Throws on a line of a table that is not of its form, on a name that stands twice in a table, on a class without a line
 * of its own in `classes`, and on classes that are above themselves, naming the table and the line.
 */
export function readDrugReference(sources: DrugSources): DrugTables {
  const rename = sources.rename ?? folded;
  const aliases = aliasesIn(sources.interactions);
  const generic = (name: string): string => {
    const known = folded(rename(name));
    return aliases.get(known) ?? known;
  };
  const broader = readClasses(sources.classes);
  const above = (names: readonly string[]): ReadonlySet<string> => {
    const all = new Set(names);
    for (const name of all) for (const one of broader.get(name) ?? []) all.add(one);
    return all;
  };
  const own = new Map<string, Set<string>>();
  const addTo = (drug: string, classes: readonly string[]): void => {
    const held = own.get(drug) ?? new Set();
    for (const name of classes) held.add(name);
    own.set(drug, held);
  };
  for (const { name, classes } of sources.drugs) addTo(generic(name), classes);
  for (const { name, classes } of readMoreDrugs(sources.moreDrugs, broader)) addTo(generic(name), classes);
  const knownClasses = new Set([...broader.keys(), ...[...own.values()].flatMap((held) => [...held])]);
  const classes = new Map<string, readonly string[]>();
  for (const name of knownClasses) classes.set(name, [...above([name])]);
  for (const [drug, held] of own) classes.set(drug, [drug, ...above([...held])]);
  const halfLives = renamed(readHalfLives(sources.halfLives), generic);
  const interactions = readInteractions(sources.interactions, generic);
  // Names come as they were written; what they are called generically is found once for each.
  const generics = new Map<string, string>();
  const genericOf = (name: string): string => {
    let found = generics.get(name);
    if (found === undefined) {
      if (generics.size >= mostNames) generics.clear();
      generics.set(name, (found = generic(name)));
    }
    return found;
  };
  return {
    classesOf: (drug) => classes.get(drug) ?? classes.get(genericOf(drug)),
    halfLifeOf: (drug) => halfLives.get(genericOf(drug)),
    interactionsOf: (drug) => interactions.get(genericOf(drug)),
    knownClasses: new Set([...knownClasses, ...interactionRoles].sort()),
    isKnownDrug: (drug) =>
      own.has(genericOf(drug)) || interactions.has(genericOf(drug)) || halfLives.has(genericOf(drug)),
  };
}

const mostNames = 50_000;

const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const renamed = <T>(table: ReadonlyMap<string, T>, generic: (name: string) => string): Map<string, T> =>
  new Map([...table].map(([name, value]) => [generic(name), value]));

/** Other names in the tables of interactions; a combination is no other name of its parts. */
function aliasesIn(tables: InteractionTables | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, aliases: readonly string[] = []): void => {
    for (const alias of aliases) if (!/ with |\//.test(alias)) names.set(folded(alias), folded(name));
  };
  for (const { drug, aliases } of tables?.oncology ?? []) add(drug, aliases);
  for (const { name, aliases } of tables?.comedications ?? []) add(name, aliases);
  return names;
}

function readInteractions(
  tables: InteractionTables | undefined,
  generic: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const roles = new Map<string, readonly string[]>();
  const add = (names: readonly string[], held: readonly string[]): void => {
    for (const name of names) roles.set(generic(name), [...(roles.get(generic(name)) ?? []), ...held]);
  };
  for (const { drug, aliases = [], roles: held = [] } of tables?.oncology ?? [])
    add([drug, ...aliases], held);
  for (const { name, aliases = [], roles: held } of tables?.comedications ?? [])
    add([name, ...aliases], held);
  return roles;
}

function readHalfLives(tsv: string): ReadonlyMap<string, number> {
  const halfLives = new Map<string, number>();
  for (const { fail, cells } of rowsOf('Half-lives', tsv, ['drug', 'days', 'source'])) {
    const [drug = '', days = '', source = ''] = cells;
    if (drug === '' || drug !== folded(drug)) throw fail(`«${drug}» is no name in lower case`);
    if (halfLives.has(drug)) throw fail(`«${drug}» stands twice`);
    if (!/^\d+(\.\d+)?$/.test(days) || Number(days) <= 0) throw fail(`«${days}» is no number of days`);
    if (source === '') throw fail(`${drug} has no source`);
    halfLives.set(drug, Number(days));
  }
  return halfLives;
}

type Broader = ReadonlyMap<string, readonly string[]>;

function readClasses(tsv: string): Broader {
  const broader = new Map<string, readonly string[]>();
  const rows = rowsOf('Drug classes', tsv, ['class', 'broader']);
  for (const { fail, cells } of rows) {
    const [name = '', above = ''] = cells;
    if (name === '' || name !== name.trim()) throw fail(`«${name}» is no name of a class`);
    if (broader.has(name)) throw fail(`«${name}» stands twice`);
    broader.set(name, above === '-' ? [] : above.split('|'));
  }
  for (const { fail, cells } of rows) {
    const [name = ''] = cells;
    const all = new Set(broader.get(name));
    for (const one of all) {
      const next = broader.get(one);
      if (next === undefined) throw fail(`the class «${one}» has no line`);
      for (const further of next) all.add(further);
    }
    if (all.has(name)) throw fail(`«${name}» is above itself`);
  }
  return broader;
}

function readMoreDrugs(tsv: string, broader: Broader): readonly Drug[] {
  const drugs = new Map<string, Drug>();
  for (const { fail, cells } of rowsOf('Drugs', tsv, ['drug', 'classes', 'source'])) {
    const [name = '', classes = '', source = ''] = cells;
    if (name === '' || name !== folded(name)) throw fail(`«${name}» is no name in lower case`);
    if (drugs.has(name)) throw fail(`«${name}» stands twice`);
    if (source === '') throw fail(`${name} has no source`);
    const held = classes.split('|');
    const unknown = held.find((one) => !broader.has(one));
    if (unknown !== undefined) throw fail(`the class «${unknown}» has no line among the classes`);
    drugs.set(name, { name, classes: held });
  }
  return [...drugs.values()];
}

interface Row {
  readonly cells: readonly string[];
  readonly fail: (reason: string) => Error;
}

/** Lines below the header; `#` begins a comment. */
function rowsOf(table: string, tsv: string, header: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  let begun = false;
  for (const [index, line] of tsv.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const fail = (reason: string): Error => new Error(`${table}, line ${String(index + 1)}: ${reason}.`);
    const cells = line.split('\t');
    if (begun) {
      if (cells.length !== header.length)
        throw fail(`${String(cells.length)} cells instead of ${String(header.length)}`);
      rows.push({ cells, fail });
    } else if (line === header.join('\t')) begun = true;
    else throw fail(`the header must be «${header.join(' ')}»`);
  }
  if (!begun) throw new Error(`${table}: the header is missing.`);
  return rows;
}
