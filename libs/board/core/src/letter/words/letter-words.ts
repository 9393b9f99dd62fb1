import type { LetterLanguage } from '../letter.js';
import { english, type LetterWords } from './english.js';

export const letterWords: Readonly<Record<LetterLanguage, LetterWords>> = { en: english };
