/** What may be attached to a case, as media types. */
export const attachmentKinds = ['application/pdf', 'image/png', 'image/jpeg', 'text/vcf'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

const beginnings: readonly (readonly [AttachmentKind, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['text/vcf', Array.from('##fileformat=VCFv', (sign) => sign.charCodeAt(0))],
];

/** What a file is by its first bytes, whatever its name or sender says; undefined for what is not taken. */
export const attachmentKindOf = (bytes: Uint8Array): AttachmentKind | undefined =>
  beginnings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0];

const longestName = 120;

/** A name that is safe to show and to save: no path, no control or direction signs. Undefined where nothing is left. */
export function attachmentName(given: string): string | undefined {
  const name = (given.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, longestName);
  return name === '' ? undefined : name;
}
