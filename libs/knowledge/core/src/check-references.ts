import type { Problem } from '@consilium/kernel';
import { isPredictive, type KnowledgeRelease } from './evidence.js';

/**
 * What an imported release must hold beyond its shape: a source other than the product's own, numbers that stand once,
 * tumour types that exist, therapies that name a drug.
 */
export function checkReferences(
  release: KnowledgeRelease,
  tumourTypes: { find(code: string): unknown },
): readonly Problem[] {
  const seen = new Set<string>();
  const { source } = release;
  return [
    ...(source === undefined || source === 'consilium'
      ? [
          problem(
            'OWN_SOURCE',
            '/source',
            'Only the product itself speaks for itself.',
            'Name the source of the statements.',
          ),
        ]
      : []),
    ...release.evidence.flatMap((item, at) => {
      const place = `/evidence/${String(at)}`;
      const repeated = seen.has(item.id);
      seen.add(item.id);
      const codes = [
        ...(typeof item.tumourTypes === 'string' ? [] : item.tumourTypes),
        ...(item.exceptTumourTypes ?? []),
      ];
      return [
        ...(repeated
          ? [problem('DUPLICATE_ID', `${place}/id`, `${item.id} stands twice.`, 'Keep one.')]
          : []),
        ...codes
          .filter((code) => tumourTypes.find(code) === undefined)
          .map((code) =>
            problem(
              'UNKNOWN_TUMOUR_TYPE',
              `${place}/tumourTypes`,
              `«${code}» is not an OncoTree code.`,
              'Look it up.',
            ),
          ),
        ...(isPredictive(item) && 'drugs' in item.therapy && item.therapy.drugs.length === 0
          ? [problem('NO_DRUG', `${place}/therapy`, 'The therapy names no drug.', 'Name every drug.')]
          : []),
      ];
    }),
  ];
}

const problem = (reason: string, place: string, message: string, remedy: string): Problem => ({
  code: `KNOWLEDGE.${reason}`,
  place,
  message,
  remedy,
});
