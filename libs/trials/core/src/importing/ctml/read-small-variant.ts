import {
  consequenceFromProteinChange,
  consequences,
  formatProteinChange,
  parseProteinChange,
  type ExonRange,
  type SmallVariantPattern,
} from '@consilium/clinical';
import type { Criterion } from '../../language/criterion.js';
import { allOf, anyOf, unstructured } from './fragment.js';
import { variantClasses, type ReadClass } from './genomic-vocabulary.js';
import { lookUp, readSaid, refuseValue, type Member } from './read-members.js';
import type { Reading } from './reading.js';

/** What a CTML mutation says beside its gene; each list is alternatives, the members are joined by and. */
export interface MutationDetails {
  readonly changes?: readonly string[];
  readonly codons?: readonly number[];
  readonly exons?: readonly ExonRange[];
  readonly classes?: readonly { readonly text: string; readonly read: ReadClass }[];
  readonly origin?: 'germline' | 'somatic';
}

/** `undefined` where a member was refused. */
export function readMutationDetails(
  members: ReadonlyMap<string, Member>,
  reading: Reading,
): MutationDetails | undefined {
  const before = reading.problems.length;
  const changes = readEach(members.get('protein_change'), readChange, reading);
  const codons = readEach(members.get('wildcard_protein_change'), readCodon, reading);
  const exons = readEach(members.get('exon'), readExons, reading);
  const classes = readEach(members.get('variant_classification'), readClass, reading);
  const origin = readEach(members.get('germline'), readOrigin, reading)?.[0];
  const details = {
    ...(changes === undefined ? {} : { changes }),
    ...(codons === undefined ? {} : { codons }),
    ...(exons === undefined ? {} : { exons: joined(exons) }),
    ...(classes === undefined ? {} : { classes }),
    ...(origin === undefined ? {} : { origin }),
  };
  if (reading.problems.length === before) refuseContradiction(details, members, reading);
  return reading.problems.length === before ? details : undefined;
}

function readEach<T>(
  member: Member | undefined,
  read: (member: Member, text: string, reading: Reading) => T | undefined,
  reading: Reading,
): readonly T[] | undefined {
  if (member === undefined) return undefined;
  const texts = readSaid(member, reading)?.texts ?? [];
  return texts.map((text) => read(member, text, reading)).filter((value) => value !== undefined);
}

function readChange({ place }: Member, text: string, reading: Reading): string | undefined {
  const change = parseProteinChange(text);
  const codon = codonOf(text);
  if (codon !== undefined) {
    const message = `«${text}» names a residue but not what it becomes.`;
    reading.refuse(
      'UNKNOWN_VALUE',
      place,
      message,
      `For any change of it: wildcard_protein_change: ${text}.`,
    );
    return;
  }
  if (/^(?:p\.)?[A-Z]\d+X$/i.test(text)) {
    const stem = text.slice(0, -1);
    const message = `«${text}» may mean any residue or a stop.`;
    const remedy = `Write wildcard_protein_change: ${stem} for any residue, or protein_change: ${stem}* for a stop.`;
    reading.refuse('UNKNOWN_VALUE', place, message, remedy);
    return;
  }
  if (change === undefined || change.kind === 'unknown') {
    reading.refuse(
      'UNKNOWN_VALUE',
      place,
      `«${text}» is no protein change.`,
      'Write it as p.V600E or p.E746_A750del.',
    );
    return;
  }
  return formatProteinChange(change);
}

const codonOf = (text: string): number | undefined => {
  const [, codon] = /^(?:p\.)?(?:[A-Z]|[A-Z][a-z]{2})([1-9]\d{0,4})$/.exec(text.trim()) ?? [];
  return codon === undefined ? undefined : Number(codon);
};

function readCodon({ place }: Member, text: string, reading: Reading): number | undefined {
  const codon = codonOf(text);
  if (codon !== undefined) return codon;
  const whole = parseProteinChange(text) !== undefined;
  const message = `«${text}» is no residue whose every substitution could be meant.`;
  reading.refuse(
    'UNKNOWN_VALUE',
    place,
    message,
    whole ? `For this change alone: protein_change: ${text}.` : 'Write it as p.V600.',
  );
}

function readExons({ place }: Member, text: string, reading: Reading): ExonRange | undefined {
  const [, first, last = first] =
    /^(?:exon )?([1-9]\d{0,2})(?:\s*(?:-|–|to)\s*([1-9]\d{0,2}))?$/i.exec(text) ?? [];
  if (first !== undefined && last !== undefined && Number(first) <= Number(last))
    return { first: Number(first), last: Number(last) };
  reading.refuse('UNKNOWN_VALUE', place, `«${text}» is no exon.`, 'Give its number, or a list of numbers.');
}

function readClass(member: Member, text: string, reading: Reading) {
  const read = lookUp(text, variantClasses);
  if (read === undefined) {
    refuseValue(member, text, classNames, reading);
    return;
  }
  return { text, read };
}

const classNames = [
  'Missense_Mutation',
  'Nonsense_Mutation',
  'In_Frame_Del',
  'In_Frame_Ins',
  'Frame_Shift_Del',
  'Frame_Shift_Ins',
  'Splice_Site',
  'Splice_Region',
  'Translation_Start_Site',
  'Nonstop_Mutation',
];

function readOrigin(member: Member, text: string, reading: Reading): 'germline' | 'somatic' | undefined {
  const said = lookUp(text, {
    yes: true,
    true: true,
    germline: true,
    no: false,
    false: false,
    somatic: false,
  });
  if (said === undefined) {
    refuseValue(member, text, ['true', 'false'], reading);
    return;
  }
  return said ? 'germline' : 'somatic';
}

/** Exons that follow each other as one range. */
function joined(exons: readonly ExonRange[]): readonly ExonRange[] {
  const ranges: ExonRange[] = [];
  for (const next of [...exons].sort((a, b) => a.first - b.first)) {
    const before = ranges.at(-1);
    if (before !== undefined && next.first <= before.last + 1)
      ranges[ranges.length - 1] = { first: before.first, last: Math.max(before.last, next.last) };
    else ranges.push(next);
  }
  return ranges;
}

function refuseContradiction(
  { changes, codons, classes }: MutationDetails,
  members: ReadonlyMap<string, Member>,
  reading: Reading,
): void {
  const place = members.get('variant_classification')?.place ?? members.get('protein_change')?.place ?? '';
  if (changes !== undefined && codons !== undefined) {
    const message = 'protein_change and wildcard_protein_change stand in one criterion.';
    reading.refuse('CONTRADICTION', place, message, 'Leave one of them, or give two criteria.');
  } else if (classes !== undefined) {
    const effects = codons === undefined ? (changes ?? []).map(effectOf) : ['missense'];
    const accepted = classes.flatMap(({ read }) => effectsOf(read));
    const foreign = effects.find((effect) => effect !== undefined && !accepted.includes(effect));
    if (foreign === undefined) return;
    const message = `No ${foreign} change is a ${classes.map(({ text }) => text).join(' or ')}.`;
    reading.refuse('CONTRADICTION', place, message, 'Leave the class or the change.');
  }
}

const effectOf = (change: string): string | undefined => {
  const parsed = parseProteinChange(change);
  return parsed === undefined ? undefined : consequenceFromProteinChange(parsed);
};

/** Effects that a protein change may have and still be of the class. */
function effectsOf(read: ReadClass): readonly string[] {
  if (read === 'nonsense') return ['nonsense', 'splice-site'];
  if (read === 'unexpressed') return consequences;
  if ('changes' in read) return ['start-lost'];
  const classes: readonly string[] = 'classes' in read ? read.classes : read.within;
  // A base change at a splice site is told by the residue it would otherwise code for.
  return ['splice-site', 'protein-altering', 'promoter'].some((one) => classes.includes(one))
    ? consequences
    : classes;
}

/** Small variants of the gene with these details. */
export function smallVariantOf(gene: string, details: MutationDetails, reading: Reading): Criterion {
  const { changes, codons, exons = [undefined], classes = [undefined], origin } = details;
  return anyOf(
    classes.flatMap((wanted) =>
      exons.map((range) => {
        const pattern: SmallVariantPattern = {
          gene,
          ...(changes === undefined ? {} : { changes }),
          // Both engines ask for one other residue in its place: no frameshift, no deletion.
          ...(codons === undefined ? {} : { codons, classes: ['missense'] }),
          ...(range === undefined ? {} : { exons: range }),
          ...(origin === undefined ? {} : { origin }),
        };
        return wanted === undefined || (codons !== undefined && hasClasses(wanted.read))
          ? { smallVariant: pattern }
          : ofClass(pattern, wanted.read, wanted.text, reading);
      }),
    ),
  );
}

const hasClasses = (read: ReadClass): boolean => typeof read !== 'string' && 'classes' in read;

function ofClass(pattern: SmallVariantPattern, read: ReadClass, text: string, reading: Reading): Criterion {
  const open = unstructured(`variant_classification: ${text}`);
  if (read === 'nonsense')
    return pattern.changes === undefined ? nonsenseOf(pattern, open) : { smallVariant: pattern };
  if (read === 'unexpressed') {
    reading.remark(`variant_classification ${text} cannot be asked of a profile and stays open.`);
    return open;
  }
  if ('changes' in read) return { smallVariant: { ...pattern, changes: pattern.changes ?? read.changes } };
  if ('classes' in read) return { smallVariant: { ...pattern, classes: read.classes } };
  reading.remark(
    `variant_classification ${text} is narrower than ${read.within.join(' or ')}; the rest stays open.`,
  );
  return allOf([{ smallVariant: { ...pattern, classes: read.within } }, open]);
}

/**
 * `truncating` without the other ways a protein is cut short. Where one of those is found as well, whether there is a
 * nonsense mutation beside it stays open.
 */
const nonsenseOf = (pattern: SmallVariantPattern, open: Criterion): Criterion =>
  allOf([
    { smallVariant: { ...pattern, classes: ['truncating'] } },
    anyOf([
      {
        not: anyOf([
          { smallVariant: { ...pattern, classes: ['frameshift', 'splice-site'] } },
          { smallVariant: { ...pattern, changes: ['M1?'] } },
        ]),
      },
      open,
    ]),
  ]);
