/** The forms in which a letter is kept. */
export const letterFormats = ['pdf-a4', 'pdf-letter', 'html', 'json'] as const;
export type LetterFormat = (typeof letterFormats)[number];

export const isLetterFormat = (text: string): text is LetterFormat =>
  (letterFormats as readonly string[]).includes(text);

export const mediaTypeOf: Readonly<Record<LetterFormat, string>> = {
  'pdf-a4': 'application/pdf',
  'pdf-letter': 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Names the version and nothing of the patient. */
export const fileNameOf = (format: LetterFormat, version: number | 'draft'): string => {
  const [extension = '', paper] = format.split('-');
  const named = version === 'draft' ? version : `v${String(version)}`;
  return `recommendation-${named}${paper === undefined ? '' : `-${paper}`}.${extension}`;
};
