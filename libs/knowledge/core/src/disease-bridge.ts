/** From diseases as outside sources name them to the codes of OncoTree. */
export interface DiseaseBridge {
  /**
   * By the number of the Disease Ontology (digits with their leading zeros, `DOID:` before them or not), else by name
   * in any case. Undefined where the disease is unknown or has no counterpart.
   */
  tumourTypes(disease: {
    readonly doid?: string;
    readonly name: string;
  }): 'ANY' | 'SOLID' | readonly string[] | undefined;
  /** Whether the number has a row, counterpart or none. */
  knows(doid: string): boolean;
}

type Counterpart = 'ANY' | 'SOLID' | 'none' | readonly string[];

const header = ['doid', 'name', 'oncotree', 'note'].join('\t');

/**
 * Reads the table of `data/diseases.tsv`: doid, names joined by `|`, OncoTree codes joined by `|` (or ANY, SOLID, `-`
 * for no counterpart), note; `#` begins a comment. Throws on a line that is not of this form and on a number or name
 * that stands twice, naming the line.
 */
export function readDiseaseBridge(tsv: string): DiseaseBridge {
  const byDoid = new Map<string, Counterpart>();
  const byName = new Map<string, Counterpart>();
  const lines = tsv.split(/\r?\n/);
  let begun = false;
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    if (begun) {
      addRow(line, index + 1, byDoid, byName);
    } else if (line === header) {
      begun = true;
    } else {
      throw badLine(index + 1, `the header must be «${header.replaceAll('\t', ' ')}»`);
    }
  }
  if (!begun) throw badLine(lines.length, 'the header is missing');
  return {
    tumourTypes({ doid, name }) {
      const found = (doid === undefined ? undefined : byDoid.get(digits(doid))) ?? byName.get(folded(name));
      return found === 'none' ? undefined : found;
    },
    knows: (doid) => byDoid.has(digits(doid)),
  };
}

function addRow(
  line: string,
  number: number,
  byDoid: Map<string, Counterpart>,
  byName: Map<string, Counterpart>,
): void {
  const cells = line.split('\t');
  const [doid = '', names = '', codes = ''] = cells;
  if (cells.length !== 4) throw badLine(number, `${String(cells.length)} cells instead of 4`);
  if (!/^\d*$/.test(doid)) throw badLine(number, `«${doid}» is no number of the Disease Ontology`);
  const counterpart = readCounterpart(codes, number);
  if (doid !== '') {
    if (byDoid.has(doid)) throw badLine(number, `${doid} stands twice`);
    byDoid.set(doid, counterpart);
  }
  for (const name of names.split('|').map(folded)) {
    if (name === '') throw badLine(number, 'a name is empty');
    if (byName.has(name)) throw badLine(number, `«${name}» stands twice`);
    byName.set(name, counterpart);
  }
}

function readCounterpart(text: string, number: number): Counterpart {
  if (text === 'ANY' || text === 'SOLID') return text;
  if (text === '-') return 'none';
  const codes = text.split('|');
  // OncoTree has `MDS/MPN` and `HCL-V`.
  const odd = codes.find((code, at) => !/^[A-Z0-9][A-Z0-9/_-]*$/.test(code) || codes.indexOf(code) !== at);
  if (odd !== undefined) throw badLine(number, `«${odd}» is no code, or stands twice in the row`);
  if (codes.includes('ANY') || codes.includes('SOLID')) throw badLine(number, 'ANY and SOLID stand alone');
  return codes;
}

const digits = (doid: string): string => doid.trim().replace(/^DOID:/i, '');

const folded = (name: string): string => name.trim().toLowerCase();

const badLine = (line: number, reason: string): Error =>
  new Error(`Diseases, line ${String(line)}: ${reason}.`);
