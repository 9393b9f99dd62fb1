import type { Letter } from '../letter.js';
import { letterWords } from '../words/letter-words.js';
import { cleanLine } from './clean-text.js';
import { layOutAppendix } from './lay-out-appendix.js';
import { layOutFront } from './lay-out-front.js';
import type { LetterDocument } from './letter-document.js';
import { instant, joined, knowledgeLine } from './phrases.js';

/** The letter in words: what HTML and PDF show, so that they say the same. */
export function layOutLetter(letter: Letter): LetterDocument {
  const words = letterWords[letter.language];
  const {
    stamp,
    header: { signed },
  } = letter;
  return {
    language: letter.language,
    title: words.title,
    subtitle: cleanLine(
      joined(
        ', ',
        words.stamp.version(stamp.version),
        signed === undefined
          ? words.stamp.notSigned
          : words.header.signedBy(
              signed.name === undefined ? signed.by : `${signed.name} [${signed.by}]`,
              instant(signed.at),
            ),
      ),
    ),
    ...(letter.draft ? { draft: words.draft } : {}),
    running: {
      patient: cleanLine(`${words.stamp.patient} ${stamp.patient ?? words.unknown}`),
      version: words.stamp.version(stamp.version),
      knowledge: `${words.stamp.knowledge}: ${knowledgeLine(words, stamp.knowledge)}`,
      hash: `${words.stamp.hash}: ${stamp.contentHash ?? words.stamp.notSigned}`,
    },
    front: layOutFront(letter, words),
    appendixTitle: words.appendix.title,
    appendix: layOutAppendix(letter, words),
  };
}
