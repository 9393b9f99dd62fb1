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

/**
 * The order of options, each step only where the one before leaves two alike: not failed before; not contraindicated;
 * standard of care in this tumour (approved or in a guideline); level; fit to the tumour type; fewer open resistances;
 * in the patient's line of therapy; more supporting items; names. A total order over regimens.
 */
export const compareOptions = (a: Ranked, b: Ranked): number =>
  place(a, ({ standing }) => standing.failedBefore !== undefined) -
    place(b, ({ standing }) => standing.failedBefore !== undefined) ||
  place(a, ({ standing }) => standing.contraindicated !== undefined) -
    place(b, ({ standing }) => standing.contraindicated !== undefined) ||
  place(b, ({ standing }) => standing.standard) - place(a, ({ standing }) => standing.standard) ||
  compareText(a.level, b.level) ||
  compareFits(a.tumourTypeFit, b.tumourTypeFit) ||
  a.cautions.length - b.cautions.length ||
  place(a, ({ standing }) => standing.outOfLine !== undefined) -
    place(b, ({ standing }) => standing.outOfLine !== undefined) ||
  supportOf(b) - supportOf(a) ||
  compareText(regimenKey(a.therapy), regimenKey(b.therapy));

const place = (option: Ranked, holds: (option: Ranked) => boolean): number => (holds(option) ? 1 : 0);

type Ranked = Pick<TherapyOption, 'level' | 'tumourTypeFit' | 'evidence' | 'therapy' | 'standing'> & {
  readonly cautions: readonly string[];
};
