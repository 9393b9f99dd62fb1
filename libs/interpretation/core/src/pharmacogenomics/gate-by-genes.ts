import type { DoseRecommendation, PharmacogenomicTables, TestingRule } from '@consilium/knowledge-core';
import type { GateDraft, GateFacts, GateTables } from './gate-facts.js';
import { plain } from './find-interactions.js';
import { findRecommendations, type GeneFinding } from './find-recommendations.js';
import { describeFraction } from './fraction-of-normal.js';
import { gravest, gateOutcomes, sourceOf, type GatePart, type GateReason } from './gate-answer.js';
import { gateByG6pd } from './gate-by-g6pd.js';
import { withoutResult, type PharmacogeneResult } from './pharmacogene-result.js';
import { phenoconvert } from './phenoconvert.js';

interface Asked {
  readonly rule: TestingRule;
  readonly result: PharmacogeneResult;
}

/**
 * What the genes that matter for a drug say. Readings that lead to the same rows count as one answer; where they differ the
 * test comes first, and what holds in every reading is said besides.
 */
export function gateByGenes(drug: string, draft: GateDraft, facts: GateFacts, tables: GateTables): GatePart {
  const { pharmacogenomics } = tables;
  const asked = pharmacogenomics.testing
    .filter(({ drugs }) => drugs.some((one) => plain(one) === plain(drug)))
    .map((rule): Asked => ({ rule, result: resultFor(rule, drug, draft, facts, tables) }));
  const answered = asked.filter(({ result }) => result.possible.length > 0);
  const silent = asked.filter(({ result }) => result.possible.length === 0);
  const part = judgeReadings(drug, answered, pharmacogenomics);
  const open: GatePart = {
    reasons: [
      ...silent.map(({ rule, result }) => dueReason(rule, result.reasons, pharmacogenomics)),
      ...part.reasons,
    ],
    settledBy: [...silent.flatMap(({ rule, result }) => [rule.test, ...result.settledBy]), ...part.settledBy],
  };
  return asked.some(({ rule }) => rule.gene === 'G6PD') ? gateByG6pd(open, facts) : open;
}

function resultFor(
  { gene }: TestingRule,
  drug: string,
  { drugs }: GateDraft,
  { pharmacogenes = 'not-tested', medication = 'not-stated' }: GateFacts,
  { interactions }: GateTables,
): PharmacogeneResult {
  const known = pharmacogenes === 'not-tested' ? undefined : pharmacogenes[gene];
  if (known === undefined) return withoutResult(gene, 'not-tested', [`${gene} was not tested.`], []);
  const others = [...(medication === 'not-stated' ? [] : medication), ...drugs];
  return phenoconvert(
    known,
    others.filter((other) => plain(other) !== plain(drug)),
    interactions,
  );
}

function dueReason(rule: TestingRule, why: readonly string[], tables: PharmacogenomicTables): GateReason {
  return {
    outcome: rule.whenNotKnown,
    basis: 'testing',
    gene: rule.gene,
    text: [...why, rule.text].join(' '),
    role: 'decides',
    ...sourceOf(rule, tables.sources),
  };
}

function judgeReadings(drug: string, asked: readonly Asked[], tables: PharmacogenomicTables): GatePart {
  if (asked.length === 0) return { reasons: [], settledBy: [] };
  const readings = combine(asked).map((findings) => findRecommendations(drug, findings, tables));
  const [first = []] = readings;
  const key = (rows: readonly DoseRecommendation[]): string => rows.map(({ id }) => id).join();
  const agree =
    asked.every(({ result }) => result.state === 'called') &&
    readings.every((rows) => key(rows) === key(first));
  const remarks = asked.flatMap(({ rule, result }) =>
    result.reasons.map((text): GateReason => ({
      outcome: 'ok',
      basis: 'pharmacogenomics',
      gene: rule.gene,
      text,
      role: 'informs',
    })),
  );
  if (agree) {
    const missing = gaps(asked, first, tables);
    const due = asked.filter(({ rule }) =>
      first.some(
        ({ outcome, role, when }) =>
          outcome === 'test-first' && role === 'decides' && when.some(({ gene }) => gene === rule.gene),
      ),
    );
    return {
      reasons: [...first.map((row) => rowReason(row, tables)), ...missing, ...remarks],
      settledBy: (missing.length > 0 ? asked : due).map(({ rule }) => rule.test),
    };
  }
  const open = asked.filter(({ result }) => result.state !== 'called' || result.possible.length > 1);
  // What every reading asks for holds already now; the rows themselves hold under their condition only.
  const mildest = gateOutcomes[Math.min(...readings.map(grade))] ?? 'unknown';
  const rows = new Map(readings.flat().map((row) => [row.id, row]));
  return {
    reasons: [
      ...open.map(({ rule, result }) => dueReason(rule, [describeOpen(result)], tables)),
      ...(mildest === 'dose' || mildest === 'test-first' || mildest === 'avoid' ? [atLeast(mildest)] : []),
      ...[...rows.values()].map((row) => onCondition(row, tables)),
      ...remarks,
    ],
    settledBy: open.flatMap(({ rule, result }) => [rule.test, ...result.settledBy]),
  };
}

const atLeast = (outcome: 'dose' | 'test-first' | 'avoid'): GateReason => ({
  outcome,
  basis: 'pharmacogenomics',
  text: `Every reading that is left asks for at least «${outcome}».`,
  role: 'decides',
});

function onCondition(row: DoseRecommendation, tables: PharmacogenomicTables): GateReason {
  const reason = rowReason(row, tables);
  const condition = row.when
    .map(({ gene, phenotypes, score, diplotypes }) =>
      score === undefined
        ? `${gene} ${[...(phenotypes ?? []), ...(diplotypes ?? [])].join(' or ')}`
        : `${gene} score ${String(score.atLeast)} to ${String(score.atMost)}`,
    )
    .join(' and ');
  return { ...reason, role: 'informs', text: `If ${condition}: ${reason.text}` };
}

/** Every combination of what each gene may be; readings that no rule can tell apart are taken once. */
function combine(asked: readonly Asked[]): readonly (readonly GeneFinding[])[] {
  return asked.reduce<readonly (readonly GeneFinding[])[]>(
    (combinations, { rule: { gene }, result }) => {
      const findings = result.possible.map((one): GeneFinding => ({ ...one, gene }));
      const distinct = new Map(
        // Diplotypes decide for UGT1A1 only, which has few.
        findings.map((one) => [
          `${one.phenotype} ${String(one.score)} ${gene === 'UGT1A1' ? one.diplotype : ''}`,
          one,
        ]),
      );
      return combinations.flatMap((before) => [...distinct.values()].map((one) => [...before, one]));
    },
    [[]],
  );
}

const grade = (rows: readonly DoseRecommendation[]): number => {
  const outcomes = rows.filter(({ role }) => role === 'decides').map(({ outcome }) => outcome);
  return gateOutcomes.indexOf(outcomes.length === 0 ? 'unknown' : gravest(outcomes));
};

/** A gene that was read and of which no row speaks, or whose phenotype is CPIC's "Indeterminate": not an all-clear. */
function gaps(
  asked: readonly Asked[],
  rows: readonly DoseRecommendation[],
  tables: PharmacogenomicTables,
): readonly GateReason[] {
  const deciding = rows.filter(({ role }) => role === 'decides');
  return asked
    .filter(
      ({ rule, result }) =>
        deciding.length === 0 ||
        (result.phenotype === 'Indeterminate' &&
          !deciding.some(({ when }) => when.some(({ gene }) => gene === rule.gene))),
    )
    .map(({ rule, result }) => ({
      outcome: 'unknown',
      basis: 'pharmacogenomics',
      gene: rule.gene,
      text: `${rule.gene} ${result.phenotype}: no recommendation covers it.`,
      role: 'decides',
      ...sourceOf(rule, tables.sources),
    }));
}

function describeOpen({ gene, possible, mostLikely }: PharmacogeneResult): string {
  const names = [...new Set(possible.map((one) => `${one.diplotype} (${one.phenotype})`))];
  const shown = names.slice(0, 6).join(', ');
  const more = names.length > 6 ? ` and ${String(names.length - 6)} more` : '';
  const likely =
    mostLikely === undefined ? '' : ` Most likely: ${mostLikely.diplotype} (${mostLikely.phenotype}).`;
  return `${gene} is open: ${shown}${more}.${likely}`;
}

function rowReason(row: DoseRecommendation, tables: PharmacogenomicTables): GateReason {
  const { outcome, role, fraction, absolute, strength, setting, alternatives, notAlternatives } = row;
  const gene = row.when[0]?.gene;
  const part = fraction === undefined || fraction.atLeast === 1 ? '' : ` [${describeFraction(fraction)}]`;
  return {
    outcome,
    basis: 'pharmacogenomics',
    text: `${row.text}${part}`,
    role,
    ...(gene === undefined ? {} : { gene }),
    ...(fraction === undefined ? {} : { fraction }),
    ...(absolute === undefined ? {} : { absolute }),
    ...(strength === undefined ? {} : { strength }),
    ...(setting === undefined ? {} : { setting }),
    ...(alternatives === undefined ? {} : { alternatives }),
    ...(notAlternatives === undefined ? {} : { notAlternatives }),
    ...sourceOf(row, tables.sources),
  };
}
