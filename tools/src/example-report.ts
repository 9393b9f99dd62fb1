/** A panel report about one patient, as a laboratory would send it: the load of drills and benchmarks. */
export function exampleReport(
  number: number,
  run: string,
): { id: string; patient: string; event: Record<string, unknown> } {
  const patient = `P-${run}-${String(number)}`;
  const id = `${run}-${String(number)}`;
  const genes = [
    'BRAF',
    'KRAS',
    'NRAS',
    'EGFR',
    'ALK',
    'ROS1',
    'RET',
    'MET',
    'ERBB2',
    'PIK3CA',
    'TP53',
    'PTEN',
    'CDKN2A',
    'STK11',
    'KEAP1',
  ];
  const changes = [
    { gene: 'BRAF', proteinChange: 'p.Val600Glu', vaf: 0.31 },
    { gene: 'EGFR', proteinChange: 'L858R', vaf: 0.22 },
    { gene: 'KRAS', proteinChange: 'G12C', vaf: 0.41 },
    { gene: 'TP53', proteinChange: 'R175H', vaf: 0.5 },
    { gene: 'PIK3CA', proteinChange: 'H1047R', vaf: 0.18 },
    { gene: 'STK11', proteinChange: 'Q37*', vaf: 0.37 },
  ];
  return {
    id,
    patient,
    event: {
      specversion: '1.0',
      id,
      source: 'urn:consilium:load',
      type: 'lab.sequencing-report.v1',
      subject: patient,
      time: '2026-11-01T09:00:00Z',
      datacontenttype: 'application/json',
      data: {
        reportId: `R-${id}`,
        version: 1,
        status: 'final',
        issuedAt: '2026-11-01T09:00:00Z',
        order: { id: `O-${id}` },
        patient: { pseudonym: patient },
        hospital: number % 5 === 0 ? 'city-hospital' : 'university-hospital',
        laboratory: 'Load laboratory',
        diagnosis: { oncotree: ['LUAD', 'SKCM', 'COAD', 'HGSOC'][number % 4] },
        specimen: { id: `S-${id}`, site: 'lung', type: 'ffpe', tumourFraction: 0.4 },
        assay: {
          name: 'Panel 15',
          kind: 'panel',
          pairing: 'tumour-only',
          build: 'GRCh38',
          genes,
          alterations: ['small-variant', 'copy-number'],
          biomarkers: ['TMB', 'MSI'],
        },
        findings: {
          smallVariants: changes.filter((_, index) => (number + index) % 2 === 0),
          copyNumberAlterations:
            number % 3 === 0 ? [{ gene: 'ERBB2', state: 'amplification', copies: 12 }] : [],
          biomarkers: [
            { kind: 'TMB', state: 'negative', value: 4.2, unit: 'mut/Mb' },
            { kind: 'MSI', state: 'negative' },
          ],
        },
      },
    },
  };
}
