import { readResidues } from './amino-acids.js';
import type { ProteinChange, ResidueRange } from './protein-change.js';

/** Longer than any change a laboratory writes; beyond it, text is not worth reading. */
const longest = 200;

const aa = '(?:[A-Z][a-z]{2}|[A-Z*])';
const seq = `(?:(?:[A-Z][a-z]{2})+|[A-Z*]+)`;
/** From 1 on; six digits hold the longest protein many times over. */
const position = '[1-9]\\d{0,5}';
const site = `(${aa})(${position})`;
const range = `${site}(?:_${site})?`;
const pattern = (source: string): RegExp => new RegExp(`^${source}$`);

const substitution = pattern(`${site}(${aa})`);
const silent = pattern(`${site}=`);
const stopped = pattern(`${site}(?:Ter|\\*|X|Stop)`);
const shifted = pattern(`${site}(${aa})?fs(?:(?:Ter|\\*|X)(\\d{1,6}|\\?)?)?`);
const deleted = pattern(`${range}del(?:${seq}|\\d+)?`);
const duplicated = pattern(`${range}dup(?:${seq}|\\d+)?`);
const inserted = pattern(`${site}_${site}ins(${seq}|\\d+)`);
const replaced = pattern(`${range}(?:del(?:${seq})?_?ins|>)(${seq})`);
const extended = pattern(`(?:Ter|\\*|X)(${position})(${aa})?ext(?:Ter|\\*|X)?-?(\\d{1,6}|\\?)?`);
const stopReplaced = pattern(`(?:Ter|\\*)(${position})(${aa})`);
const startLost = pattern(`(?:Met|M)1(?:\\?|ext-?\\d+|[A-Z][a-z]{2}|[A-Z])?`);
const spliced = pattern(`(?:${aa}|X)(${position})_splice`);

/**
 * Reads a protein change in HGVS (one or three letters, with or without `p.`, prefix and parentheses) or in the older
 * spellings laboratories use. Undefined for what is none. HGVS recommendations: hgvs-nomenclature.org.
 */
export function parseProteinChange(text: string): ProteinChange | undefined {
  if (text.length > longest) return undefined;
  const plainly = readPlain(text);
  if (plainly !== undefined) return plainly;
  const bare = stripProtein(text);
  if (bare === '?' || bare === '0' || bare === '0?') return { kind: 'unknown' };
  return (
    readSplice(bare) ??
    readStart(bare) ??
    readExtension(bare) ??
    readFrameshift(bare) ??
    readStop(bare) ??
    readPoint(bare) ??
    readRanged(bare)
  );
}

const plain = /^([ACDEFGHIKLMNPQRSTVWY])([1-9]\d{0,5})([ACDEFGHIKLMNPQRSTVWY*])$/;

/** `V600E`, as nearly every change is written; the first residue of a protein is not read here, since its loss is more. */
function readPlain(text: string): ProteinChange | undefined {
  const [, from, place, to] = plain.exec(text) ?? [];
  if (from === undefined || to === undefined || place === '1') return undefined;
  const position = Number(place);
  if (to === '*') return { kind: 'nonsense', from, position };
  return from === to ? { kind: 'synonymous', from, position } : { kind: 'substitution', from, position, to };
}

function stripProtein(text: string): string {
  const decoded = text
    .trim()
    .replaceAll('%3D', '=')
    .replaceAll('%3A', ':')
    .replaceAll('%3d', '=')
    .replaceAll('%3a', ':');
  const unprefixed = decoded.slice(decoded.lastIndexOf(':') + 1).replace(/^p\./i, '');
  const open = /^\((.*)\)$/.exec(unprefixed)?.[1] ?? unprefixed;
  // `v600e`, as typed by hand: no HGVS keyword is in it, so nothing else can be meant.
  return /^[a-z]\d+[a-z]$/.test(open) ? open.toUpperCase() : open;
}

const residue = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : readResidues(text);

function readSplice(text: string): ProteinChange | undefined {
  const match = spliced.exec(text);
  return match ? { kind: 'splice', position: Number(match[1]) } : undefined;
}

function readStart(text: string): ProteinChange | undefined {
  return startLost.test(text) && text !== 'M1' && text !== 'Met1'
    ? { kind: 'start-lost', position: 1 }
    : undefined;
}

function readExtension(text: string): ProteinChange | undefined {
  const match = extended.exec(text);
  if (match === null) {
    // `*130W`: a stop replaced, its extension not stated.
    const plain = stopReplaced.exec(text);
    const to = residue(plain?.[2]);
    if (plain === null || to === undefined || to === '*') return undefined;
    return { kind: 'stop-lost', position: Number(plain[1]), to };
  }
  const to = residue(match[2]);
  return {
    kind: 'stop-lost',
    position: Number(match[1]),
    ...(to === undefined ? {} : { to }),
    ...(match[3] === undefined || match[3] === '?' ? {} : { extension: Number(match[3]) }),
  };
}

function readFrameshift(text: string): ProteinChange | undefined {
  const match = shifted.exec(text);
  const from = residue(match?.[1]);
  if (match === null || from === undefined) return undefined;
  const to = residue(match[3]);
  return {
    kind: 'frameshift',
    from,
    position: Number(match[2]),
    ...(to === undefined ? {} : { to }),
    ...(match[4] === undefined || match[4] === '?' ? {} : { stopAfter: Number(match[4]) }),
  };
}

function readStop(text: string): ProteinChange | undefined {
  const match = stopped.exec(text);
  const from = residue(match?.[1]);
  return match && from !== undefined && from !== '*'
    ? { kind: 'nonsense', from, position: Number(match[2]) }
    : undefined;
}

function readPoint(text: string): ProteinChange | undefined {
  const quiet = silent.exec(text);
  const quietFrom = residue(quiet?.[1]);
  if (quiet !== null && quietFrom !== undefined)
    return { kind: 'synonymous', from: quietFrom, position: Number(quiet[2]) };
  const match = substitution.exec(text);
  const from = residue(match?.[1]);
  const to = residue(match?.[3]);
  if (match === null || from === undefined || to === undefined) return undefined;
  const position = Number(match[2]);
  return from === to ? { kind: 'synonymous', from, position } : { kind: 'substitution', from, position, to };
}

function readRanged(text: string): ProteinChange | undefined {
  const replacement = replaced.exec(text);
  if (replacement !== null) {
    const where = rangeOf(replacement);
    const residues = residue(replacement[5]);
    return where && residues !== undefined
      ? { kind: 'deletion-insertion', range: where, inserted: residues }
      : undefined;
  }
  const insertion = inserted.exec(text);
  if (insertion !== null) {
    const where = rangeOf(insertion);
    const residues = /^\d+$/.test(insertion[5] ?? '') ? insertion[5] : residue(insertion[5]);
    return where && residues !== undefined && where.last === where.first + 1
      ? { kind: 'insertion', range: where, inserted: residues }
      : undefined;
  }
  const deletion = deleted.exec(text);
  if (deletion !== null) return withRange(deletion, 'deletion');
  const duplication = duplicated.exec(text);
  return duplication === null ? undefined : withRange(duplication, 'duplication');
}

const withRange = (match: RegExpExecArray, kind: 'deletion' | 'duplication'): ProteinChange | undefined => {
  const where = rangeOf(match);
  return where ? { kind, range: where } : undefined;
};

function rangeOf(match: RegExpExecArray): ResidueRange | undefined {
  const firstResidue = residue(match[1]);
  const first = Number(match[2]);
  const last = match[4] === undefined ? first : Number(match[4]);
  const lastResidue = match[3] === undefined ? firstResidue : residue(match[3]);
  if (firstResidue === undefined || lastResidue === undefined || last < first) return undefined;
  return { first, last, firstResidue, lastResidue };
}
