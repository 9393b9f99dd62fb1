/** A way in which our answer to a CTML criterion departs from that of MatchMiner's engines. */
export interface CtmlDifference {
  /** Short name, for tests and documents. */
  readonly id: string;
  /** The keys concerned. */
  readonly keys: readonly string[];
  /** When the answers differ. */
  readonly when: string;
  /** What the engines answer (dfci/matchengine-V2 where the two disagree). */
  readonly theirs: string;
  readonly ours: string;
  readonly why: string;
}

/**
 * Every difference of a three-valued answer from the engines' two-valued one. The engines compare database rows: what has
 * no row does not match, and what is negated and has no row matches. `docs/ctml.md` tells the same to curators.
 */
export const ctmlDifferences: readonly CtmlDifference[] = [
  {
    id: 'not-tested',
    keys: [
      'hugo_symbol',
      'variant_category',
      'protein_change',
      'wildcard_protein_change',
      'exon',
      'cnv_call',
    ],
    when: 'The gene, or this kind of alteration in it, was not tested.',
    theirs: 'No match.',
    ours: 'Unknown, with the test that would settle it.',
    why: 'Somebody who was not tested may have the alteration.',
  },
  {
    id: 'negated-not-tested',
    keys: ['!'],
    when: 'An exclusion («!») asks for what was not tested.',
    theirs: 'Match: nothing was found.',
    ours: 'Unknown.',
    why: 'Not looked at is not absent; the excluded alteration may be there.',
  },
  {
    id: 'plasma-only',
    keys: ['!', 'wildtype'],
    when: 'Nothing was found, and only in plasma.',
    theirs: 'Match of the exclusion.',
    ours: 'Unknown, with a test of tissue.',
    why: 'A negative result in plasma does not exclude an alteration (PMID 35809752).',
  },
  {
    id: 'wildtype-derived',
    keys: ['wildtype'],
    when: 'The laboratory covers the gene, reports nothing in it, and sends no «wild type» of its own.',
    theirs: 'No match: there is no row that says so.',
    ours: 'Met.',
    why: 'A covered gene without a finding is wild type.',
  },
  {
    id: 'silent-mutation',
    keys: ['variant_category'],
    when: 'Mutation alone is asked, and the only variant leaves the protein as it is.',
    theirs: 'Match: any row of the gene counts.',
    ours: 'Not met.',
    why: 'A mutation without further words means one that alters the protein.',
  },
  {
    id: 'wildcard-range',
    keys: ['wildcard_protein_change'],
    when: 'Several residues are replaced at once, the codon among them.',
    theirs: 'No match: only one residue and one letter are compared.',
    ours: 'Met.',
    why: 'The codon is changed to another residue all the same.',
  },
  {
    id: 'spelling',
    keys: ['protein_change', 'hugo_symbol', 'oncotree_primary_diagnosis'],
    when: 'Trial and report spell the same change, gene or tumour differently.',
    theirs: 'No match: texts are compared.',
    ours: 'Met: both are read to one normal form.',
    why: 'p.Val600Glu is p.V600E, and HER2 is ERBB2.',
  },
  {
    id: 'frameshift-kind',
    keys: ['variant_classification'],
    when: 'Frame_Shift_Del is asked, and the frame is shifted by an insertion (or the other way).',
    theirs: 'No match.',
    ours: 'Met: both are read as frameshift.',
    why: 'A protein change does not tell them apart, and the protein ends early either way.',
  },
  {
    id: 'class-not-told',
    keys: ['variant_classification'],
    when: 'A class is asked that our profiles do not tell (Silent, Intron, UTR, Splice_Region, Nonstop_Mutation …).',
    theirs: 'By the text of the row.',
    ours: 'Unknown.',
    why: 'Such variants are seldom reported; their absence says nothing.',
  },
  {
    id: 'nonsense-beside',
    keys: ['variant_classification'],
    when: 'Nonsense_Mutation is asked, and the gene has a frameshift or a lost splice site.',
    theirs: 'No match, unless there is a nonsense row as well.',
    ours: 'Unknown.',
    why: 'Our language asks for truncating variants together; beside another one a nonsense variant cannot be told.',
  },
  {
    id: 'molecular-function',
    keys: ['molecular_function', 'tier', 'annotated_variant', 'germline'],
    when: 'The alteration is found, and a key asks what our profiles do not say of it.',
    theirs: 'By the annotation that came with the data (MUTATION_EFFECT, TIER).',
    ours: 'Unknown; not met where the alteration is absent.',
    why: 'Such an annotation is somebody’s judgement at one time, and is not guessed.',
  },
  {
    id: 'structural-comment',
    keys: ['variant_category', 'fusion_partner_hugo_symbol'],
    when: 'A laboratory’s comment names the gene, or a fusion is out of frame or seen in DNA only.',
    theirs: 'Match by the text of the comment, or by the two gene names alone.',
    ours: 'Structural Variation: any structural variant of the gene. With a partner: a fusion; unknown until it is confirmed.',
    why: 'A comment may name a gene to deny it, and a break in a gene makes a fusion only in frame.',
  },
  {
    id: 'mismatch-repair',
    keys: ['mmr_status', 'ms_status'],
    when: 'Only one of microsatellites and mismatch repair was tested, and says no.',
    theirs: 'No match: both share one field.',
    ours: 'Unknown: the other test may say yes.',
    why: 'The two tests disagree in some tumours; either one is enough to be met.',
  },
  {
    id: 'signature-names',
    keys: [
      'uva_signature',
      'tobacco_signature',
      'temozolomide_signature',
      'pole_signature',
      'apobec_signature',
    ],
    when: 'The laboratory reports signatures by name instead of by cause, or not all that share the cause.',
    theirs: 'By its own yes or no.',
    ours: 'Met where one of the cause’s COSMIC signatures is present; not met only where all of them are absent.',
    why: 'A signature that was not reported may be there.',
  },
  {
    id: 'diagnosis-above',
    keys: ['oncotree_primary_diagnosis'],
    when: 'The recorded diagnosis is wider than the one asked (Lung, where Lung Adenocarcinoma is asked).',
    theirs: 'No match; and a match of the exclusion.',
    ours: 'Unknown.',
    why: 'The tumour may be of the type that is asked.',
  },
  {
    id: 'age-upper',
    keys: ['age_numerical'],
    when: '<=65 is asked of somebody who is 65 and some months old.',
    theirs: 'No match: the 65th birthday is the last day.',
    ours: 'Met until the day before the 66th birthday.',
    why: 'Protocols count ages in completed years.',
  },
  {
    id: 'not-stated',
    keys: [
      'gender',
      'age_numerical',
      'er_status',
      'pr_status',
      'her2_status',
      'tmb_numerical',
      'pdl1_status',
    ],
    when: 'Sex, date of birth, receptor or burden is not recorded, or its test is pending or has failed.',
    theirs: 'No match; and a match of the exclusion.',
    ours: 'Unknown, with what would settle it.',
    why: 'Not recorded is not no.',
  },
  {
    id: 'receptor-low',
    keys: ['er_status', 'pr_status', 'her2_status'],
    when: 'Pathology reports «low».',
    theirs: 'Match of neither Positive nor Negative.',
    ours: 'ER and PR low count as positive, HER2 low as negative.',
    why: 'So ASCO and CAP define them (PMID 31928404, PMID 37303228).',
  },
  {
    id: 'ignored-keys',
    keys: ['disease_status', 'number_prior_lines_therapy_allowed', 'active_brain_metastases_allowed'],
    when: 'A curator gave one of these keys.',
    theirs: 'Ignored.',
    ours: 'Asked where its meaning is certain, else unknown.',
    why: 'What a curator wrote down as a condition is one.',
  },
  {
    id: 'free-text',
    keys: ['prior_treatment_requirements'],
    when: 'Requirements are given as text.',
    theirs: 'Shown, and not matched: the trial matches without them.',
    ours: 'Unknown, so that nobody is called eligible before a person has read them.',
    why: 'An unread requirement may exclude the patient.',
  },
  {
    id: 'levels',
    keys: ['match'],
    when: 'An arm or dose level has a match of its own beneath that of its step or trial.',
    theirs: 'Each match is asked by itself: the arm matches although the step’s is not met.',
    ours: 'All hold together.',
    why: 'What holds for the step holds for its arms.',
  },
  {
    id: 'status',
    keys: ['status', '_summary'],
    when: 'The trial says nothing of its status.',
    theirs: 'Taken as open to accrual.',
    ours: 'Unknown, and not taken as open.',
    why: 'A closed trial must not be offered.',
  },
];
