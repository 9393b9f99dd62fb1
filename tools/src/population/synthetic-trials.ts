import type { Criterion, Trial } from '@consilium/trials-core';
import { pick, pickWeighted, randomFrom, type Random } from './random.js';
import { tumours } from './tumours.js';

/** So many trials: the real ones given, and variations of what such trials ask. */
export function syntheticTrials(seed: number, count: number, real: readonly Trial[]): readonly Trial[] {
  const random = randomFrom(seed);
  return [
    ...real,
    ...Array.from({ length: Math.max(0, count - real.length) }, (_, number) => trialFrom(random, number)),
  ];
}

/** About two in three of the trials that ask for a biomarker name tumours as well; one in five needs none at all. */
const designs = [
  { weight: 50, kind: 'tumour and biomarker' },
  { weight: 15, kind: 'biomarker' },
  { weight: 15, kind: 'immunotherapy' },
  { weight: 20, kind: 'tumour' },
] as const;

function trialFrom(random: Random, number: number): Trial {
  const id = `SYN${String(number).padStart(8, '0')}`;
  const { kind } = pickWeighted(random, designs);
  const codes = [
    ...new Set(
      Array.from({ length: 1 + Math.floor(random() * 2) }, () => pickWeighted(random, tumours).code),
    ),
  ];
  const tumour: Criterion =
    kind === 'biomarker' || (kind === 'immunotherapy' && random() < 0.5)
      ? { tumourType: { within: 'SOLID' } }
      : { tumourType: { within: codes } };
  const marker =
    kind === 'tumour' ? [] : [kind === 'immunotherapy' ? immuneMarker(random) : alteration(random, codes)];
  const cohorts = Array.from({ length: random() < 0.4 ? 2 + Math.floor(random() * 3) : 1 }, (_, at) => ({
    id: `C${String(at + 1)}`,
    name: `Cohort ${String(at + 1)}`,
    eligibility:
      at === 0
        ? { all: [...marker, ...history(random)] }
        : { all: [alteration(random, codes), ...history(random)] },
  }));
  return {
    id,
    title: `Synthetic trial ${String(number)}: ${kind}`,
    status: 'open',
    statusOn: '2026-11-01',
    source: { kind: 'local', reference: 'synthetic', retrievedOn: '2026-11-01' },
    eligibility: { all: [tumour, ...person(random), ...organs(random), ...exclusions(random)] },
    arms: [{ id: 'A', name: 'A', cohorts }],
  };
}

/** One of what is found in these tumours, the frequent more often. */
function alteration(random: Random, codes: readonly string[]): Criterion {
  const asked = tumours.filter(({ code }) => codes.includes(code)).flatMap(({ alterations }) => alterations);
  const { what } = pickWeighted(
    random,
    asked.map((one) => ({ ...one, weight: one.percent })),
  );
  const [five = '', three] = what.split('::');
  if (three !== undefined) {
    const gene = five === 'TMPRSS2' || three === 'IGH' || three === 'NFIB' ? five : keepDriver(five, three);
    return { fusion: { gene } };
  }
  const [gene = '', change = ''] = what.split(' ');
  if (change === 'amp') return { copyNumber: { gene, states: ['amplification'] } };
  if (change === 'del') return { copyNumber: { gene, states: ['deep-deletion'] } };
  return change === '*' || random() < 0.3
    ? { smallVariant: { gene, classes: ['oncogenic'] } }
    : { smallVariant: { gene, changes: [change] } };
}

/** Of EML4::ALK the protocol asks for ALK, of FGFR2::BICC1 for FGFR2. */
const keepDriver = (five: string, three: string): string =>
  /^(ALK|ROS1|RET|NTRK\d)$/.test(three) ? three : five;

const immuneMarker = (random: Random): Criterion =>
  pick<Criterion>(random, [
    { biomarker: { kind: 'TMB', states: [], atLeast: pick(random, [10, 16, 20]) } },
    { biomarker: { kind: 'MSI', states: ['positive'] } },
    { biomarker: { kind: 'PD-L1', states: [], atLeast: pick(random, [1, 50]), scoring: 'TPS' } },
  ]);

const person = (random: Random): Criterion[] => [
  { age: { atLeast: 18, ...(random() < 0.15 ? { atMost: pick(random, [70, 75, 80]) } : {}) } },
  { performance: { scale: 'ECOG', atMost: pick(random, [1, 1, 1, 2]), withinDays: 28 } },
  ...(random() < 0.6 ? [{ measurableDisease: { criteria: 'RECIST 1.1' as const } }] : []),
  ...(random() < 0.5 ? [{ stage: { groups: ['IV'] } }] : []),
];

const organs = (random: Random): Criterion[] => {
  const withinDays = pick(random, [14, 28]);
  return [
    { measurement: { test: 'neutrophils', atLeast: pick(random, [1, 1.5]), unit: '10*9/L', withinDays } },
    { measurement: { test: 'platelets', atLeast: pick(random, [75, 100]), unit: '10*9/L', withinDays } },
    { measurement: { test: 'haemoglobin', atLeast: pick(random, [8, 9, 10]), unit: 'g/dL', withinDays } },
    { measurement: { test: 'bilirubin', atMost: 1.5, unit: 'ULN', withinDays } },
    {
      measurement: {
        test: 'creatinine-clearance',
        atLeast: pick(random, [30, 45, 50, 60]),
        unit: 'mL/min',
        withinDays,
      },
    },
    {
      any: [
        { measurement: { test: 'alt', atMost: pick(random, [2.5, 3]), unit: 'ULN', withinDays } },
        {
          all: [
            { metastases: { sites: ['liver'] } },
            { measurement: { test: 'alt', atMost: 5, unit: 'ULN', withinDays } },
          ],
        },
      ],
    },
    ...(random() < 0.25 ? [{ measurement: { test: 'qtcf' as const, atMost: 470, unit: 'ms' } }] : []),
    ...(random() < 0.2 ? [{ measurement: { test: 'lvef' as const, atLeast: 50, unit: '%' } }] : []),
  ];
};

const exclusions = (random: Random): Criterion[] => [
  { not: { metastases: { sites: ['brain'], states: ['active'] } } },
  ...(random() < 0.5 ? [{ not: { autoimmuneDisease: { except: ['hypothyroidism'] } } }] : []),
  ...(random() < 0.4 ? [{ not: { steroids: { aboveMgPerDay: 10 } } }] : []),
  ...(random() < 0.5 ? [{ not: { condition: { names: ['interstitial lung disease'] } } }] : []),
  ...(random() < 0.4 ? [{ not: { condition: { names: ['heart failure'] } } }] : []),
  ...(random() < 0.6 ? [{ not: { otherCancer: { withinYears: pick(random, [2, 3, 5]) } } }] : []),
  ...(random() < 0.5 ? [{ consent: { to: 'trial' as const } }] : []),
];

const history = (random: Random): Criterion[] => [
  ...(random() < 0.6
    ? [{ lines: { atLeast: pick(random, [1, 1, 2]) } }]
    : [{ lines: { atMost: pick(random, [0, 1]) } }]),
  ...(random() < 0.5
    ? [{ washout: { types: ['systemic' as const], days: pick(random, [14, 21, 28]) } }]
    : []),
  ...(random() < 0.2
    ? [{ not: { priorTherapy: { drugs: [pick(random, ['pembrolizumab', 'nivolumab', 'osimertinib'])] } } }]
    : []),
];
