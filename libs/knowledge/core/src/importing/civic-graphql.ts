import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { importCivicAssertion, importCivicEvidence } from './civic/import-civic-statement.js';
import { readAssertionNode, readEvidenceNode } from './civic-graphql-row.js';
import type { FetchPage, GraphqlRequest } from './fetch-page.js';
import type { ImportedRow, ImportReferences, RowPlace } from './imported-row.js';
import { JsonMembers, notTheDocument, readJsonList } from './json-members.js';

export type CivicList = 'evidenceItems' | 'assertions';

/** Large enough for some fifty requests in all, small enough for the public service. */
const pageSize = 100;

/** Accepted statements, page by page, in the order of their numbers (CIViC API v2, civicdb.org/api/graphql). */
export const civicQueries: Readonly<Record<CivicList, string>> = {
  evidenceItems: `query AcceptedEvidence($first: Int!, $after: String) {
  evidenceItems(status: ACCEPTED, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id status flagged evidenceType evidenceDirection evidenceLevel evidenceRating significance
      description variantOrigin therapyInteractionType
      molecularProfile { id name }
      disease { name doid }
      therapies { name }
      phenotypes { name }
      source { citationId citation sourceType ascoAbstractId retracted clinicalTrials { nctId } }
      acceptanceEvent { createdAt }
      lastAcceptedRevisionEvent { createdAt }
    }
  }
}`,
  assertions: `query AcceptedAssertions($first: Int!, $after: String) {
  assertions(status: ACCEPTED, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id status flagged assertionType assertionDirection significance ampLevel summary description
      variantOrigin therapyInteractionType
      molecularProfile { id name }
      disease { name doid }
      therapies { name }
      evidenceItems { id }
      acceptanceEvent { createdAt }
      lastAcceptedRevisionEvent { createdAt }
    }
  }
}`,
};

const required: Readonly<Record<CivicList, readonly string[]>> = {
  evidenceItems: [
    'id',
    'molecularProfile',
    'evidenceType',
    'evidenceLevel',
    'significance',
    'source',
    'status',
  ],
  assertions: ['id', 'molecularProfile', 'assertionType', 'significance'],
};

/**
 * Every accepted evidence item or assertion, asked for page by page and read like the rows of CIViC's tables. Refused
 * whole where the first answer is an error or lacks a member; a later answer that is broken ends the rows with one
 * that says so.
 */
export async function importCivicGraphql(
  list: CivicList,
  fetchPage: FetchPage<GraphqlRequest>,
  references: ImportReferences,
): Promise<Result<AsyncIterable<ImportedRow>, readonly Problem[]>> {
  const first = readPage(list, await fetchPage(requestFor(list)));
  return first.ok ? succeed(importPages(list, first.value, fetchPage, references)) : fail(first.error);
}

const requestFor = (list: CivicList, after?: string): GraphqlRequest => ({
  query: civicQueries[list],
  variables: { first: pageSize, ...(after === undefined ? {} : { after }) },
});

interface Page {
  readonly nodes: readonly unknown[];
  readonly total: number | undefined;
  /** Absent on the last page. */
  readonly after?: string;
}

async function* importPages(
  list: CivicList,
  first: Page,
  fetchPage: FetchPage<GraphqlRequest>,
  references: ImportReferences,
): AsyncIterable<ImportedRow> {
  let page = first;
  let row = 0;
  const seen = new Set<string>();
  const broken = (reason: string): ImportedRow => ({
    place: { file: fileOf(list), row: row + 1 },
    skipped: reason,
  });
  for (;;) {
    for (const node of page.nodes) yield importNode(list, node, (row += 1), references);
    const { after } = page;
    if (after === undefined) break;
    if (seen.has(after)) {
      yield broken('The answers go in a circle: what follows is missing.');
      return;
    }
    seen.add(after);
    const next = readPage(list, await fetchPage(requestFor(list, after)));
    if (!next.ok) {
      yield broken(`${next.error[0]?.message ?? 'The answer cannot be read.'} What follows is missing.`);
      return;
    }
    page = next.value;
  }
  if (first.total !== undefined && row < first.total) {
    yield broken(`The answers end after ${String(row)} of ${String(first.total)}.`);
  }
}

function importNode(list: CivicList, node: unknown, row: number, references: ImportReferences): ImportedRow {
  const read = list === 'evidenceItems' ? readEvidenceNode(node) : readAssertionNode(node);
  const place: RowPlace = { file: fileOf(list), row, ...(read.id === '' ? {} : { id: read.id }) };
  if (read.fault !== undefined) return { place, skipped: `${read.fault}.` };
  return list === 'evidenceItems'
    ? importCivicEvidence(read.row, place, references)
    : importCivicAssertion(read.row, place, references);
}

function readPage(list: CivicList, answer: unknown): Result<Page, readonly Problem[]> {
  const file = fileOf(list);
  const whole = JsonMembers.of(answer);
  const errors = whole.optionalObjects('errors').map((error) => error.optionalText('message'));
  if (errors.length > 0)
    return fail(errors.map((message) => notTheDocument(file, `The service says: ${message}.`)));
  const connection = whole.object('data').object(list);
  const info = connection.object('pageInfo');
  const total = connection.optionalNumber('totalCount');
  const more = info.optionalFlag('hasNextPage') === true;
  const after = more ? info.text('endCursor') : '';
  const elements = connection.elements('nodes');
  if (whole.fault !== undefined) return fail([notTheDocument(file, `${whole.fault}.`)]);
  const nodes = readJsonList(file, elements, required[list]);
  if (!nodes.ok) return nodes;
  return succeed({ nodes: nodes.value, total, ...(more ? { after } : {}) });
}

const fileOf = (list: CivicList): string => `CIViC ${list}`;
