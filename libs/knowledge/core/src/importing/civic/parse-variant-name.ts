import { normaliseCodingChange, normaliseProteinChange, type ProfilePattern } from '@consilium/clinical';
import { readStateName } from './read-state-name.js';
import { readRegionName } from './read-region-name.js';

/**
 * What a CIViC variant name of a gene means. Names no rule can read become a question for a finding of exactly that
 * name, so that nothing is taken to mean more than it says.
 */
export function parseVariantName(gene: string, name: string): ProfilePattern {
  const text = name.trim().replaceAll(/\s+/g, ' ');
  return (
    readChangeName(gene, text) ??
    readRegionName(gene, text) ??
    readStateName(gene, text) ?? { observation: { gene, feature: 'other', states: ['present'], name: text } }
  );
}

/** A protein or coding change, a codon, several of them by `/`, a dbSNP number. */
function readChangeName(gene: string, text: string): ProfilePattern | undefined {
  const dbSnp = /^rs\d+$/i.exec(text)?.[0].toLowerCase();
  if (dbSnp !== undefined) return { smallVariant: { gene, dbSnp: [dbSnp] } };
  const { named, coding } = splitCoding(text);
  const codingChange = coding === undefined ? undefined : normaliseCodingChange(coding);
  const codingChanges = codingChange === undefined ? {} : { codingChanges: [codingChange] };
  if (named === '' || /^splic|^c\./i.test(named)) {
    return codingChange === undefined ? undefined : { smallVariant: { gene, ...codingChanges } };
  }
  const changes = readChanges(named);
  if (changes !== undefined) return { smallVariant: { gene, changes, ...codingChanges } };
  const codons = named.split('/').map((part) => /^[A-Z](\d{1,5})$/.exec(part)?.[1]);
  if (codons.every((codon) => codon !== undefined)) {
    return { smallVariant: { gene, codons: codons.map(Number) } };
  }
  return undefined;
}

/** `L188V (c.562C>G)`, `c.393T>C`, `R167Q(c.500G>A)`. */
function splitCoding(text: string): { readonly named: string; readonly coding?: string } {
  const parts = /^(.*?)\s*\((c\.[^()]*)\)$/.exec(text);
  if (parts !== null) return { named: parts[1] ?? '', coding: parts[2] ?? '' };
  return text.startsWith('c.') ? { named: '', coding: text } : { named: text };
}

/** `V600E`, `S34Y/F`, `W288FS`, `D842_H845DELDIMH`; undefined for what is no change. */
function readChanges(text: string): readonly string[] | undefined {
  const several = /^([A-Z]\d+)([A-Z])\/([A-Z])$/.exec(text);
  if (several !== null) {
    const [, place = '', first = '', second = ''] = several;
    return [`${place}${first}`, `${place}${second}`];
  }
  const cased = text
    .replace(/^([A-Z]\d+[A-Z]?)FS(?:[X*](\d+))?$/i, (_, place: string, stop?: string) =>
      stop === undefined ? `${place}fs` : `${place}fs*${stop}`,
    )
    .replace(/(\d)(DEL|DUP|INS)/g, (_, digit: string, word: string) => `${digit}${word.toLowerCase()}`);
  const change = normaliseProteinChange(cased);
  return change === undefined || change === '?' ? undefined : [change];
}
