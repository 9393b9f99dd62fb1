import { describe, expect, it } from '@jest/globals';
import { codeRules, oncogenicityCodes } from './oncogenicity-codes.js';
import { readOncogenicityCode } from './read-oncogenicity-code.js';

describe(readOncogenicityCode.name, () => {
  it.each(oncogenicityCodes)('reads %s by its meaning, and by either label when told whose', (code) => {
    const { label, labelElsewhere = label } = codeRules[code];
    expect(readOncogenicityCode(code)).toEqual({ ok: true, value: code });
    expect(readOncogenicityCode(label, 'journal')).toEqual({ ok: true, value: code });
    expect(readOncogenicityCode(`ONCG_${labelElsewhere}`, 'pcgr')).toEqual({ ok: true, value: code });
  });

  it.each(['OM3', 'OM4', 'ONCG_OM3'])(
    'refuses %s, which versions swap, unless told whose label it is',
    (text) => {
      expect(readOncogenicityCode(text)).toMatchObject({
        ok: false,
        error: { code: 'INTERPRETATION.CODE_LABEL_AMBIGUOUS' },
      });
    },
  );

  it('gives OM3 two meanings', () => {
    expect(readOncogenicityCode('OM3', 'journal')).toEqual({ ok: true, value: 'hotspot_moderate' });
    expect(readOncogenicityCode('OM3', 'pcgr')).toEqual({ ok: true, value: 'same_residue_missense' });
  });

  it.each(['', 'OS4', 'PVS1', 'om3', 'toString'])('refuses «%s»', (text) => {
    expect(readOncogenicityCode(text)).toMatchObject({
      ok: false,
      error: { code: 'INTERPRETATION.CODE_UNKNOWN' },
    });
  });
});
