/** A kind of tumour and how it is found in people who are sequenced for advanced disease. Shares are per cent. */
export interface Tumour {
  /** OncoTree code. */
  readonly code: string;
  readonly weight: number;
  readonly female: number;
  readonly medianAge: number;
  readonly msiHigh: number;
  readonly tmbHigh: number;
  readonly alterations: readonly Frequency[];
}

/** `KRAS G12C`, `ERBB2 amp`, `CDKN2A del`, `EML4::ALK`, `TP53 *` (any inactivating or missense change). */
export interface Frequency {
  readonly what: string;
  readonly percent: number;
}

/**
 * Rounded figures. Mix of tumours and frequencies of alterations: MSK-IMPACT, 10,336 patients (Zehir 2017,
 * PMID 28481359), and for single changes TCGA's papers of each tumour as summed up there. Sex and median age at
 * diagnosis: SEER 2017 to 2021. MSI-high: Bonneville 2017 (PMID 29850653). TMB of at least 10 mut/Mb: Marabelle 2020
 * (PMID 32919526) and Chalmers 2017 (PMID 28420421). They spread a population for measuring; no patient is judged by them.
 */
const table = `
LUAD   13.0 54 70 1 30 TP53 *:46|KRAS G12C:13|KRAS G12D:4|KRAS G12V:6|EGFR L858R:8|EGFR E746_A750del:8|EGFR T790M:3|STK11 *:16|KEAP1 *:16|ERBB2 A775_G776insYVMA:2|BRAF V600E:2|EML4::ALK:4|CD74::ROS1:2|KIF5B::RET:2|MET amp:3|CDKN2A del:14|PIK3CA E545K:3
LUSC    2.5 36 71 1 35 TP53 *:80|PIK3CA E545K:8|FGFR1 amp:15|CDKN2A del:25|NFE2L2 *:14|PTEN *:9
SCLC    1.0 48 69 0 35 TP53 *:88|RB1 *:75|PTEN *:6|MYC amp:6
IDC    10.5 99 62 1 6 TP53 *:40|PIK3CA H1047R:14|PIK3CA E545K:10|PIK3CA E542K:5|ERBB2 amp:15|CCND1 amp:14|FGFR1 amp:12|GATA3 *:14|ESR1 D538G:5|ESR1 Y537S:4|BRCA1 *:3|BRCA2 *:4|PTEN *:7|AKT1 E17K:4
ILC     1.8 99 66 1 10 CDH1 *:65|PIK3CA H1047R:20|PIK3CA E545K:10|ERBB2 L755S:4|TP53 *:15|ESR1 D538G:5
COAD    7.0 48 67 12 17 APC *:73|TP53 *:70|KRAS G12D:14|KRAS G12V:10|KRAS G13D:8|KRAS G12C:3|BRAF V600E:9|PIK3CA E545K:7|PIK3CA H1047R:5|NRAS Q61K:3|SMAD4 *:14|ERBB2 amp:3|PTEN *:7
READ    2.6 40 63 4 8 APC *:78|TP53 *:76|KRAS G12D:13|KRAS G12V:10|KRAS G12C:3|NRAS Q61K:4|SMAD4 *:14|PIK3CA E545K:6
PRAD    6.8 0 67 3 4 TP53 *:35|PTEN *:12|PTEN del:12|AR amp:18|AR L702H:3|BRCA2 *:8|ATM *:6|CDK12 *:5|SPOP *:8|TMPRSS2::ERG:35
PAAD    4.8 47 70 1 2 KRAS G12D:38|KRAS G12V:28|KRAS G12R:14|KRAS G12C:1|TP53 *:70|CDKN2A *:18|CDKN2A del:22|SMAD4 *:22|BRCA2 *:4|ATM *:4
SKCM    3.4 40 65 0 45 BRAF V600E:38|BRAF V600K:6|NRAS Q61R:12|NRAS Q61K:9|NF1 *:18|CDKN2A *:16|CDKN2A del:25|KIT *:3|TP53 *:17
GB      3.5 42 64 0 4 TP53 *:31|PTEN *:32|EGFR amp:42|CDKN2A del:50|TERT *:75|IDH1 R132H:6|NF1 *:14|PIK3CA *:12|BRAF V600E:2
BLCA    4.0 25 73 2 30 TP53 *:48|FGFR3 S249C:8|FGFR3 R248C:3|FGFR3::TACC3:2|KDM6A *:25|ARID1A *:25|ERBB2 amp:8|ERBB2 S310F:5|PIK3CA E545K:10|CDKN2A del:22|TSC1 *:8
UCEC    3.0 100 63 25 30 PTEN *:60|PIK3CA H1047R:15|PIK3CA R88Q:8|ARID1A *:40|TP53 *:35|KRAS G12D:9|CTNNB1 *:20|POLE P286R:3|ERBB2 amp:5
HGSOC   2.5 100 63 1 3 TP53 *:94|BRCA1 *:12|BRCA2 *:8|CCNE1 amp:16|MYC amp:20|RB1 *:5
CCRCC   2.2 35 64 1 2 VHL *:70|PBRM1 *:40|SETD2 *:18|BAP1 *:12|TP53 *:5
ESCA    1.8 22 68 2 10 TP53 *:75|ERBB2 amp:15|CDKN2A del:20|KRAS amp:9|EGFR amp:9
STAD    1.8 38 68 9 14 TP53 *:48|ERBB2 amp:12|CDH1 *:10|ARID1A *:18|FGFR2 amp:5|KRAS G12D:4
IHCH    1.6 48 66 2 4 IDH1 R132C:14|IDH1 R132L:3|FGFR2::BICC1:6|FGFR2::AHCYL1:3|TP53 *:22|KRAS G12D:8|BAP1 *:14|ARID1A *:17|ERBB2 amp:3
HCC     1.2 24 65 1 5 TP53 *:30|TERT *:50|CTNNB1 *:27|ARID1A *:8
THPA    1.2 73 51 0 2 BRAF V600E:58|NRAS Q61R:8|CCDC6::RET:5|TERT *:10|NCOA4::RET:3
GIST    1.3 46 64 0 1 KIT W557_K558del:25|KIT V559D:12|KIT *:30|PDGFRA D842V:8
HNSC    1.8 28 65 1 15 TP53 *:65|CDKN2A *:18|CDKN2A del:22|PIK3CA E545K:10|HRAS G13R:4|NOTCH1 *:15
OPHSC   0.8 18 63 0 8 PIK3CA E545K:18|TP53 *:10|CYLD *:6
PLMESO  1.0 25 73 0 1 BAP1 *:28|NF2 *:22|CDKN2A del:30|TP53 *:10
CESC    0.9 100 51 3 15 PIK3CA E545K:20|TP53 *:9|PTEN *:9|ERBB2 amp:4
UM      0.7 47 62 0 1 GNAQ Q209P:25|GNAQ Q209L:18|GNA11 Q209L:40|BAP1 *:35|SF3B1 R625H:18
LMS     1.0 65 58 0 2 TP53 *:50|RB1 *:25|ATRX *:20|PTEN del:12
DLBCLNOS 1.5 45 66 1 10 TP53 *:20|MYD88 L265P:12|EZH2 Y641N:10|CD79B Y196H:8|KMT2D *:28
PCM     1.2 45 69 0 1 KRAS G12D:6|NRAS Q61K:10|TP53 *:9|BRAF V600E:4|CCND1::IGH:15
AML     1.2 45 69 0 0 FLT3 D835Y:7|NPM1 *:28|IDH1 R132H:7|IDH2 R140Q:9|DNMT3A *:22|TP53 *:9
CUP     1.8 48 66 2 12 TP53 *:55|KRAS G12D:8|KRAS G12C:3|CDKN2A del:18|STK11 *:8|ERBB2 amp:5
CHRCC   0.4 45 60 0 1 TP53 *:32|PTEN *:9
THME    0.3 58 55 0 0 RET M918T:45|RET C634R:8|HRAS Q61R:8
ACYC    0.4 58 57 0 0 MYB::NFIB:35|NOTCH1 *:14
SACA    0.3 45 60 1 4 ETV6::NTRK3:6|ERBB2 amp:18|TP53 *:45|HRAS Q61R:8
`;

export const tumours: readonly Tumour[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', weight, female, medianAge, msiHigh, tmbHigh, ...rest] = line.split(/\s+/);
    return {
      code,
      weight: Number(weight),
      female: Number(female),
      medianAge: Number(medianAge),
      msiHigh: Number(msiHigh),
      tmbHigh: Number(tmbHigh),
      alterations: rest
        .join(' ')
        .split('|')
        .map((one) => {
          const at = one.lastIndexOf(':');
          return { what: one.slice(0, at), percent: Number(one.slice(at + 1)) };
        }),
    };
  });
