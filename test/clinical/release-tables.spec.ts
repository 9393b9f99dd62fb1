import { describe, expect, it } from '@jest/globals';
import { normaliseProteinChange, parseProteinChange } from '@consilium/clinical';
import { isPredictive } from '@consilium/knowledge-core';
import { loadBuiltInRelease } from '@consilium/knowledge-nest';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';

const release = loadBuiltInRelease();
const genes = loadGeneCatalogue();
const tumourTypes = loadTumourTypes();
const { tables } = release;
if (tables === undefined) throw new Error('The built-in release holds no tables.');
const isApproved = (symbol: string): boolean => genes.resolve(symbol).kind === 'approved';

describe('the statements of the built-in release', () => {
  it('hold well over 200 approved associations, and the known resistance to them', () => {
    const predictive = release.evidence.filter(isPredictive);
    const approved = predictive.filter(
      ({ direction, level, citations }) =>
        direction === 'sensitive' && level === 'A' && citations.some(({ kind }) => kind === 'label'),
    );
    expect(approved.length).toBeGreaterThanOrEqual(200);
    expect(predictive.filter(({ direction }) => direction === 'resistant').length).toBeGreaterThanOrEqual(60);
  });
});

describe('its genes', () => {
  it('are more than 150, each with its role', () => {
    expect(release.genes.length).toBeGreaterThanOrEqual(150);
  });

  it('count changes of the residue they stand under, no more than tumours, within the protein', () => {
    const wrong = release.genes.flatMap(({ symbol, recurrence = [], proteinLength = Infinity }) =>
      recurrence.filter(({ residue, samples, changes }) => {
        const total = Object.values(changes).reduce((sum, count) => sum + count, 0);
        return Number(residue.slice(1)) > proteinLength ||
          Object.keys(changes).some((change) => !change.startsWith(residue)) ||
          Math.max(...Object.values(changes)) > samples ||
          total < samples
          ? symbol
          : false;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('name hotspots and studied changes in normal form', () => {
    const changes = release.genes.flatMap(({ hotspots = [], functional = [] }) => [
      ...hotspots.filter((hotspot) => !/^[A-Z]\d+$/.test(hotspot)),
      ...functional.map(({ change }) => change),
    ]);
    expect(changes.filter((change) => parseProteinChange(change) === undefined)).toEqual([]);
    expect(changes.filter((change) => normaliseProteinChange(change) !== change)).toEqual([]);
  });

  it('of pathways are in the list, and push the way their role says', () => {
    const roles = new Map(release.genes.map(({ symbol, role }) => [symbol, role]));
    const odd = tables.pathways.pathways.flatMap((pathway) =>
      pathway.genes
        .filter(({ symbol, role }) => {
          const known = roles.get(symbol);
          if (known === undefined) return true;
          return known !== 'both' && (role === 'suppresses') !== (known === 'tumour-suppressor');
        })
        .map(({ symbol }) => `${pathway.name}: ${symbol}`),
    );
    expect(odd).toEqual([]);
  });
});

describe('its rules', () => {
  it('name sources that are listed', () => {
    const { hereditary, biomarkers, pathways, pharmacogenomics, interactions } = tables;
    const missing = (sources: readonly { key: string }[], rows: readonly { source: string }[]) =>
      rows.filter(({ source }) => !sources.some(({ key }) => key === source)).map(({ source }) => source);
    expect([
      ...missing(hereditary.sources, [hereditary.filter, ...hereditary.genes, ...hereditary.measures]),
      ...missing(biomarkers.sources, [
        ...biomarkers.rules,
        ...biomarkers.proofreading,
        ...biomarkers.cautions,
      ]),
      ...missing(pathways.sources, pathways.pathways),
      ...missing(pharmacogenomics.sources, [
        ...pharmacogenomics.recommendations,
        ...pharmacogenomics.testing,
      ]),
      ...missing(interactions.sources, [...interactions.comedications, ...interactions.oncology]),
    ]).toEqual([]);
  });

  it('name approved genes and existing tumour types', () => {
    const { hereditary, biomarkers, pharmacogenomics } = tables;
    const symbols = [
      ...hereditary.genes.map(({ gene }) => gene),
      ...hereditary.measures.flatMap((measure) => measure.genes),
      ...hereditary.filter.haematopoiesisGenes,
      ...biomarkers.proofreading.map(({ gene }) => gene),
      ...pharmacogenomics.genes.map(({ gene }) => gene),
    ];
    expect(symbols.filter((symbol) => !isApproved(symbol))).toEqual([]);
    const codes = [
      ...hereditary.genes.flatMap(({ tumours = [] }) => tumours),
      ...biomarkers.cautions.flatMap(({ tumours = [] }) => tumours),
    ];
    expect(codes.filter((code) => tumourTypes.find(code) === undefined)).toEqual([]);
  });

  it('follow up the seven genes of the ESMO rule whatever the tumour', () => {
    const always = tables.hereditary.genes
      .filter(({ followUp }) => followUp === 'any-tumour')
      .map(({ gene }) => gene);
    expect(always).toEqual(
      expect.arrayContaining(['BRCA1', 'BRCA2', 'PALB2', 'MLH1', 'MSH2', 'MSH6', 'RET']),
    );
  });
});
