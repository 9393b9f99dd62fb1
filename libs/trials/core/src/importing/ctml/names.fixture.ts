import { readGeneCatalogue, readTumourTypes } from '@consilium/clinical';

/** Real codes and names, few enough that specs do not depend on the whole tables. */
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
    'BREAST\tTISSUE\tBreast',
    'BRCA\tBREAST\tInvasive Breast Carcinoma',
    'IDC\tBRCA\tBreast Invasive Ductal Carcinoma',
    'BRAIN\tTISSUE\tCNS/Brain',
    'DIFG\tBRAIN\tDiffuse Glioma',
    'GB\tDIFG\tGlioblastoma, IDH-Wildtype',
    'OVARY\tTISSUE\tOvary/Fallopian Tube',
    'OPE\tOVARY\tPolyembryoma',
    'VULVA\tTISSUE\tVulva/Vagina',
    'VPE\tVULVA\tPolyembryoma',
    'MYELOID\tTISSUE\tMyeloid',
    'AML\tMYELOID\tAcute Myeloid Leukemia',
  ].join('\n'),
);

export const genes = readGeneCatalogue(
  [
    'symbol\thgnc\taliases',
    'ABL1\t1\t',
    'ALK\t2\t',
    'ATM\t3\t',
    'BCR\t4\t',
    'BRAF\t5\t',
    'BRCA1\t6\t',
    'BRCA2\t7\t',
    'EGFR\t8\t',
    'ERBB2\t9\tHER2|NEU',
    'KIT\t10\t',
    'KMT2B\t11\tMLL2|MLL4',
    'KMT2D\t12\tMLL2|ALR',
    'KRAS\t13\t',
    'MET\t14\t',
    'NRAS\t15\t',
    'PTEN\t16\t',
    'TERT\t17\t',
  ].join('\n'),
);
