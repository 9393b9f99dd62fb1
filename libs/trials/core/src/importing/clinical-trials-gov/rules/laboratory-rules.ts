import type { MeasurementTest } from '@consilium/clinical';
import type { Criterion } from '../../../language/criterion.js';
import { laboratoryTests, timesNormal } from './laboratory-words.js';
import {
  allOrOnly,
  anyOrOnly,
  both,
  whole,
  windowDays,
  windowOf,
  type Rule,
  type StatedList,
} from './rule.js';

interface Bound {
  readonly sign: string;
  readonly value: number;
  readonly unit: string;
}

const sign = '(?:must be |should be |of |is |are |: ?)*(?<sign>>=|<=|>|<) ?';
const amount = String.raw`(?<value>\d+(?:\.\d+)?)`;
const liver = '(?:demonstrable |known |documented )?(?:liver|hepatic) metast(?:as[ei]s|atic disease)';
const limit = (group: string): string =>
  String.raw`(?:<=|<) ?(?<${group}>\d+(?:\.\d+)?) ?(?:x|times)? ?(?:the )?(?:institutional )?(?:uln|unl|upper limits? of normal|upper normal limit)(?: \(uln\))?`;
const ifLiver = String.raw`(?:if|in(?: the)? (?:presence|case|setting) of|for|with|if (?:due|related) to|in)(?: (?:patients|subjects|participants) with)?(?: there (?:is|are))? ${liver}(?: (?:is|are) present| exists?)?`;
const absent = String.raw`(?:,? (?:if (?:there (?:is|are) )?no ${liver}(?: (?:is|are) present)?|in the absence of ${liver}))?`;
const liverClause = String.raw`(?:${absent}[,;:]? ?(?:\(|or |and |but |note: |[,;] ?)*(?:${limit('first')}(?: is (?:acceptable|allowed|permitted))? ${ifLiver}|${ifLiver},? ?(?:then |must be |in which case it must be |ast and alt |alt and ast )*${limit('second')}(?: is (?:acceptable|allowed))?|unless ${liver} (?:are )?present,? in which case it must be ${limit('third')})\)?)?`;

const gilbert = String.raw`(?:[,;]? ?\(?(?:or |and )?(?:<=|<) ?(?<gilbert>\d+(?:\.\d+)?) ?(?:x|times)? ?(?:the )?(?:uln|upper limits? of normal) (?:if|in|for)(?: (?:patients|subjects|participants) with)?(?: (?:known|documented|confirmed))? gilbert(?:'s)? (?:syndrome|disease)(?: (?:patients|subjects))?(?: is present)?\)?)?`;
const cockcroft = String.raw`(?: ?(?:\(|,|by the |by |using the |using |on the basis of the |calculated by )*(?<cockcroft>coc(?:k)?croft(?:[ -]*(?:and|&|-|/)? ?gault)?)(?: (?:formula|equation|method))?\)?)?`;

interface Form {
  readonly tests: readonly MeasurementTest[];
  readonly worse: 'low' | 'high';
  readonly pattern: RegExp;
  readonly unit: string | undefined;
}

const forms: readonly Form[] = laboratoryTests.flatMap(({ tests, words, worse, units }) =>
  Object.entries(units).map(([spelling, unit]) => {
    const value = unit === 'ULN' ? timesNormal : `${amount} ?(?:${spelling})`;
    const clause = tests.includes('alt') || tests.includes('ast') ? liverClause : '';
    const more = tests[0] === 'bilirubin' ? gilbert : tests[0] === 'creatinine-clearance' ? cockcroft : '';
    return {
      tests,
      worse,
      unit,
      pattern: whole(`(?:an? |the )?(?:${words}),? ?${sign}${value}${clause}${more}${windowOf}`),
    };
  }),
);

/** One limit: what the sentence says of the value. */
function readLimit(sentence: string, list: StatedList): Criterion | undefined {
  for (const { tests, worse, pattern, unit } of forms) {
    const groups = pattern.exec(sentence)?.groups;
    const stated = groups?.['sign'];
    if (groups === undefined || stated === undefined || unit === undefined) continue;
    const low = stated.startsWith('<');
    if (low !== (worse === 'high') ? list === 'inclusion' : list === 'exclusion') return undefined;
    // «Neither AST nor ALT above» and «not both above» differ: under exclusion only one test is certain.
    if (list === 'exclusion' && tests.length > 1) return undefined;
    const number = unit === 'ULN' ? Number(groups['times'] ?? 1) : Number(groups['value']);
    const elsewhere = groups['first'] ?? groups['second'] ?? groups['third'];
    const relaxed = elsewhere ?? groups['gilbert'];
    if (relaxed !== undefined && (list === 'exclusion' || Number(relaxed) <= number)) return undefined;
    const window = windowDays(groups);
    const method = groups['cockcroft'] === undefined ? {} : { method: 'Cockcroft-Gault' as const };
    const at = (value: number): Criterion | undefined =>
      allOrOnly(
        tests.map((test) => ({
          measurement: { test, ...boundOf({ sign: stated, value, unit }), unit, ...window, ...method },
        })),
      );
    const usual = at(number);
    if (usual === undefined || relaxed === undefined) return usual;
    const special = at(Number(relaxed));
    if (special === undefined) return undefined;
    const when: Criterion =
      elsewhere === undefined
        ? { condition: { names: ['gilbert syndrome'] } }
        : { metastases: { sites: ['liver'] } };
    return { any: [usual, { all: [when, special] }] };
  }
  return undefined;
}

const boundNames = { '>=': 'atLeast', '>': 'above', '<=': 'atMost', '<': 'below' } as const;

function boundOf({ sign: stated, value }: Bound): Readonly<Record<string, number>> {
  return isSign(stated) ? { [boundNames[stated]]: value } : {};
}

const isSign = (text: string): text is keyof typeof boundNames => Object.hasOwn(boundNames, text);

const heading = String.raw`^(?:(?:has |have )?(?:adequate|normal|acceptable) (?:bone marrow|organ|ha?ematolog(?:y|ical?)|liver|hepatic|renal|kidney|marrow)(?: reserve| functions?)?(?: function)?(?: as (?:defined|evidenced|demonstrated) by(?: the following)?)?|liver function|renal function|kidney function|bone marrow(?: reserve)?|hematologic parameters|hepatic|renal)[:;,]? ?\(?`;

/** Limits of which each excludes: parted by semicolons or «or», after the name of an organ. */
function readExcludedLimits(sentence: string): Criterion | undefined {
  const body = sentence.replace(
    /^(?:ha?ematolog(?:y|ical)|hepatic|liver|renal|kidney|blood)(?: function)?: ?/u,
    '',
  );
  const limits = body.split(/; ?(?:or )?| or /u).map((part) => readLimit(part.trim(), 'exclusion'));
  const known = limits.filter((limitRead) => limitRead !== undefined);
  return known.length === limits.length ? anyOrOnly(known) : undefined;
}

/** Several limits in one sentence: each must be understood. Joined by «or» they are left alone, but for creatinine. */
function readLimits(sentence: string, list: StatedList): Criterion | undefined {
  const one = readLimit(sentence, list);
  if (one !== undefined) return one;
  const bare = sentence.replace(new RegExp(heading, 'u'), '');
  const open = bare !== sentence && /\($/u.test(new RegExp(heading, 'u').exec(sentence)?.[0] ?? '');
  const body = open ? bare.replace(/\)$/u, '') : bare;
  const either = /^(?<creatinine>.*creatinine.*) or (?<clearance>.*(?:clearance|cr ?cl|ccr).*)$/u.exec(
    body,
  )?.groups;
  if (either !== undefined && list === 'inclusion') {
    const sides = [either['creatinine'] ?? '', either['clearance'] ?? ''].map((side) =>
      readLimit(side, list),
    );
    const known = sides.filter((side) => side !== undefined);
    return known.length === sides.length ? anyOrOnly(known) : undefined;
  }
  if (list === 'exclusion') return readExcludedLimits(sentence);
  if (/ or /u.test(body)) return bare === sentence ? undefined : readLimit(body, list);
  const parts = body.split(/[,;] ?(?:and )?|(?<=\d|l|n|%) and (?=[a-z])/u).filter((part) => part !== '');
  const limits = parts.map((part) => readLimit(part.trim(), list));
  const known = limits.filter((limitRead) => limitRead !== undefined);
  return known.length === limits.length ? allOrOnly(known) : undefined;
}

export const laboratoryRule: Rule = { name: 'laboratory limit', lists: both, read: readLimits };

const bySex = whole(
  String.raw`(?:12[- ](?:lead )?ecg: )?(?:prolonged )?qtcf:? ?(?:interval )?(?:of )?(?<firstSex>females?|males?|men|women):? ?(?<firstSign>>=|>) ?(?<first>\d{3}) ?(?:ms(?:ec)?)?(?:,| or| and)+ ?(?<secondSex>females?|males?|men|women):? ?(?<secondSign>>=|>) ?(?<second>\d{3}) ?(?:ms(?:ec)?)?`,
);
const bySexAfter = whole(
  String.raw`(?:prolonged )?qtcf ?(?<firstSign>>=|>) ?(?<first>\d{3}) ?ms(?:ec)? (?:for|in) (?<firstSex>females?|males?|men|women) (?:or|and) ?(?<secondSign>>=|>) ?(?<second>\d{3}) ?ms(?:ec)? (?:for|in) (?<secondSex>females?|males?|men|women)`,
);
const sexOf = (word: string | undefined): 'female' | 'male' | undefined =>
  word === undefined ? undefined : /^(?:female|women)/u.test(word) ? 'female' : 'male';

export const qtcfBySexRule: Rule = {
  name: 'QTcF by sex',
  lists: ['exclusion'],
  read(sentence) {
    const groups = bySex.exec(sentence)?.groups ?? bySexAfter.exec(sentence)?.groups;
    const firstSex = sexOf(groups?.['firstSex']);
    const secondSex = sexOf(groups?.['secondSex']);
    if (groups === undefined || firstSex === undefined || secondSex === undefined || firstSex === secondSex)
      return undefined;
    const arm = (
      sex: 'female' | 'male',
      stated: string | undefined,
      value: string | undefined,
    ): Criterion => ({
      all: [
        { sex },
        {
          measurement: {
            test: 'qtcf',
            ...boundOf({ sign: stated ?? '', value: Number(value), unit: 'ms' }),
            unit: 'ms',
          },
        },
      ],
    });
    return {
      any: [
        arm(firstSex, groups['firstSign'], groups['first']),
        arm(secondSex, groups['secondSign'], groups['second']),
      ],
    };
  },
};
