import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { KnowledgeRelease } from './evidence.js';

/** The parsed files of a release directory; nothing is known of their content yet. */
export interface ReleaseDocuments {
  /** `release.yaml`. */
  readonly release: unknown;
  /** `drugs.yaml`. */
  readonly drugs: unknown;
  /** `genes.yaml`. */
  readonly genes: unknown;
  /** `evidence/*.yaml`. */
  readonly evidence: readonly { readonly file: string; readonly content: unknown }[];
  /** The files of rules, each by its name without `.yaml`. */
  readonly tables?: Readonly<Record<string, unknown>>;
}

/** One release from its files. `isRelease` is the schema's judgement; without it nothing here would be sure of the shape. */
export function assembleRelease(
  documents: ReleaseDocuments,
  isRelease: (document: unknown) => document is KnowledgeRelease,
): Result<KnowledgeRelease, readonly Problem[]> {
  const assembled = releaseDocument(documents);
  if (!assembled.ok) return assembled;
  const { tables } = documents;
  const document: unknown = { ...assembled.value, ...(tables === undefined ? {} : { tables }) };
  return isRelease(document) ? succeed(document) : fail([notByTheSchema]);
}

/** The document of statements, drugs and genes, not yet validated. */
export function releaseDocument(
  documents: ReleaseDocuments,
): Result<Readonly<Record<string, unknown>>, readonly Problem[]> {
  const problems: Problem[] = [];
  const listOf = (file: string, content: unknown, member: string): readonly unknown[] => {
    const list = isObject(content) ? content[member] : undefined;
    const others = isObject(content) ? Object.keys(content).filter((key) => key !== member) : [];
    if (!Array.isArray(list) || others.length > 0) problems.push(notAList(file, member, others));
    return Array.isArray(list) ? list : [];
  };
  const { release } = documents;
  const head = isObject(release) ? release : {};
  if (!isObject(release)) problems.push(noHead);
  const misplaced = ['evidence', 'drugs', 'genes'].filter((member) => member in head);
  if (misplaced.length > 0) problems.push(inTheWrongFile(misplaced));

  const document = {
    ...head,
    evidence: documents.evidence.flatMap(({ file, content }) => listOf(file, content, 'evidence')),
    drugs: listOf('drugs.yaml', documents.drugs, 'drugs'),
    genes: listOf('genes.yaml', documents.genes, 'genes'),
  };
  return problems.length > 0 ? fail(problems) : succeed(document);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const notAList = (file: string, member: string, others: readonly string[]): Problem => ({
  code: 'KNOWLEDGE.FILE_SHAPE',
  place: file,
  message:
    others.length > 0
      ? `The file holds members that would be lost: ${others.join(', ')}.`
      : `The file does not hold a list under «${member}».`,
  remedy: `Write one list under «${member}:» and nothing else.`,
});

const noHead: Problem = {
  code: 'KNOWLEDGE.FILE_SHAPE',
  place: 'release.yaml',
  message: 'The file does not hold a mapping.',
  remedy: 'Give name, publishedOn and title.',
};

const inTheWrongFile = (members: readonly string[]): Problem => ({
  code: 'KNOWLEDGE.FILE_SHAPE',
  place: 'release.yaml',
  message: `The file holds ${members.join(', ')}, which belong into files of their own and would be lost.`,
  remedy: 'Move them to evidence/*.yaml, drugs.yaml and genes.yaml.',
});

const notByTheSchema: Problem = {
  code: 'KNOWLEDGE.SCHEMA',
  place: '',
  message: 'The release does not fit its schema.',
  remedy: 'See schemas/knowledge/release.schema.json.',
};
