/**
 * Writes the reference tables of libs/shared/clinical/data from official releases:
 *   node tools/codegen/reference-tables.mjs hgnc_symbols.tsv.gz oncotree.flat.tsv
 * The gene file has a row per symbol and synonym pair (ensg, entr, hgnc, symb, synonym1, synonym2); the tumour type
 * file a row per code (code, name, mainType, tissue, parent, level, nci, umls, history, revocations, precursors).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const target = resolve(import.meta.dirname, '../../libs/shared/clinical/data');
const [geneFile, tumourFile] = process.argv.slice(2);
const read = (file) => {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
};

const genes = new Map();
for (const line of read(geneFile).slice(1)) {
  const [, , hgnc, symbol, first, second] = line.split('\t');
  if (!symbol) continue;
  const known = genes.get(symbol) ?? { hgnc, aliases: new Set() };
  for (const alias of [first, second]) if (alias && alias !== symbol) known.aliases.add(alias);
  genes.set(symbol, known);
}
const geneRows = [...genes].sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  join(target, 'genes.tsv'),
  [
    '# Gene symbols with their identifiers and their previous and alias symbols, as the HUGO Gene Nomenclature Committee',
    '# gave them in 2023 (HGNC, genenames.org, CC0). Made by tools/codegen/reference-tables.mjs; aliases are joined by |.',
    'symbol\thgnc\taliases',
    ...geneRows.map(
      ([symbol, { hgnc, aliases }]) =>
        `${symbol}\t${hgnc.replace('HGNC:', '')}\t${[...aliases].sort().join('|')}`,
    ),
    '',
  ].join('\n'),
);

const list = (text) => (text ? text.split(/[|;,]\s*/).filter((code) => code !== '') : []);
const [head, ...rows] = read(tumourFile).map((line) => line.split('\t'));
const column = Object.fromEntries(head.map((name, index) => [name, index]));
const tumourRows = rows.map((row) => {
  const former = new Set(['history', 'revocations', 'precursors'].flatMap((name) => list(row[column[name]])));
  return [row[column.code], row[column.parent], row[column.name], [...former].sort().join('|')].join('\t');
});
writeFileSync(
  join(target, 'tumour-types.tsv'),
  [
    '# Tumour types of OncoTree, version of 3 October 2025 (Memorial Sloan Kettering, oncotree.mskcc.org, CC-BY-4.0):',
    '# code, parent, name, and the retired codes that led to it, joined by |. Made by tools/codegen/reference-tables.mjs.',
    'code\tparent\tname\tformerly',
    ...tumourRows,
    '',
  ].join('\n'),
);
console.log(`Wrote ${geneRows.length} genes and ${tumourRows.length} tumour types.`);
