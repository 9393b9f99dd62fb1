import { isUuid } from '@consilium/kernel';
import { ask, type Connection } from './connection.js';
import { CommandFault } from './command-fault.js';
import { printTable } from './print-table.js';

interface Summary {
  readonly id: string;
  readonly patient: string;
  readonly diagnosis: { readonly code: string; readonly name: string };
  readonly updatedAt: string;
  readonly therapyOptions: readonly { readonly drugs: readonly string[]; readonly level: string }[];
}

const listQuery = `query ($first: Int!, $filter: CaseFilter) {
  cases(first: $first, filter: $filter) {
    edges { node { id patient diagnosis { code name } updatedAt therapyOptions(groups: [OPTION]) { drugs level } } }
    pageInfo { hasNextPage }
  }
}`;

export interface ListOptions {
  readonly json?: boolean;
  readonly diagnosis?: string;
  readonly gene?: string;
  readonly patient?: string;
  readonly first: number;
}

export async function listCases(connection: Connection, options: ListOptions): Promise<void> {
  const { first, diagnosis, gene, patient } = options;
  const { cases } = await ask<{ cases: { edges: { node: Summary }[]; pageInfo: { hasNextPage: boolean } } }>(
    connection,
    listQuery,
    { first, filter: { diagnosis, gene, patient } },
  );
  const found = cases.edges.map(({ node }) => node);
  if (options.json === true) {
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  if (found.length === 0) {
    console.log('No case. Publish a report first: npx consilium publish FILE');
    return;
  }
  printTable(
    ['Patient', 'Diagnosis', 'First option', 'Case'],
    found.map(({ patient: who, diagnosis: what, therapyOptions, id }) => [
      who,
      `${what.name} (${what.code})`,
      therapyOptions[0] === undefined
        ? 'none'
        : `${therapyOptions[0].level}  ${therapyOptions[0].drugs.join(' + ')}`,
      id,
    ]),
  );
  if (cases.pageInfo.hasNextPage) console.log('… and more: raise --first.');
}

interface Option {
  readonly drugs: readonly string[];
  readonly drugClass: string | null;
  readonly withoutClass: string | null;
  readonly group: 'OPTION' | 'AVOID' | 'WITHHELD' | 'POSSIBLE';
  readonly level: string;
  readonly tumourTypeFit: string;
  readonly withheldBecause: string | null;
  readonly explanation: {
    readonly facts: readonly string[];
    readonly sentences: readonly string[];
    readonly wouldSettle: readonly string[];
  };
}

interface Full {
  readonly id: string;
  readonly patient: string;
  readonly hospital: string;
  readonly revision: number;
  readonly diagnosis: { readonly code: string; readonly name: string };
  readonly interpretations: readonly { readonly state: string }[];
  readonly profiles: readonly {
    readonly reportId: string;
    readonly version: number;
    readonly status: string;
    readonly laboratory: string;
    readonly assay: { readonly name: string };
    readonly smallVariantCount: number;
    readonly smallVariants: readonly {
      readonly gene: string | null;
      readonly proteinChange: string | null;
      readonly codingChange: string | null;
      readonly vaf: number | null;
      readonly origin: string;
    }[];
    readonly copyNumberAlterations: readonly { readonly gene: string; readonly state: string }[];
    readonly structuralVariants: readonly {
      readonly kind: string;
      readonly fivePrimeGene: string | null;
      readonly threePrimeGene: string | null;
    }[];
    readonly biomarkers: readonly {
      readonly kind: string;
      readonly state: string;
      readonly value: number | null;
      readonly unit: string | null;
    }[];
    readonly remarks: readonly string[];
  }[];
  readonly therapyOptions: readonly Option[];
}

const caseQuery = `query ($id: ID!) {
  case(id: $id) {
    id patient hospital revision diagnosis { code name } interpretations { state }
    profiles {
      reportId version status laboratory assay { name } smallVariantCount remarks
      smallVariants { gene proteinChange codingChange vaf origin }
      copyNumberAlterations { gene state }
      structuralVariants { kind fivePrimeGene threePrimeGene }
      biomarkers { kind state value unit }
    }
    therapyOptions {
      drugs drugClass withoutClass group level tumourTypeFit withheldBecause
      explanation { facts sentences wouldSettle }
    }
  }
}`;

export async function showCase(
  connection: Connection,
  id: string,
  options: { readonly json?: boolean },
): Promise<void> {
  const ids = isUuid(id) ? [id] : await casesOf(connection, id);
  for (const one of ids) {
    const { case: found } = await ask<{ case: Full | null }>(connection, caseQuery, { id: one });
    if (found === null)
      throw new CommandFault(`There is no case ${id} that you may see. \`consilium cases\` lists them.`);
    if (options.json === true) console.log(JSON.stringify(found, null, 2));
    else printCase(found);
  }
}

async function casesOf(connection: Connection, patient: string): Promise<readonly string[]> {
  const { cases } = await ask<{ cases: { edges: { node: Summary }[] } }>(connection, listQuery, {
    first: 100,
    filter: { patient },
  });
  if (cases.edges.length === 0)
    throw new CommandFault(
      `There is no case of ${patient} that you may see. \`consilium cases\` lists them.`,
    );
  return cases.edges.map(({ node }) => node.id);
}

function printCase(found: Full): void {
  console.log(
    `\n${found.patient} · ${found.diagnosis.name} (${found.diagnosis.code}) · ${found.hospital} · revision ${String(found.revision)}`,
  );
  console.log(`Case ${found.id}`);
  for (const profile of found.profiles) {
    console.log(
      `\nWHAT WAS FOUND   ${profile.assay.name}, ${profile.laboratory}, report ${profile.reportId} v${String(profile.version)} (${profile.status.toLowerCase()})`,
    );
    for (const { gene, proteinChange, codingChange, vaf, origin } of profile.smallVariants) {
      const share = vaf === null ? '' : `  VAF ${(vaf * 100).toFixed(0)} %`;
      console.log(
        `  ${gene ?? '?'} ${proteinChange ?? codingChange ?? ''}${share}${origin === 'germline' ? '  germline' : ''}`,
      );
    }
    for (const { gene, state } of profile.copyNumberAlterations) console.log(`  ${gene} ${state}`);
    for (const { kind, fivePrimeGene, threePrimeGene } of profile.structuralVariants) {
      console.log(`  ${[fivePrimeGene, threePrimeGene].filter((gene) => gene !== null).join('::')} ${kind}`);
    }
    for (const { kind, state, value, unit } of profile.biomarkers) {
      console.log(`  ${kind} ${state}${value === null ? '' : ` (${String(value)} ${unit ?? ''})`}`);
    }
    console.log(`  (${String(profile.smallVariantCount)} small variants in all)`);
    for (const remark of profile.remarks) console.log(`  Note: ${remark}`);
  }
  if (found.interpretations.some(({ state }) => state === 'PENDING'))
    console.log('\nThe interpretation of the standing report is on its way.');
  printGroup('WHAT IT SPEAKS FOR', found, 'OPTION');
  printGroup('WHAT IT SPEAKS AGAINST', found, 'AVOID');
  printGroup('WHAT A FURTHER FACT WOULD DECIDE', found, 'POSSIBLE');
  printGroup('WITHHELD HERE', found, 'WITHHELD');
  console.log("\nDecision support, not a certified medical device: the decision is a clinician's.");
}

function printGroup(title: string, found: Full, group: Option['group']): void {
  const options = found.therapyOptions.filter((option) => option.group === group);
  if (options.length === 0) return;
  console.log(`\n${title}`);
  for (const { drugs, drugClass, withoutClass, level, withheldBecause, explanation } of options) {
    const name =
      drugs.length > 0
        ? drugs.join(' + ')
        : `${drugClass ?? ''}${withoutClass === null ? '' : ` without ${withoutClass}`}`;
    console.log(`  ${level}  ${name}`);
    for (const sentence of explanation.sentences) console.log(`       ${sentence}`);
    if (withheldBecause !== null) console.log(`       Withheld: ${withheldBecause}`);
    for (const fact of explanation.wouldSettle) console.log(`       Would settle it: ${fact}`);
  }
}
