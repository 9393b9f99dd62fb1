// Generated from the types by `npm run generate`. Do not edit.

/** Draft-07 schemas, as the checks of what comes in use them. */
export const trialSchema: object = {
  $ref: '#/definitions/Trial',
  definitions: {
    Trial: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
          description: "Registry number (`NCT02465060`), or the product's own where there is none.",
        },
        title: { type: 'string' },
        acronym: { type: 'string' },
        phase: { $ref: '#/definitions/TrialPhase' },
        sponsor: { type: 'string' },
        status: { $ref: '#/definitions/TrialStatus' },
        statusOn: {
          type: 'string',
          description: 'ISO date as of which `status` and the openness of arms and sites hold.',
        },
        source: { $ref: '#/definitions/TrialSource' },
        eligibility: {
          $ref: '#/definitions/Criterion',
          description:
            'Holds for every arm. Absent where the source gives no criteria; then nobody is said to be eligible.',
        },
        arms: { type: 'array', items: { $ref: '#/definitions/Arm' }, description: 'At least one.' },
        sites: { type: 'array', items: { $ref: '#/definitions/Site' } },
        conditions: {
          type: 'array',
          items: { type: 'string' },
          description:
            'Tumour types, drugs and conditions as the registry lists them, for finding and showing.',
        },
        note: { type: 'string' },
      },
      required: ['id', 'title', 'status', 'statusOn', 'source', 'arms'],
      additionalProperties: false,
      description:
        'One trial, its arms and cohorts, and who may take part. A person fits one cohort of one arm.',
    },
    TrialPhase: { type: 'string', enum: ['0', '1', '1/2', '2', '2/3', '3', '4', 'not-applicable'] },
    TrialStatus: {
      type: 'string',
      enum: [
        'draft',
        'not-yet-open',
        'open',
        'enrolling-by-invitation',
        'suspended',
        'closed',
        'completed',
        'terminated',
        'withdrawn',
        'unknown',
      ],
    },
    TrialSource: {
      type: 'object',
      properties: {
        kind: { type: 'string', enum: ['registry', 'protocol', 'publication', 'local'] },
        reference: {
          type: 'string',
          description: 'URL-free reference: registry number and version date, PMID, protocol version.',
        },
        retrievedOn: { type: 'string' },
        note: {
          type: 'string',
          description: 'What of the published criteria was left out or could not be expressed.',
        },
      },
      required: ['kind', 'reference', 'retrievedOn'],
      additionalProperties: false,
    },
    Criterion: {
      anyOf: [
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            all: { type: 'array', items: { $ref: '#/definitions/Criterion' } },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['all'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            any: { type: 'array', items: { $ref: '#/definitions/Criterion' } },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['any'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            not: { $ref: '#/definitions/Criterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['not'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            atLeast: {
              type: 'object',
              properties: {
                count: { type: 'number' },
                of: { type: 'array', items: { $ref: '#/definitions/Criterion' } },
              },
              required: ['count', 'of'],
              additionalProperties: false,
            },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['atLeast'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            smallVariant: { $ref: '#/definitions/SmallVariantPattern' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['smallVariant'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            wildType: { $ref: '#/definitions/WildTypeCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['wildType'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            copyNumber: { $ref: '#/definitions/CopyNumberCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['copyNumber'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            fusion: { $ref: '#/definitions/FusionPattern' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['fusion'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            exonSkipping: {
              type: 'object',
              properties: { gene: { type: 'string' }, exons: { $ref: '#/definitions/ExonRange' } },
              required: ['gene', 'exons'],
              additionalProperties: false,
            },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['exonSkipping'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            rearrangement: {
              type: 'object',
              properties: { gene: { type: 'string' } },
              required: ['gene'],
              additionalProperties: false,
            },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['rearrangement'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            observation: { $ref: '#/definitions/ObservationPattern' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['observation'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            biomarker: { $ref: '#/definitions/BiomarkerCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['biomarker'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            hla: { $ref: '#/definitions/HlaCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['hla'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            signature: { $ref: '#/definitions/SignatureCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['signature'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            tumourType: { $ref: '#/definitions/TumourTypeCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['tumourType'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            histology: { $ref: '#/definitions/HistologyCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['histology'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            stage: { $ref: '#/definitions/StageCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['stage'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            metastases: { $ref: '#/definitions/MetastasesCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['metastases'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            measurableDisease: { $ref: '#/definitions/MeasurableDiseaseCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['measurableDisease'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            receptor: { $ref: '#/definitions/ReceptorCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['receptor'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            age: { $ref: '#/definitions/AgeCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['age'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            sex: { type: 'string', enum: ['female', 'male'] },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['sex'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            performance: { $ref: '#/definitions/PerformanceCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['performance'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            priorTherapy: { $ref: '#/definitions/PriorTherapyCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['priorTherapy'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            lines: { $ref: '#/definitions/LinesCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['lines'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            washout: { $ref: '#/definitions/WashoutCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['washout'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            measurement: { $ref: '#/definitions/MeasurementCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['measurement'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            condition: { $ref: '#/definitions/ConditionCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['condition'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            autoimmuneDisease: { $ref: '#/definitions/AutoimmuneCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['autoimmuneDisease'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            infection: { $ref: '#/definitions/InfectionCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['infection'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            steroids: { $ref: '#/definitions/SteroidCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['steroids'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            medication: { $ref: '#/definitions/MedicationCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['medication'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            otherCancer: { $ref: '#/definitions/OtherCancerCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['otherCancer'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            pregnancy: {
              type: 'object',
              properties: {
                states: { type: 'array', items: { type: 'string', enum: ['pregnant', 'breastfeeding'] } },
              },
              required: ['states'],
              additionalProperties: false,
            },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['pregnancy'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            contraception: { type: 'string', const: 'agreed' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['contraception'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            consent: {
              type: 'object',
              properties: {
                to: {
                  type: 'string',
                  enum: ['trial', 'biopsy', 'data-use', 'germline-testing', 'travel'],
                  description:
                    'What was asked: taking part in trials, a biopsy, use of data, genetic testing.',
                },
              },
              required: ['to'],
              additionalProperties: false,
            },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['consent'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            lifeExpectancy: {
              type: 'object',
              properties: { atLeastWeeks: { type: 'number' } },
              required: ['atLeastWeeks'],
              additionalProperties: false,
            },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['lifeExpectancy'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            residence: { $ref: '#/definitions/ResidenceCriterion' },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['residence'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            language: {
              type: 'object',
              properties: { anyOf: { type: 'array', items: { type: 'string' } } },
              required: ['anyOf'],
              additionalProperties: false,
            },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['language'],
        },
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            unstructured: {
              type: 'object',
              properties: {
                text: { type: 'string', description: 'Exactly as the source has it.' },
                list: {
                  type: 'string',
                  enum: ['inclusion', 'exclusion', 'not-stated'],
                  description:
                    'Whether the source lists it under inclusion or exclusion; `text` under `exclusion` says what must not hold.',
                },
              },
              required: ['text', 'list'],
              additionalProperties: false,
            },
            id: {
              type: 'string',
              description: 'Unique within the trial; the place in the tree serves where there is none.',
            },
            text: {
              type: 'string',
              description: "The protocol's or registry's own words, shown beside the answer.",
            },
          },
          required: ['unstructured'],
        },
      ],
      description:
        'Eligibility as a readable tree. `all` of an empty list is met, `any` of one is not; both are refused where a person writes them, since neither was meant.',
    },
    SmallVariantPattern: {
      type: 'object',
      properties: {
        gene: { type: 'string' },
        changes: {
          type: 'array',
          items: { type: 'string' },
          description: 'Exact protein changes in normal form (`V600E`, `E746_A750del`); any of them.',
        },
        codingChanges: {
          type: 'array',
          items: { type: 'string' },
          description:
            'Exact coding changes in normal form (`c.393T>C`); any of them. With `changes`, either kind suffices.',
        },
        dbSnp: {
          type: 'array',
          items: { type: 'string' },
          description: 'dbSNP numbers (`rs4149056`); any of them.',
        },
        exceptChanges: {
          type: 'array',
          items: { type: 'string' },
          description: 'Protein changes that are not meant although the rest holds (`T790M` among exon 20).',
        },
        codons: {
          type: 'array',
          items: { type: 'number' },
          description: 'Any change at one of these codons.',
        },
        residues: {
          type: 'object',
          properties: { first: { type: 'number' }, last: { type: 'number' }, name: { type: 'string' } },
          required: ['first', 'last', 'name'],
          additionalProperties: false,
          description: 'Any change within these residues, ends included: a domain, or the part of an exon.',
        },
        exons: {
          $ref: '#/definitions/ExonRange',
          description: 'Exons; matched by the reported exon number, else through `residues` where given.',
        },
        classes: { type: 'array', items: { $ref: '#/definitions/SmallVariantClass' } },
        origin: { $ref: '#/definitions/Origin' },
      },
      required: ['gene'],
      additionalProperties: false,
      description:
        'One small variant in `gene`; every member present must hold. With no member but the gene: any protein-altering variant.',
    },
    ExonRange: {
      type: 'object',
      properties: { first: { type: 'number' }, last: { type: 'number' } },
      required: ['first', 'last'],
      additionalProperties: false,
    },
    SmallVariantClass: {
      type: 'string',
      enum: [
        'missense',
        'truncating',
        'frameshift',
        'inframe-deletion',
        'inframe-insertion',
        'splice-site',
        'promoter',
        'protein-altering',
        'oncogenic',
      ],
    },
    Origin: { type: 'string', enum: ['somatic', 'germline', 'unknown'] },
    WildTypeCriterion: {
      type: 'object',
      properties: {
        gene: { type: 'string' },
        classes: {
          type: 'array',
          items: { $ref: '#/definitions/SmallVariantClass' },
          description: 'Default: any that alters the protein.',
        },
        codons: { type: 'array', items: { type: 'number' } },
      },
      required: ['gene'],
      additionalProperties: false,
      description: 'Looked at, and no small variant of these classes found.',
    },
    CopyNumberCriterion: {
      type: 'object',
      properties: {
        gene: { type: 'string' },
        states: { type: 'array', items: { $ref: '#/definitions/CopyNumberState' } },
        copiesAtLeast: {
          type: 'number',
          description: 'Absolute copies; without a reported number the answer is unknown.',
        },
        copiesAtMost: { type: 'number' },
      },
      required: ['gene', 'states'],
      additionalProperties: false,
    },
    CopyNumberState: {
      type: 'string',
      enum: ['amplification', 'gain', 'loss', 'deep-deletion', 'neutral-loh'],
    },
    FusionPattern: {
      type: 'object',
      properties: {
        gene: { type: 'string' },
        fivePrime: { type: 'string' },
        threePrime: { type: 'string' },
        fivePrimeExon: {
          type: 'number',
          description: 'The exons joined, on the transcripts the source counts by.',
        },
        threePrimeExon: { type: 'number' },
      },
      additionalProperties: false,
      description: 'By either partner (`gene`), or by place (`fivePrime`, `threePrime`, both).',
    },
    ObservationPattern: {
      type: 'object',
      properties: {
        gene: { type: 'string' },
        feature: { $ref: '#/definitions/GeneFeature' },
        states: { type: 'array', items: { $ref: '#/definitions/ObservationState' } },
        name: { type: 'string', description: 'Which one, where a gene has several (`AR-V7`, `Y1092`).' },
      },
      required: ['gene', 'feature', 'states'],
      additionalProperties: false,
      description: 'Something seen of a gene or its product beside its sequence.',
    },
    GeneFeature: {
      type: 'string',
      enum: [
        'expression',
        'protein-expression',
        'nuclear-expression',
        'serum-level',
        'promoter-methylation',
        'phosphorylation',
        'loss-of-heterozygosity',
        'splice-variant',
        'polymorphism',
        'other',
      ],
    },
    ObservationState: {
      type: 'string',
      enum: ['present', 'absent', 'high', 'low', 'normal', 'indeterminate', 'failed'],
    },
    BiomarkerCriterion: {
      type: 'object',
      properties: {
        kind: { $ref: '#/definitions/BiomarkerKind' },
        states: { type: 'array', items: { $ref: '#/definitions/BiomarkerState' } },
        atLeast: {
          type: 'number',
          description: "Least value, in the kind's unit (TMB: mut/Mb), where the label names one.",
        },
        scoring: { type: 'string', enum: ['TPS', 'CPS', 'IC'] },
        below: { type: 'number', description: "Upper bound in the kind's unit, exclusive." },
        clones: {
          type: 'array',
          items: { type: 'string' },
          description: 'PD-L1: antibody clones the protocol accepts (`22C3`).',
        },
        withinDays: { type: 'number', description: 'Result no older than this at the date asked.' },
      },
      additionalProperties: false,
      required: ['kind', 'states'],
      description:
        "TMB, MSI, MMR, HRD, LOH, PD-L1, loss of HLA, viral status: by state, or by value. `states` may be empty where a value alone decides; then the laboratory's own call is not asked for.",
    },
    BiomarkerKind: {
      type: 'string',
      enum: ['TMB', 'MSI', 'MMR', 'HRD', 'LOH', 'PD-L1', 'HLA', 'HLA-LOH', 'EBV', 'HPV', 'MCPyV'],
    },
    BiomarkerState: {
      type: 'string',
      enum: ['positive', 'negative', 'indeterminate', 'failed', 'not-tested'],
    },
    HlaCriterion: {
      type: 'object',
      properties: { anyOf: { type: 'array', items: { type: 'string' } } },
      required: ['anyOf'],
      additionalProperties: false,
      description:
        'Carrier of one of the alleles, or of none of the excluded ones, at the resolution given (`A*02:01`, `A*02`).',
    },
    SignatureCriterion: {
      type: 'object',
      properties: {
        name: { type: 'string', description: 'COSMIC name (`SBS3`).' },
        shareAtLeast: {
          type: 'number',
          description: "Least share of mutations, 0 to 1; without it the laboratory's call counts.",
        },
      },
      required: ['name'],
      additionalProperties: false,
    },
    TumourTypeCriterion: {
      type: 'object',
      properties: {
        within: {
          anyOf: [
            { type: 'array', items: { type: 'string' } },
            { type: 'string', const: 'ANY' },
            { type: 'string', const: 'SOLID' },
            { type: 'string', const: 'LIQUID' },
          ],
          description: 'OncoTree codes with all below them, or a family.',
        },
        except: {
          type: 'array',
          items: { type: 'string' },
          description: 'Codes (with all below them) that are not meant.',
        },
      },
      required: ['within'],
      additionalProperties: false,
    },
    HistologyCriterion: {
      type: 'object',
      properties: {
        anyOf: { type: 'array', items: { type: 'string' } },
        gradeAtLeast: { type: 'number' },
        gradeAtMost: { type: 'number' },
      },
      additionalProperties: false,
      description: 'Any of the microscopic features, or a grade.',
    },
    StageCriterion: {
      type: 'object',
      properties: {
        groups: {
          type: 'array',
          items: { type: 'string' },
          description: '`IV` includes `IVA` and `IVB`; any of them.',
        },
        extents: { type: 'array', items: { $ref: '#/definitions/DiseaseExtent' } },
        resectable: { type: 'boolean' },
      },
      additionalProperties: false,
      description: 'Every member present must hold.',
    },
    DiseaseExtent: {
      type: 'string',
      enum: ['localised', 'locally-advanced', 'metastatic', 'recurrent', 'remission'],
    },
    MetastasesCriterion: {
      type: 'object',
      properties: {
        sites: {
          type: 'array',
          items: { $ref: '#/definitions/MetastaticSite' },
          description: 'Any of them; absent: anywhere.',
        },
        states: {
          type: 'array',
          items: { type: 'string', enum: ['active', 'treated', 'untreated-asymptomatic'] },
          description: 'Absent: in any state.',
        },
        stableForDays: {
          type: 'number',
          description: 'Only with `treated`: stable for at least so long at the date asked.',
        },
      },
      additionalProperties: false,
      description: 'Whether there is a metastasis of this kind.',
    },
    MetastaticSite: {
      type: 'string',
      enum: [
        'brain',
        'leptomeningeal',
        'spinal-cord',
        'liver',
        'lung',
        'bone',
        'lymph-node',
        'adrenal',
        'peritoneum',
        'pleura',
        'skin',
        'visceral',
        'other',
      ],
    },
    MeasurableDiseaseCriterion: {
      type: 'object',
      properties: { criteria: { type: 'string', enum: ['RECIST 1.1', 'RANO', 'Lugano', 'PCWG3', 'IMWG'] } },
      additionalProperties: false,
    },
    ReceptorCriterion: {
      type: 'object',
      properties: {
        receptor: { type: 'string', enum: ['ER', 'PR', 'HER2', 'AR'] },
        states: {
          type: 'array',
          items: { type: 'string', enum: ['positive', 'negative', 'low', 'equivocal'] },
        },
      },
      required: ['receptor', 'states'],
      additionalProperties: false,
    },
    AgeCriterion: {
      type: 'object',
      properties: {
        atLeast: { type: 'number' },
        atMost: { type: 'number' },
        below: { type: 'number' },
        unit: { type: 'string', enum: ['years', 'months', 'weeks', 'days'], description: 'Default `years`.' },
      },
      additionalProperties: false,
      description: 'Age at the date asked.',
    },
    PerformanceCriterion: {
      type: 'object',
      properties: {
        scale: { type: 'string', enum: ['ECOG', 'Karnofsky', 'Lansky'] },
        atLeast: { type: 'number' },
        atMost: { type: 'number' },
        withinDays: { type: 'number' },
      },
      required: ['scale'],
      additionalProperties: false,
      description:
        'ECOG counts upwards to worse, Karnofsky and Lansky to better: bounds are of the scale named.',
    },
    PriorTherapyCriterion: {
      type: 'object',
      properties: {
        drugs: {
          type: 'array',
          items: { type: 'string' },
          description: 'Generic names in lower case; any of them.',
        },
        classes: {
          type: 'array',
          items: { type: 'string' },
          description:
            'Drug classes as the knowledge release names them; any of them. With `drugs`, either suffices.',
        },
        types: { type: 'array', items: { $ref: '#/definitions/TreatmentType' } },
        settings: { type: 'array', items: { $ref: '#/definitions/TreatmentSetting' } },
        sites: {
          type: 'array',
          items: { type: 'string' },
          description: 'Site of radiotherapy, kind of transplant.',
        },
        mostRecent: { type: 'boolean', description: 'The course is the most recent systemic one.' },
        outcomes: { type: 'array', items: { $ref: '#/definitions/TherapyOutcome' } },
        bestResponses: { type: 'array', items: { type: 'string', enum: ['CR', 'PR', 'SD', 'PD'] } },
        progressed: {
          anyOf: [
            { type: 'string', const: 'on' },
            { type: 'string', const: 'on-or-after' },
            {
              type: 'object',
              properties: { withinDaysOfEnd: { type: 'number' } },
              required: ['withinDaysOfEnd'],
              additionalProperties: false,
            },
          ],
          description: 'Disease progressed on it, or within so many days of its end.',
        },
        withinDays: {
          type: 'number',
          description: 'Given (at least in part) within so many days before the date asked.',
        },
        endedDaysAgo: { type: 'number', description: 'Ended at least so many days before the date asked.' },
        atLeast: { type: 'number', description: 'At least so many courses.' },
      },
      additionalProperties: false,
      description: 'Whether the patient has had such a therapy.',
    },
    TreatmentType: {
      type: 'string',
      enum: [
        'systemic',
        'radiotherapy',
        'surgery',
        'stem-cell-transplant',
        'cell-therapy',
        'radionuclide',
        'vaccine',
        'other',
      ],
    },
    TreatmentSetting: {
      type: 'string',
      enum: ['neoadjuvant', 'adjuvant', 'consolidation', 'maintenance', 'advanced'],
    },
    TherapyOutcome: {
      type: 'string',
      enum: ['progressed', 'intolerant', 'responded', 'stable', 'completed', 'ongoing', 'unknown'],
    },
    LinesCriterion: {
      type: 'object',
      properties: {
        atLeast: { type: 'number' },
        atMost: { type: 'number' },
        settings: { type: 'array', items: { $ref: '#/definitions/TreatmentSetting' } },
        drugs: { type: 'array', items: { type: 'string' } },
        classes: { type: 'array', items: { type: 'string' } },
      },
      additionalProperties: false,
      description: 'Lines of systemic therapy that the filter means (default: for advanced disease).',
    },
    WashoutCriterion: {
      type: 'object',
      properties: {
        drugs: {
          type: 'array',
          items: { type: 'string' },
          description: 'Generic names in lower case; any of them.',
        },
        classes: {
          type: 'array',
          items: { type: 'string' },
          description:
            'Drug classes as the knowledge release names them; any of them. With `drugs`, either suffices.',
        },
        types: { type: 'array', items: { $ref: '#/definitions/TreatmentType' } },
        settings: { type: 'array', items: { $ref: '#/definitions/TreatmentSetting' } },
        sites: {
          type: 'array',
          items: { type: 'string' },
          description: 'Site of radiotherapy, kind of transplant.',
        },
        days: { type: 'number' },
        halfLives: { type: 'number' },
        whichever: { type: 'string', enum: ['longer', 'shorter'] },
      },
      additionalProperties: false,
      description:
        'The last dose of any such therapy lies far enough back. Met where none was ever given. With both `days` and `halfLives`, `whichever` says which counts; a half-life that is not known leaves it open unless `days` settles it.',
    },
    MeasurementCriterion: {
      type: 'object',
      properties: {
        test: { $ref: '#/definitions/MeasurementTest' },
        atLeast: { type: 'number' },
        atMost: { type: 'number' },
        above: { type: 'number' },
        below: { type: 'number' },
        unit: { type: 'string' },
        withinDays: { type: 'number', description: 'Value no older than this at the date asked.' },
        method: {
          type: 'string',
          enum: ['Cockcroft-Gault', 'measured'],
          description:
            'Creatinine clearance: `Cockcroft-Gault` computes it, `measured` does not accept that. Default: either.',
        },
      },
      required: ['test', 'unit'],
      additionalProperties: false,
      description:
        "The newest value of a measurement. `unit` is UCUM, or `ULN`/`LLN` for multiples of the laboratory's own limits. Values in other units are converted; what cannot be converted is unknown.",
    },
    MeasurementTest: {
      type: 'string',
      enum: [
        'neutrophils',
        'platelets',
        'haemoglobin',
        'lymphocytes',
        'leukocytes',
        'creatinine',
        'creatinine-clearance',
        'bilirubin',
        'direct-bilirubin',
        'ast',
        'alt',
        'alkaline-phosphatase',
        'albumin',
        'inr',
        'aptt',
        'qt',
        'qtcf',
        'heart-rate',
        'lvef',
        'potassium',
        'calcium',
        'magnesium',
        'phosphate',
        'glucose',
        'hba1c',
        'ldh',
        'troponin',
        'tsh',
        'lipase',
        'amylase',
        'creatine-kinase',
        'urine-protein',
        'systolic-pressure',
        'diastolic-pressure',
        'oxygen-saturation',
        'weight',
        'height',
        'bmi',
        'testosterone',
        'psa',
        'afp',
        'ca-125',
        'cd4-count',
        'hiv-rna',
        'hbv-dna',
        'hcv-rna',
        'bone-marrow-blasts',
        'peripheral-blasts',
        'child-pugh',
        'dlco',
        'fev1',
      ],
    },
    ConditionCriterion: {
      type: 'object',
      properties: {
        names: {
          type: 'array',
          items: { type: 'string' },
          description: "Lower case, from the product's list.",
        },
        states: { type: 'array', items: { type: 'string', enum: ['active', 'controlled', 'resolved'] } },
        gradeAtLeast: { type: 'number' },
        withinDays: {
          type: 'number',
          description: 'Began or was active within so many days before the date asked.',
        },
      },
      required: ['names'],
      additionalProperties: false,
      description: 'Whether the patient has (had) one of the named conditions.',
    },
    AutoimmuneCriterion: {
      type: 'object',
      properties: {
        except: {
          type: 'array',
          items: { type: 'string' },
          description: 'Names that do not count (`vitiligo`, `hypothyroidism`, `type 1 diabetes`).',
        },
        states: { type: 'array', items: { type: 'string', enum: ['active', 'controlled', 'resolved'] } },
        systemicTreatmentWithinDays: {
          type: 'number',
          description: 'Only disease that took systemic treatment within so many days.',
        },
      },
      additionalProperties: false,
      description: 'Whether there is an autoimmune disease, the exceptions aside.',
    },
    InfectionCriterion: {
      type: 'object',
      properties: {
        agents: { type: 'array', items: { $ref: '#/definitions/InfectiousAgent' } },
        states: { type: 'array', items: { type: 'string', enum: ['active', 'controlled', 'past'] } },
      },
      required: ['agents', 'states'],
      additionalProperties: false,
    },
    InfectiousAgent: {
      type: 'string',
      enum: ['HIV', 'HBV', 'HCV', 'tuberculosis', 'COVID-19', 'CMV', 'HTLV-1', 'other'],
    },
    SteroidCriterion: {
      type: 'object',
      properties: {
        aboveMgPerDay: {
          type: 'number',
          description: 'mg of prednisone (or its equivalent) a day, exclusive.',
        },
        withinDays: { type: 'number' },
      },
      required: ['aboveMgPerDay'],
      additionalProperties: false,
      description: 'Systemic corticosteroids above a dose at the date asked, or within days before it.',
    },
    MedicationCriterion: {
      type: 'object',
      properties: {
        drugs: { type: 'array', items: { type: 'string' } },
        classes: {
          type: 'array',
          items: { type: 'string' },
          description:
            'Interaction classes as the knowledge release names them: `CYP3A4-strong-inhibitor`, `QT-prolonging`.',
        },
        withinDays: { type: 'number' },
      },
      additionalProperties: false,
      description: 'Whether the patient takes such a medicine, or did within days before the date asked.',
    },
    OtherCancerCriterion: {
      type: 'object',
      properties: {
        withinYears: { type: 'number', description: 'Active, or free of disease for less than this.' },
        states: { type: 'array', items: { type: 'string', enum: ['active', 'in-remission', 'cured'] } },
        except: { type: 'array', items: { type: 'string' } },
      },
      additionalProperties: false,
      description: 'Whether there is (was) another malignancy, the exceptions aside.',
    },
    ResidenceCriterion: {
      type: 'object',
      properties: {
        countries: { type: 'array', items: { type: 'string' }, description: 'ISO 3166-1 alpha-2.' },
      },
      required: ['countries'],
      additionalProperties: false,
    },
    Arm: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        name: { type: 'string' },
        status: { $ref: '#/definitions/TrialStatus', description: 'Absent: as the trial.' },
        drugs: { type: 'array', items: { type: 'string' }, description: 'Generic names in lower case.' },
        eligibility: { $ref: '#/definitions/Criterion' },
        cohorts: { type: 'array', items: { $ref: '#/definitions/Cohort' } },
      },
      required: ['id', 'name'],
      additionalProperties: false,
    },
    Cohort: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        name: { type: 'string' },
        status: { $ref: '#/definitions/TrialStatus' },
        eligibility: { $ref: '#/definitions/Criterion' },
        slots: { type: 'number', description: 'Places in all, where the number is known here.' },
      },
      required: ['id', 'name'],
      additionalProperties: false,
      description: 'A part of an arm with its own criteria: a dose level, a tumour type, a biomarker.',
    },
    Site: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        name: { type: 'string' },
        city: { type: 'string' },
        country: {
          type: 'string',
          description: "ISO 3166-1 alpha-2, or the registry's word where it names none.",
        },
        status: { $ref: '#/definitions/TrialStatus' },
        hospital: { type: 'string', description: 'The hospital of this installation that is the site.' },
        cohorts: {
          type: 'array',
          items: { type: 'string' },
          description: 'Arms and cohorts this site takes part in; absent: all.',
        },
      },
      required: ['id', 'name'],
      additionalProperties: false,
    },
  },
};
export const factsSchema: object = {
  $ref: '#/definitions/ClinicalFacts',
  definitions: {
    ClinicalFacts: {
      type: 'object',
      properties: {
        patient: { type: 'string', description: 'Pseudonym.' },
        hospital: { type: 'string' },
        version: { type: 'number' },
        recordedAt: { type: 'string', description: 'ISO instant at which the facts were put together.' },
        birthDate: { $ref: '#/definitions/PartialDate' },
        deceasedOn: { type: 'string' },
        sex: { type: 'string', enum: ['female', 'male'] },
        diagnoses: {
          type: 'array',
          items: { $ref: '#/definitions/Diagnosis' },
          description: 'The tumour in question first.',
        },
        stage: { $ref: '#/definitions/Stated%3CStage%3E' },
        metastases: { $ref: '#/definitions/Recorded%3CMetastasis%3E' },
        measurableDisease: {
          type: 'object',
          additionalProperties: false,
          properties: {
            criteria: { type: 'string' },
            value: { type: 'boolean' },
            on: { type: 'string' },
            source: { type: 'string' },
          },
          required: ['on', 'value'],
          description:
            'Whether there is a lesion that can be measured by the criteria named (`RECIST 1.1`, `RANO`, `Lugano`).',
        },
        performance: { type: 'array', items: { $ref: '#/definitions/PerformanceStatus' } },
        therapies: { $ref: '#/definitions/Recorded%3CTherapyCourse%3E' },
        measurements: { type: 'array', items: { $ref: '#/definitions/Measurement' } },
        conditions: { $ref: '#/definitions/Recorded%3CCondition%3E' },
        infections: { type: 'array', items: { $ref: '#/definitions/InfectionStatus' } },
        medication: { $ref: '#/definitions/Recorded%3CMedication%3E' },
        otherCancers: {
          $ref: '#/definitions/Recorded%3COtherCancer%3E',
          description: 'Malignancies other than the one in question.',
        },
        pregnancy: {
          $ref: '#/definitions/Stated%3C(%22pregnant%22%7C%22breastfeeding%22%7C%22neither%22%7C%22not-of-childbearing-potential%22)%3E',
        },
        contraception: {
          $ref: '#/definitions/Stated%3C(%22agreed%22%7C%22declined%22%7C%22not-needed%22)%3E',
        },
        consents: { type: 'array', items: { $ref: '#/definitions/ConsentStatus' } },
        lifeExpectancyWeeks: { $ref: '#/definitions/Stated%3Cnumber%3E' },
        residence: { $ref: '#/definitions/Stated%3CResidence%3E' },
        languages: {
          $ref: '#/definitions/Stated%3Cstring%5B%5D%3E',
          description: 'Languages the patient can be informed in, ISO 639-1 (`de`, `en`).',
        },
        receptors: {
          type: 'array',
          items: { $ref: '#/definitions/ReceptorStatus' },
          description: 'ER, PR, HER2 and AR as pathology reports them.',
        },
      },
      required: ['patient', 'hospital', 'version', 'recordedAt'],
      additionalProperties: false,
      description:
        "What is known of a patient beside the tumour's profile, as it stands; the highest `version` counts, whatever the order of arrival. Absent members were not stated.",
    },
    PartialDate: {
      type: 'string',
      description: '`2026-03-14`, or `2026-03`, or `2026`, where no more is known.',
    },
    Diagnosis: {
      type: 'object',
      properties: {
        code: { type: 'string', description: 'OncoTree code.' },
        diagnosedOn: { $ref: '#/definitions/PartialDate' },
        histology: {
          $ref: '#/definitions/Recorded%3Cstring%3E',
          description:
            'Microscopic features in lower case: `squamous`, `small-cell component`, `sarcomatoid`.',
        },
        grade: { type: 'number', description: 'Histological grade, 1 to 4.' },
      },
      required: ['code'],
      additionalProperties: false,
    },
    'Recorded<string>': {
      type: 'object',
      properties: { completeOn: { type: 'string' }, entries: { type: 'array', items: { type: 'string' } } },
      required: ['entries'],
      additionalProperties: false,
      description:
        'What was recorded, and when the list was last taken whole (ISO date). Only then does what is not on it not exist; without `completeOn` an absence is unknown.',
    },
    'Stated<Stage>': {
      type: 'object',
      properties: {
        value: { $ref: '#/definitions/Stage' },
        on: { type: 'string' },
        source: { type: 'string' },
      },
      required: ['value', 'on'],
      additionalProperties: false,
      description: 'A value as of a day (ISO date), with who or what says so.',
    },
    Stage: {
      type: 'object',
      properties: {
        system: { type: 'string', description: '`AJCC 8`, `FIGO 2018`, `Ann Arbor`, `ISS`.' },
        group: {
          type: 'string',
          description: 'Stage group in roman numbers with its subdivision: `IIIB`, `IV`.',
        },
        extent: { $ref: '#/definitions/DiseaseExtent' },
        resectable: { type: 'boolean' },
      },
      additionalProperties: false,
    },
    DiseaseExtent: {
      type: 'string',
      enum: ['localised', 'locally-advanced', 'metastatic', 'recurrent', 'remission'],
    },
    'Recorded<Metastasis>': {
      type: 'object',
      properties: {
        completeOn: { type: 'string' },
        entries: { type: 'array', items: { $ref: '#/definitions/Metastasis' } },
      },
      required: ['entries'],
      additionalProperties: false,
      description:
        'What was recorded, and when the list was last taken whole (ISO date). Only then does what is not on it not exist; without `completeOn` an absence is unknown.',
    },
    Metastasis: {
      type: 'object',
      properties: {
        site: { $ref: '#/definitions/MetastaticSite' },
        state: {
          type: 'string',
          enum: ['active', 'treated', 'untreated-asymptomatic'],
          description:
            '`treated`: treated and since then stable; `active`: untreated, growing or symptomatic.',
        },
        foundOn: { $ref: '#/definitions/PartialDate' },
        treatedOn: { $ref: '#/definitions/PartialDate' },
        stableSince: { $ref: '#/definitions/PartialDate', description: 'Stable since, by imaging.' },
      },
      required: ['site'],
      additionalProperties: false,
    },
    MetastaticSite: {
      type: 'string',
      enum: [
        'brain',
        'leptomeningeal',
        'spinal-cord',
        'liver',
        'lung',
        'bone',
        'lymph-node',
        'adrenal',
        'peritoneum',
        'pleura',
        'skin',
        'visceral',
        'other',
      ],
    },
    PerformanceStatus: {
      type: 'object',
      properties: {
        scale: { type: 'string', enum: ['ECOG', 'Karnofsky', 'Lansky'] },
        value: { type: 'number' },
        on: { type: 'string' },
        source: { type: 'string' },
      },
      required: ['scale', 'value', 'on'],
      additionalProperties: false,
    },
    'Recorded<TherapyCourse>': {
      type: 'object',
      properties: {
        completeOn: { type: 'string' },
        entries: { type: 'array', items: { $ref: '#/definitions/TherapyCourse' } },
      },
      required: ['entries'],
      additionalProperties: false,
      description:
        'What was recorded, and when the list was last taken whole (ISO date). Only then does what is not on it not exist; without `completeOn` an absence is unknown.',
    },
    TherapyCourse: {
      type: 'object',
      properties: {
        type: { $ref: '#/definitions/TreatmentType' },
        drugs: {
          type: 'array',
          items: { type: 'string' },
          description: 'Generic names in lower case; empty for what is no drug.',
        },
        classes: {
          type: 'array',
          items: { type: 'string' },
          description: "Classes known without the drug's name (a blinded trial of a PD-1 inhibitor).",
        },
        site: {
          type: 'string',
          description:
            'Where radiotherapy or surgery was directed (`brain`, `chest`, `bone`), or the kind of transplant (`allogeneic`).',
        },
        startedOn: { $ref: '#/definitions/PartialDate' },
        endedOn: { $ref: '#/definitions/PartialDate' },
        ongoing: { type: 'boolean' },
        setting: { $ref: '#/definitions/TreatmentSetting' },
        line: {
          type: 'number',
          description: 'Number of the line of systemic therapy for advanced disease, from 1.',
        },
        outcome: { $ref: '#/definitions/TherapyOutcome' },
        bestResponse: { type: 'string', enum: ['CR', 'PR', 'SD', 'PD'] },
        progressedOn: { $ref: '#/definitions/PartialDate' },
      },
      required: ['type', 'drugs'],
      additionalProperties: false,
    },
    TreatmentType: {
      type: 'string',
      enum: [
        'systemic',
        'radiotherapy',
        'surgery',
        'stem-cell-transplant',
        'cell-therapy',
        'radionuclide',
        'vaccine',
        'other',
      ],
    },
    TreatmentSetting: {
      type: 'string',
      enum: ['neoadjuvant', 'adjuvant', 'consolidation', 'maintenance', 'advanced'],
    },
    TherapyOutcome: {
      type: 'string',
      enum: ['progressed', 'intolerant', 'responded', 'stable', 'completed', 'ongoing', 'unknown'],
    },
    Measurement: {
      type: 'object',
      properties: {
        test: { $ref: '#/definitions/MeasurementTest' },
        state: { $ref: '#/definitions/MeasurementState' },
        value: { type: 'number' },
        bound: {
          type: 'string',
          enum: ['less-than', 'greater-than'],
          description: 'The value lies below or above what the method measures.',
        },
        unit: { type: 'string', description: 'UCUM code (`10*9/L`, `g/dL`, `umol/L`, `ms`, `%`).' },
        upperLimit: { type: 'number', description: "Limits of the laboratory's normal range, in `unit`." },
        lowerLimit: { type: 'number' },
        on: { type: 'string', description: 'ISO date.' },
        source: { type: 'string' },
      },
      required: ['test', 'state', 'on'],
      additionalProperties: false,
      description: 'One laboratory value or other measurement. Without a final value its state says why.',
    },
    MeasurementTest: {
      type: 'string',
      enum: [
        'neutrophils',
        'platelets',
        'haemoglobin',
        'lymphocytes',
        'leukocytes',
        'creatinine',
        'creatinine-clearance',
        'bilirubin',
        'direct-bilirubin',
        'ast',
        'alt',
        'alkaline-phosphatase',
        'albumin',
        'inr',
        'aptt',
        'qt',
        'qtcf',
        'heart-rate',
        'lvef',
        'potassium',
        'calcium',
        'magnesium',
        'phosphate',
        'glucose',
        'hba1c',
        'ldh',
        'troponin',
        'tsh',
        'lipase',
        'amylase',
        'creatine-kinase',
        'urine-protein',
        'systolic-pressure',
        'diastolic-pressure',
        'oxygen-saturation',
        'weight',
        'height',
        'bmi',
        'testosterone',
        'psa',
        'afp',
        'ca-125',
        'cd4-count',
        'hiv-rna',
        'hbv-dna',
        'hcv-rna',
        'bone-marrow-blasts',
        'peripheral-blasts',
        'child-pugh',
        'dlco',
        'fev1',
      ],
    },
    MeasurementState: { type: 'string', enum: ['final', 'pending', 'failed', 'not-tested'] },
    'Recorded<Condition>': {
      type: 'object',
      properties: {
        completeOn: { type: 'string' },
        entries: { type: 'array', items: { $ref: '#/definitions/Condition' } },
      },
      required: ['entries'],
      additionalProperties: false,
      description:
        'What was recorded, and when the list was last taken whole (ISO date). Only then does what is not on it not exist; without `completeOn` an absence is unknown.',
    },
    Condition: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        kind: { type: 'string', enum: ['comorbidity', 'autoimmune', 'event', 'toxicity', 'allergy'] },
        state: { type: 'string', enum: ['active', 'controlled', 'resolved'] },
        since: { $ref: '#/definitions/PartialDate' },
        endedOn: { $ref: '#/definitions/PartialDate' },
        grade: { type: 'number', description: 'CTCAE grade, or NYHA class for heart failure.' },
        systemicTreatment: {
          type: 'string',
          enum: ['never', 'past', 'current'],
          description: 'Autoimmune disease: whether it took systemic treatment, and when it last did.',
        },
        systemicTreatmentEndedOn: { $ref: '#/definitions/PartialDate' },
      },
      required: ['name', 'kind', 'state'],
      additionalProperties: false,
      description: "A disease beside the tumour; `name` from the product's list, lower case.",
    },
    InfectionStatus: {
      type: 'object',
      properties: {
        agent: { $ref: '#/definitions/InfectiousAgent' },
        state: {
          type: 'string',
          enum: ['active', 'controlled', 'past', 'none', 'pending', 'not-tested'],
          description:
            '`controlled`: suppressed under treatment; `past`: resolved or cured; `none`: tested and not found.',
        },
        on: { type: 'string' },
        source: { type: 'string' },
      },
      required: ['agent', 'state', 'on'],
      additionalProperties: false,
    },
    InfectiousAgent: {
      type: 'string',
      enum: ['HIV', 'HBV', 'HCV', 'tuberculosis', 'COVID-19', 'CMV', 'HTLV-1', 'other'],
    },
    'Recorded<Medication>': {
      type: 'object',
      properties: {
        completeOn: { type: 'string' },
        entries: { type: 'array', items: { $ref: '#/definitions/Medication' } },
      },
      required: ['entries'],
      additionalProperties: false,
      description:
        'What was recorded, and when the list was last taken whole (ISO date). Only then does what is not on it not exist; without `completeOn` an absence is unknown.',
    },
    Medication: {
      type: 'object',
      properties: {
        drug: { type: 'string', description: 'Generic name in lower case.' },
        classes: { type: 'array', items: { type: 'string' } },
        prednisoneMgPerDay: {
          type: 'number',
          description: 'For corticosteroids: dose a day in mg of prednisone or its equivalent.',
        },
        route: { type: 'string', enum: ['systemic', 'inhaled', 'topical', 'other'] },
        startedOn: { $ref: '#/definitions/PartialDate' },
        endedOn: { $ref: '#/definitions/PartialDate' },
      },
      required: ['drug'],
      additionalProperties: false,
    },
    'Recorded<OtherCancer>': {
      type: 'object',
      properties: {
        completeOn: { type: 'string' },
        entries: { type: 'array', items: { $ref: '#/definitions/OtherCancer' } },
      },
      required: ['entries'],
      additionalProperties: false,
      description:
        'What was recorded, and when the list was last taken whole (ISO date). Only then does what is not on it not exist; without `completeOn` an absence is unknown.',
    },
    OtherCancer: {
      type: 'object',
      properties: {
        name: {
          type: 'string',
          description: 'In lower case, as the product lists them: `basal cell carcinoma of skin`.',
        },
        code: { type: 'string', description: 'OncoTree code where it has one.' },
        state: { type: 'string', enum: ['active', 'in-remission', 'cured'] },
        diagnosedOn: { $ref: '#/definitions/PartialDate' },
        diseaseFreeSince: {
          $ref: '#/definitions/PartialDate',
          description: 'Last treatment, or complete remission, whichever the record gives.',
        },
      },
      required: ['name', 'state'],
      additionalProperties: false,
    },
    'Stated<("pregnant"|"breastfeeding"|"neither"|"not-of-childbearing-potential")>': {
      type: 'object',
      properties: {
        value: {
          type: 'string',
          enum: ['pregnant', 'breastfeeding', 'neither', 'not-of-childbearing-potential'],
        },
        on: { type: 'string' },
        source: { type: 'string' },
      },
      required: ['value', 'on'],
      additionalProperties: false,
      description: 'A value as of a day (ISO date), with who or what says so.',
    },
    'Stated<("agreed"|"declined"|"not-needed")>': {
      type: 'object',
      properties: {
        value: { type: 'string', enum: ['agreed', 'declined', 'not-needed'] },
        on: { type: 'string' },
        source: { type: 'string' },
      },
      required: ['value', 'on'],
      additionalProperties: false,
      description: 'A value as of a day (ISO date), with who or what says so.',
    },
    ConsentStatus: {
      type: 'object',
      properties: {
        to: {
          type: 'string',
          enum: ['trial', 'biopsy', 'data-use', 'germline-testing', 'travel'],
          description: 'What was asked: taking part in trials, a biopsy, use of data, genetic testing.',
        },
        answer: { type: 'string', enum: ['given', 'declined', 'not-asked'] },
        on: { type: 'string' },
      },
      required: ['to', 'answer', 'on'],
      additionalProperties: false,
    },
    'Stated<number>': {
      type: 'object',
      properties: { value: { type: 'number' }, on: { type: 'string' }, source: { type: 'string' } },
      required: ['value', 'on'],
      additionalProperties: false,
      description: 'A value as of a day (ISO date), with who or what says so.',
    },
    'Stated<Residence>': {
      type: 'object',
      properties: {
        value: { $ref: '#/definitions/Residence' },
        on: { type: 'string' },
        source: { type: 'string' },
      },
      required: ['value', 'on'],
      additionalProperties: false,
      description: 'A value as of a day (ISO date), with who or what says so.',
    },
    Residence: {
      type: 'object',
      properties: {
        country: { type: 'string', description: 'ISO 3166-1 alpha-2.' },
        region: { type: 'string' },
        travelKm: { type: 'number', description: 'How far the patient is willing and able to travel, km.' },
      },
      required: ['country'],
      additionalProperties: false,
    },
    'Stated<string[]>': {
      type: 'object',
      properties: {
        value: { type: 'array', items: { type: 'string' } },
        on: { type: 'string' },
        source: { type: 'string' },
      },
      required: ['value', 'on'],
      additionalProperties: false,
      description: 'A value as of a day (ISO date), with who or what says so.',
    },
    ReceptorStatus: {
      type: 'object',
      properties: {
        receptor: { type: 'string', enum: ['ER', 'PR', 'HER2', 'AR'] },
        state: {
          type: 'string',
          enum: ['positive', 'negative', 'low', 'equivocal', 'pending', 'not-tested'],
        },
        on: { type: 'string' },
        source: { type: 'string' },
      },
      required: ['receptor', 'state', 'on'],
      additionalProperties: false,
    },
  },
};
