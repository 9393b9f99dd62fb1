/**
 * Reads the table of `data/drug-names.tsv` (name, generic, source; `#` begins a comment) and gives the generic name of
 * a drug in lower case. An unknown name stays itself, trimmed and in lower case. Throws on a line that is not of this
 * form, on a name that stands twice, and where a generic name is itself renamed, naming the line.
 */
export function readDrugNames(tsv: string): (name: string) => string {
  const generics = new Map<string, string>();
  const lines = tsv.split(/\r?\n/);
  let begun = false;
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    if (begun) {
      addName(line, index + 1, generics);
    } else if (line === header) {
      begun = true;
    } else {
      throw badLine(index + 1, `the header must be «${header.replaceAll('\t', ' ')}»`);
    }
  }
  if (!begun) throw badLine(lines.length, 'the header is missing');
  for (const [name, generic] of generics) {
    const next = generics.get(generic);
    if (next !== undefined) {
      throw new Error(`Drug names: «${name}» becomes «${generic}», which becomes «${next}».`);
    }
  }
  return (name) => generics.get(folded(name)) ?? folded(name);
}

const header = ['name', 'generic', 'source'].join('\t');

function addName(line: string, number: number, generics: Map<string, string>): void {
  const cells = line.split('\t');
  const [name = '', generic = ''] = cells;
  if (cells.length !== 3) throw badLine(number, `${String(cells.length)} cells instead of 3`);
  if (folded(name) === '' || generic === '') throw badLine(number, 'a name is empty');
  if (generic !== folded(generic)) throw badLine(number, `«${generic}» is not in lower case`);
  if (generic === folded(name)) throw badLine(number, `«${name}» is already the generic name`);
  if (generics.has(folded(name))) throw badLine(number, `«${name}» stands twice`);
  generics.set(folded(name), generic);
}

const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const badLine = (line: number, reason: string): Error =>
  new Error(`Drug names, line ${String(line)}: ${reason}.`);
