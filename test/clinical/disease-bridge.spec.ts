import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve as join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readDiseaseBridge, readDrugNames } from '@consilium/knowledge-core';
import { loadTumourTypes } from '@consilium/platform-reference';
import { parse } from 'yaml';

const { resolve } = createRequire(import.meta.url);
const read = (name: string): string => readFileSync(resolve(`@consilium/knowledge-core/${name}`), 'utf8');
const diseases = read('data/diseases.tsv');
const bridge = readDiseaseBridge(diseases);
const genericName = readDrugNames(read('data/drug-names.tsv'));
const tree = loadTumourTypes();
const rows = diseases
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('doid\t'))
  .map((line) => {
    const [doid = '', name = '', codes = '', note = ''] = line.split('\t');
    return { doid, name, codes: /^(ANY|SOLID|-)$/.test(codes) ? [] : codes.split('|'), scope: codes, note };
  });

describe('the table of diseases', () => {
  it('maps to codes that are tumour types', () => {
    expect(rows.length).toBeGreaterThan(280);
    const odd = rows.flatMap(({ name, codes }) =>
      codes.filter((code) => !tree.isDiagnosis(code)).map((code) => `${name}: ${code}`),
    );
    expect(odd).toEqual([]);
  });

  it('lists no code beside one that holds it', () => {
    const nested = rows.flatMap(({ name, codes }) =>
      codes
        .filter((code) => tree.ancestors(code).some((above) => codes.includes(above)))
        .map((code) => `${name}: ${code}`),
    );
    expect(nested).toEqual([]);
  });

  it('says why a disease has no counterpart', () => {
    expect(rows.filter(({ scope, note }) => scope === '-' && note === '')).toEqual([]);
  });

  // Numbers and names: Disease Ontology (disease-ontology.org); codes: OncoTree of 3 October 2025.
  it.each([
    ['162', 'Cancer', 'ANY'],
    [undefined, 'Solid Tumor', 'SOLID'],
    [undefined, 'All Solid Tumors', 'SOLID'],
    [undefined, 'Non-Small Cell Lung Cancer', ['NSCLC', 'SARCL']],
    ['3908', 'Lung Non-small Cell Carcinoma', ['NSCLC', 'SARCL']],
    ['3910', 'Lung Adenocarcinoma', ['LUAD']],
    ['9256', 'Colorectal Cancer', ['COADREAD', 'CMC']],
    ['9119', 'Acute Myeloid Leukemia', ['AML']],
    ['8552', 'Chronic Myeloid Leukemia', ['CML']],
    ['9253', 'Gastrointestinal Stromal Tumor', ['GIST']],
    ['6039', 'Uveal Melanoma', ['UM']],
    ['3068', 'Glioblastoma', ['GB', 'ASTR4']],
    // By the code of diffuse midline glioma, not by that of every paediatric glioma.
    ['0080684', 'Diffuse Midline Glioma, H3 K27M-mutant', ['DMG']],
    // T-lymphoblastic, not adult T-cell leukaemia (ATLL), to which the UMLS reference of OncoTree leads.
    ['5603', 'T-cell Acute Lymphoblastic Leukemia', ['TLL']],
    // Histiocytic sarcoma, not histiocytic dendritic cell sarcoma (HDCS).
    ['0080915', 'Histiocytic Sarcoma', ['HS']],
    ['14175', 'Von Hippel-Lindau Disease', undefined],
    ['3883', 'Lynch Syndrome', undefined],
  ])('maps DOID %s, %s', (doid, name, expected) => {
    expect(bridge.tumourTypes({ name, ...(doid === undefined ? {} : { doid }) })).toEqual(expected);
  });

  it.each([
    ['1612', 'Breast Cancer', ['IDC', 'ILC', 'IBC'], ['DCIS', 'MPT']],
    ['0060079', 'Her2-receptor Positive Breast Cancer', ['IDC', 'ILC'], ['DCIS']],
    ['1324', 'Lung Cancer', ['LUAD', 'LUSC', 'SCLC'], ['LAIS']],
    ['1909', 'Melanoma', ['SKCM', 'ACRM', 'ARMM', 'MUP'], ['UM']],
    ['2394', 'Ovarian Cancer', ['HGSOC', 'CCOV', 'ODYS', 'GRCT'], ['PSEC']],
    ['9952', 'Acute Lymphoblastic Leukemia', ['BLLBCRABL1', 'ETPLL'], ['CLLSLL', 'AML']],
    ['1240', 'Leukemia', ['APLPMLRARA', 'CMLBCRABL1', 'CLLSLL', 'BLL'], ['PCM', 'FL', 'MDS']],
    ['707', 'B-cell Lymphoma', ['ABC', 'FL', 'MCL', 'BL'], ['PCM', 'MGUS', 'CHL', 'PTCL']],
    ['2531', 'Hematologic Cancer', ['AML', 'PCM', 'FL', 'MLNFGFR1'], ['SARCNOS']],
    ['1115', 'Sarcoma', ['SYNS', 'ES', 'ULMS', 'DDLS'], ['GIST', 'ULM', 'MS']],
    ['3070', 'High Grade Glioma', ['GB', 'DMG', 'ASTR3'], ['ASTR2', 'ODG2', 'PAST']],
    ['0080829', 'Low Grade Glioma', ['PAST', 'ASTR2', 'DASTR'], ['GB', 'ASTR3', 'AGNG']],
    ['1793', 'Pancreatic Cancer', ['PAAD', 'PAASC'], ['PANET', 'IPMN']],
  ])('takes for DOID %s, %s, all it covers and no more', (doid, name, within, without) => {
    const types = bridge.tumourTypes({ doid, name });
    if (types === undefined || typeof types === 'string') throw new Error(`${name} has no list.`);
    expect(within.filter((code) => !tree.isWithin(types, code))).toEqual([]);
    expect(without.filter((code) => tree.isWithin(types, code))).toEqual([]);
  });
});

describe('the table of drug names', () => {
  it('renames no drug of the release', () => {
    const { drugs } = parse(read('releases/consilium-2026.11/drugs.yaml')) as { drugs: { name: string }[] };
    expect(drugs.length).toBeGreaterThan(100);
    expect(drugs.map(({ name }) => name).filter((name) => genericName(name) !== name)).toEqual([]);
  });

  // NCI Thesaurus (ncit.nci.nih.gov) for codes and synonyms, the labels for brands and suffixes.
  it.each([
    ['Imatinib Mesylate', 'imatinib'],
    ['Trametinib Dimethyl Sulfoxide', 'trametinib'],
    ['AZD9291', 'osimertinib'],
    ['PLX4032', 'vemurafenib'],
    ['PLX4720', 'plx4720'],
    ['Trastuzumab-anns', 'trastuzumab'],
    ['T-DM1', 'trastuzumab emtansine'],
    ['Leucovorin', 'folinic acid'],
    ['Akt/ERK Inhibitor ONC201', 'dordaviprone'],
    ['Nutlin-3a', 'nutlin-3a'],
    ['MEK Inhibitor', 'mek inhibitor'],
  ])('reads %s as %s', (name, generic) => {
    expect(genericName(name)).toBe(generic);
  });
});

const civic = join(import.meta.dirname, '../../../shared/data/civic');
const files = [
  '2026-05-AcceptedClinicalEvidenceSummaries.tsv.gz',
  '2021-02-ClinicalEvidenceSummaries.tsv.gz',
  '2021-02-AssertionSummaries.tsv',
].filter((file) => existsSync(join(civic, file)));

describe('the diseases of the CIViC files', () => {
  if (files.length === 0) {
    // Said aloud in the report, since nothing is checked then.
    it.skip('the CIViC files are not at hand: their diseases were not compared with the table', () =>
      undefined);
    return;
  }
  it.each(files)('all of %s stand in the table', (file) => {
    const bytes = readFileSync(join(civic, file));
    const [header = '', ...lines] = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      .toString('utf8')
      .split('\n');
    const columns = header.split('\t');
    const found = lines
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
      .map((cells) => ({
        doid: cells[columns.indexOf('doid')] ?? '',
        name: cells[columns.indexOf('disease')] ?? '',
      }));
    expect(found.length).toBeGreaterThan(5);
    const names = new Set(rows.flatMap(({ name }) => name.toLowerCase().split('|')));
    const missing = found.filter(({ doid, name }) =>
      doid === '' ? name !== '' && !names.has(name.toLowerCase()) : !bridge.knows(doid),
    );
    expect([...new Set(missing.map(({ doid, name }) => `${doid} ${name}`))]).toEqual([]);
  });
});
