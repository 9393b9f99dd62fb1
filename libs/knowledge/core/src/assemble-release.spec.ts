import { describe, expect, it } from '@jest/globals';
import { assembleRelease, releaseContent, type KnowledgeRelease, type ReleaseDocuments } from './index.js';

const documents: ReleaseDocuments = {
  release: { name: 'test-2026.11', publishedOn: '2026-11-23', title: 'Test' },
  drugs: {
    drugs: [
      { name: 'b', classes: [] },
      { name: 'a', classes: [] },
    ],
  },
  genes: { genes: [] },
  evidence: [
    { file: 'evidence/b.yaml', content: { evidence: [{ id: 'B-01' }] } },
    { file: 'evidence/a.yaml', content: { evidence: [{ id: 'A-01' }] } },
  ],
};
const anything = (document: unknown): document is KnowledgeRelease => document !== undefined;

describe(assembleRelease.name, () => {
  it('joins the files', () => {
    const assembled = assembleRelease(documents, anything);
    expect(assembled).toMatchObject({
      ok: true,
      value: { name: 'test-2026.11', evidence: [{ id: 'B-01' }, { id: 'A-01' }] },
    });
  });

  it('refuses what the schema refuses', () => {
    const nothing = (document: unknown): document is KnowledgeRelease => document === undefined;
    expect(assembleRelease(documents, nothing)).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.SCHEMA' }],
    });
  });

  it.each<[string, Partial<ReleaseDocuments>]>([
    ['evidence/c.yaml', { evidence: [{ file: 'evidence/c.yaml', content: { evidnece: [] } }] }],
    ['evidence/c.yaml', { evidence: [{ file: 'evidence/c.yaml', content: { evidence: [], more: [] } }] }],
    ['drugs.yaml', { drugs: null }],
    ['genes.yaml', { genes: { genes: {} } }],
    ['release.yaml', { release: [] }],
    ['release.yaml', { release: { name: 'x', evidence: [] } }],
  ])('names %s when it would lose what the file holds', (place, changed) => {
    expect(assembleRelease({ ...documents, ...changed }, anything)).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.FILE_SHAPE', place }],
    });
  });
});

describe(releaseContent.name, () => {
  it('is the same whatever the order of the files, and differs with any content', () => {
    const contentOf = (from: ReleaseDocuments): string => {
      const assembled = assembleRelease(from, anything);
      if (!assembled.ok) throw new Error('the documents assemble');
      return releaseContent(assembled.value);
    };
    const turned = { ...documents, evidence: [...documents.evidence].reverse() };
    expect(contentOf(turned)).toBe(contentOf(documents));
    expect(contentOf({ ...documents, evidence: documents.evidence.slice(1) })).not.toBe(contentOf(documents));
  });
});
