import { readTumourTypes, type Assay, type MolecularProfile, type SmallVariant } from '@consilium/clinical';
import type { PredictiveItem, KnowledgeRelease } from '@consilium/knowledge-core';

/** A small tree with real OncoTree codes, so that specs do not depend on the whole table. */
export const tumourTypes = readTumourTypes(
  [
    'code\tparent\tname',
    'TISSUE\t\tTissue',
    'SKIN\tTISSUE\tSkin',
    'MEL\tSKIN\tMelanoma',
    'BOWEL\tTISSUE\tBowel',
    'COADREAD\tBOWEL\tColorectal Adenocarcinoma',
    'COAD\tCOADREAD\tColon Adenocarcinoma',
    'LUNG\tTISSUE\tLung',
    'NSCLC\tLUNG\tNon-Small Cell Lung Cancer',
    'LUAD\tNSCLC\tLung Adenocarcinoma',
    'LUSC\tNSCLC\tLung Squamous Cell Carcinoma',
    'MYELOID\tTISSUE\tMyeloid',
    'AML\tMYELOID\tAcute Myeloid Leukemia',
  ].join('\n'),
);

export const assay = {
  name: 'Panel 50',
  kind: 'panel',
  pairing: 'tumour-only',
  build: 'GRCh38',
  genes: ['BRAF', 'KRAS', 'NRAS', 'EGFR', 'NTRK1', 'MET', 'BRCA1', 'BRCA2', 'TP53', 'ERBB2', 'ALK'],
  alterations: ['small-variant', 'copy-number', 'structural-variant'],
  biomarkers: ['TMB', 'MSI'],
} satisfies Assay;

export const variant = (
  gene: string,
  proteinChange: string,
  more: Partial<SmallVariant> = {},
): SmallVariant => ({
  gene,
  proteinChange,
  origin: 'somatic',
  ...more,
});

export const profileOf = (more: Partial<MolecularProfile> = {}): MolecularProfile => ({
  id: 'p1',
  patient: 'patient-1',
  hospital: 'hospital-1',
  reportId: 'r1',
  version: 1,
  status: 'final',
  issuedAt: '2026-11-01T08:00:00Z',
  laboratory: 'lab',
  diagnosis: 'MEL',
  specimen: { id: 's1', site: 'skin', type: 'ffpe' },
  assay,
  smallVariants: [],
  copyNumberAlterations: [],
  structuralVariants: [],
  biomarkers: [],
  recordCounts: [],
  remarks: [],
  ...more,
});

export const evidence = (
  more: Pick<PredictiveItem, 'id' | 'profile' | 'tumourTypes' | 'therapy'> & Partial<PredictiveItem>,
): PredictiveItem => ({
  direction: 'sensitive',
  level: 'A',
  statement: `Statement of ${more.id}.`,
  citations: [{ kind: 'pmid', id: '1' }],
  ...more,
});

export const releaseOf = (...items: readonly PredictiveItem[]): KnowledgeRelease => ({
  name: 'test-2026.11',
  publishedOn: '2026-11-01',
  title: 'Test',
  evidence: items,
  drugs: [
    { name: 'dabrafenib', classes: ['BRAF inhibitor'] },
    { name: 'encorafenib', classes: ['BRAF inhibitor'] },
    { name: 'trametinib', classes: ['MEK inhibitor'] },
    { name: 'cetuximab', classes: ['EGFR antibody'] },
    { name: 'larotrectinib', classes: ['TRK inhibitor'] },
    { name: 'osimertinib', classes: ['EGFR TKI'] },
    { name: 'pembrolizumab', classes: ['PD-1 antibody'] },
  ],
  genes: [
    { symbol: 'BRAF', role: 'oncogene', hotspots: ['V600E', 'K601'] },
    { symbol: 'KRAS', role: 'oncogene', hotspots: ['G12'] },
    { symbol: 'EGFR', role: 'oncogene' },
    { symbol: 'BRCA1', role: 'tumour-suppressor' },
    { symbol: 'TP53', role: 'both', hotspots: ['R175H'] },
  ],
});

const v600e = { smallVariant: { gene: 'BRAF', changes: ['V600E'] } } as const;
const combination = { drugs: ['dabrafenib', 'trametinib'] } as const;

export const items = {
  melanoma: evidence({ id: 'MEL-1', profile: v600e, tumourTypes: ['MEL'], therapy: combination }),
  melanomaMono: evidence({
    id: 'MEL-2',
    profile: v600e,
    tumourTypes: ['MEL'],
    therapy: { drugs: ['dabrafenib'] },
  }),
  agnostic: evidence({
    id: 'ANY-1',
    profile: v600e,
    tumourTypes: 'SOLID',
    exceptTumourTypes: ['COADREAD'],
    therapy: combination,
  }),
  colorectal: evidence({
    id: 'CRC-1',
    profile: v600e,
    tumourTypes: ['COADREAD'],
    therapy: { drugs: ['encorafenib', 'cetuximab'] },
  }),
  resistance: evidence({
    id: 'CRC-R',
    profile: v600e,
    tumourTypes: ['COADREAD'],
    therapy: { drugClass: 'BRAF inhibitor', withoutClass: 'EGFR antibody' },
    direction: 'resistant',
  }),
  ras: evidence({
    id: 'RAS-R',
    profile: { smallVariant: { gene: 'KRAS', codons: [12, 13] } },
    tumourTypes: ['COADREAD'],
    therapy: { drugClass: 'EGFR antibody' },
    direction: 'resistant',
  }),
  wildType: evidence({
    id: 'RAS-WT',
    profile: { not: { smallVariant: { gene: 'KRAS', codons: [12, 13] } } },
    tumourTypes: ['COADREAD'],
    therapy: { drugs: ['cetuximab'] },
  }),
  trk: evidence({
    id: 'TRK-1',
    profile: { fusion: { gene: 'NTRK1' } },
    tumourTypes: 'SOLID',
    therapy: { drugs: ['larotrectinib'] },
  }),
  msi: evidence({
    id: 'MSI-1',
    profile: { biomarker: { kind: 'MSI', states: ['positive'] } },
    tumourTypes: 'SOLID',
    therapy: { drugs: ['pembrolizumab'] },
  }),
};
