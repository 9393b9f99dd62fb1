/**
 * Names of earlier versions of OncoTree that CTML still uses, with the code they had (OncoTree's versions of 2 November
 * 2021 and before; oncotree.mskcc.org). `same`: the present codes are the same disease, so that the name can be read as
 * them. The others were split or narrowed since (gliomas by molecular type, WHO 2021), and a curator has to choose.
 */
export const retiredTumourNames: Readonly<Record<string, { readonly code: string; readonly same: boolean }>> =
  {
    'acute lymphoid leukemia': { code: 'ALL', same: true },
    'b-cell acute lymphoid leukemia': { code: 'BALL', same: true },
    't-cell acute lymphoid leukemia': { code: 'TALL', same: true },
    'chronic lymphocytic leukemia': { code: 'CLL', same: true },
    'small lymphocytic lymphoma': { code: 'SLL', same: true },
    'multiple myeloma': { code: 'MM', same: true },
    'essential thrombocythaemia': { code: 'ETC', same: true },
    myelodysplasia: { code: 'MDS', same: true },
    astrocytoma: { code: 'ASTR', same: false },
    'anaplastic astrocytoma': { code: 'AASTR', same: false },
    'diffuse astrocytoma': { code: 'DASTR', same: false },
    glioblastoma: { code: 'GB', same: false },
    'glioblastoma multiforme': { code: 'GBM', same: false },
    oligodendroglioma: { code: 'ODG', same: false },
    'anaplastic oligodendroglioma': { code: 'AODG', same: false },
    oligoastrocytoma: { code: 'OAST', same: false },
    'anaplastic oligoastrocytoma': { code: 'AOAST', same: false },
    'diffuse intrinsic pontine glioma': { code: 'DIPG', same: false },
    'low-grade neuroepithelial tumor': { code: 'LGNET', same: false },
    blood: { code: 'BLOOD', same: false },
    leukemia: { code: 'LEUK', same: false },
    histiocytosis: { code: 'HIST', same: false },
    'large granular lymphocytic leukemia': { code: 'LGLL', same: false },
    'myelofibrosis/osteomyelofibrosis': { code: 'MYF', same: false },
    'b-cell lymphoma': { code: 'BCL', same: false },
    'diffuse large b-cell lymphoma': { code: 'DLBCL', same: false },
    'mediastinal large b-cell lymphoma': { code: 'MBCL', same: false },
    'cutaneous t-cell lymphoma': { code: 'CTCL', same: false },
  };
