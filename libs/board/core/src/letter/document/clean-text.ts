/** Controls; they part words. */
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;
/** What is not seen, or turns the direction of writing. */
const unseen = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]/g;

/** A text as a reader sees it, with nothing in it that would change how its neighbours read. */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(controls, ' ')
    .replaceAll(unseen, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n\s*/g, '\n')
    .trim();

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll('\n', ' ');
