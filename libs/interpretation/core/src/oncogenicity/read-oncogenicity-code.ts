import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { codeRules, oncogenicityCodes, type OncogenicityCode } from './oncogenicity-codes.js';

/** Whose labels a text uses: the journal's table, or those of PCGR and the Emory calculator. */
export type Labelling = 'journal' | 'pcgr';

/**
 * A code by its meaning (`hotspot_moderate`) or its label (`OS2`, PCGR's `ONCG_OS2`). OM3 and OM4 name each other's rule
 * in the two labellings, so without one they are refused: INTERPRETATION.CODE_LABEL_AMBIGUOUS. What is no code is
 * INTERPRETATION.CODE_UNKNOWN.
 */
export function readOncogenicityCode(text: string, labelling?: Labelling): Result<OncogenicityCode, Problem> {
  const wanted = text.trim().replace(/^ONCG_/, '');
  const named = oncogenicityCodes.find((code) => code === wanted);
  if (named !== undefined) return succeed(named);
  const matching = oncogenicityCodes.filter((code) => labelsOf(code, labelling).includes(wanted));
  const [only, second] = matching;
  if (only === undefined) {
    return fail({
      code: 'INTERPRETATION.CODE_UNKNOWN',
      place: '',
      message: `«${text.slice(0, 40)}» is no code of ClinGen/CGC/VICC.`,
      remedy: `Write one of ${oncogenicityCodes.join(', ')}.`,
    });
  }
  if (second !== undefined) {
    return fail({
      code: 'INTERPRETATION.CODE_LABEL_AMBIGUOUS',
      place: '',
      message: `${wanted} means ${only} or ${second}: its label differs between versions.`,
      remedy: 'Write what is meant, or say whose labels these are.',
    });
  }
  return succeed(only);
}

function labelsOf(code: OncogenicityCode, labelling: Labelling | undefined): readonly string[] {
  const { label, labelElsewhere = label } = codeRules[code];
  if (labelling === undefined) return [label, labelElsewhere];
  return [labelling === 'journal' ? label : labelElsewhere];
}
