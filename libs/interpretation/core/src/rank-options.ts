import type { TumourTypeFit } from '@consilium/clinical';
import { compareText } from './pattern-answer.js';
import { regimenKey } from './regimen.js';
import type { OptionEvidence, TherapyOption } from './therapy-option.js';

const fits: readonly TumourTypeFit[] = ['this-type', 'parent-type', 'any-tumour', 'another-type', 'subtype'];

export const compareFits = (a: TumourTypeFit, b: TumourTypeFit): number => fits.indexOf(a) - fits.indexOf(b);

/** Items whose profile is met, by which options of the same level and fit are ordered. */
export const supportOf = ({ evidence }: Pick<TherapyOption, 'evidence'>): number =>
  evidence.filter(({ answer }) => answer === 'met').length;

/** Best first: level, then fit, then id. */
export const compareEvidence = (a: OptionEvidence, b: OptionEvidence): number =>
  compareText(a.level, b.level) || compareFits(a.tumourTypeFit, b.tumourTypeFit) || compareText(a.id, b.id);

/** Level, then fit to the tumour type, then number of supporting items, then names. A total order over regimens. */
export const compareOptions = (a: Ranked, b: Ranked): number =>
  compareText(a.level, b.level) ||
  compareFits(a.tumourTypeFit, b.tumourTypeFit) ||
  supportOf(b) - supportOf(a) ||
  compareText(regimenKey(a.therapy), regimenKey(b.therapy));

type Ranked = Pick<TherapyOption, 'level' | 'tumourTypeFit' | 'evidence' | 'therapy'>;
