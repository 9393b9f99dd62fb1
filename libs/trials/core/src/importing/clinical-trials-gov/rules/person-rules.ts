import type { Criterion } from '../../../language/criterion.js';
import { atEntry, both, whole, windowDays, windowOf, type Rule } from './rule.js';

const person = '(?:males?|men|man|women|woman|females?)';
const anySex = String.raw`(?:either sex|(?:both|all|any) (?:genders?|sex(?:es)?)|both ${person} and ${person}|(?:regardless of|irrespective of|no limit on(?: the)?) (?:gender|sex)|(?:gender|sex)(?: is)? not limited|(?:adult )?${person}(?: ?(?:or|and|and/or|/) ?${person})(?: (?:patients?|subjects?|participants?))?)`;
const years = String.raw`(?: ?(?:years?|yrs?)(?: old| of age)?(?: in age)?)`;
const lead = String.raw`(?:(?:age|aged|ages|adults?)(?: (?:range|is|of|from|between|to be|at))*[:,]? ?|between |from |of )*`;
const inclusive = String.raw`(?:,? ?\(?(?:inclusive|both inclusive|including (?:both )?(?:boundary|critical|cut-off) values?)\)?)?`;

const lowest = whole(
  String.raw`${lead}(?:>= ?(\d{1,3})${years}?|(\d{1,3})${years}? ?(?:or|and) ?(?:older|above|over|more|greater))`,
);
const range = whole(String.raw`${lead}(\d{1,3})${years}? ?(?:-|to|and) ?(\d{1,3})${years}?${inclusive}`);
const bounds = whole(String.raw`${lead}>= ?(\d{1,3})${years}? ?(?:and|,|-|to) ?(<=?) ?(\d{1,3})${years}?`);
const tooYoung = whole(String.raw`${lead}< ?(\d{1,3})${years}?`);

/** Ages of the sentence; «over 18» is left alone, since it may or may not include 18. */
export const ageRule: Rule = {
  name: 'age',
  lists: both,
  read(sentence, list) {
    if (!/\b(?:age[ds]?|years?|yrs?|adults?)\b/u.test(sentence)) return undefined;
    const bare = sentence
      .replace(new RegExp(String.raw`(?:^|[,;]? )\(?${anySex}\)?(?=$|[ ,;:])[,;:]?`, 'gu'), ' ')
      .replace(new RegExp(`${atEntry}$`, 'u'), '')
      .replace(/^(?:[ ,;]|of (?=>))+|[ ,;]+$/gu, '')
      .replace(/^and | and$/gu, '');
    if (list === 'exclusion') {
      const [, young] = tooYoung.exec(bare) ?? [];
      return young === undefined ? undefined : { age: { below: Number(young) } };
    }
    const [, least, older] = lowest.exec(bare) ?? [];
    if (least !== undefined || older !== undefined) return { age: { atLeast: Number(least ?? older) } };
    const [, from, to] = range.exec(bare) ?? [];
    if (from !== undefined && Number(from) < Number(to))
      return { age: { atLeast: Number(from), atMost: Number(to) } };
    const [, low, sign, high] = bounds.exec(bare) ?? [];
    if (low === undefined || Number(low) >= Number(high)) return undefined;
    return {
      age: { atLeast: Number(low), ...(sign === '<' ? { below: Number(high) } : { atMost: Number(high) }) },
    };
  },
};

const scaleWords = String.raw`(?:[ -]*(?:performance|physical|status|scores?|ps|\(ps\)|scale|grade|points?|standard|\(ecog\)|\(ecog ps\)|\(who\)))*`;
const ecogName = String.raw`(?:an? )?(?:eastern co-?operative oncology group|ecog/who|who/ecog|ecog|world health organi[sz]ation|who|zubrod)`;
const ecogScale = String.raw`(?:${ecogName}${scaleWords}|performance (?:status|score)(?: \(ps\))?)`;
const grade = String.raw`(?: ?(?:of|is|are|:|=|score))* ?(?:(?<from>[0-4]) ?(?:-|to|or|and|/|,) ?(?<to>[0-4])|0, ?1,? ?(?:or|and)? ?(?<three>2)|(?<sign><=|<|>=|>) ?(?<bound>[0-5])|(?<only>0))(?: points?)?`;
const ecog = whole(`${ecogScale}${grade}(?: \\((?:ecog(?: ps)?|who)(?: scale)?\\))?${windowOf}${atEntry}`);
const ecogAfter = whole(
  String.raw`performance status (?:of|on|by|according to)(?: the)? ${ecogName}${scaleWords}${grade}${windowOf}${atEntry}`,
);

/** The scales of ECOG, WHO and Zubrod are one (Oken et al., Am J Clin Oncol 1982;5:649, PMID 7165009). */
export const ecogRule: Rule = {
  name: 'performance status (ECOG)',
  lists: both,
  read(sentence, list) {
    const groups = ecog.exec(sentence)?.groups ?? ecogAfter.exec(sentence)?.groups;
    if (groups === undefined || !/ecog|who|eastern|zubrod|world health/u.test(sentence)) return undefined;
    const { from, to, three, sign, bound, only } = groups;
    const withinDays = windowDays(groups);
    if (list === 'exclusion') {
      if (bound === undefined || (sign !== '>=' && sign !== '>')) return undefined;
      const atLeast = sign === '>' ? Number(bound) + 1 : Number(bound);
      return atLeast === 0 ? undefined : { performance: { scale: 'ECOG', atLeast, ...withinDays } };
    }
    if (from !== undefined && to !== undefined) {
      if (Number(from) >= Number(to)) return undefined;
      const atLeast = from === '0' ? {} : { atLeast: Number(from) };
      return { performance: { scale: 'ECOG', ...atLeast, atMost: Number(to), ...withinDays } };
    }
    if (three !== undefined) return { performance: { scale: 'ECOG', atMost: 2, ...withinDays } };
    if (only !== undefined) return { performance: { scale: 'ECOG', atMost: 0, ...withinDays } };
    const atMost = sign === '<=' ? Number(bound) : sign === '<' ? Number(bound) - 1 : -1;
    return atMost < 0 ? undefined : { performance: { scale: 'ECOG', atMost, ...withinDays } };
  },
};

const karnofsky = whole(
  String.raw`karnofsky(?:[ -]*(?:performance|status|scores?|scale|index|ps|kps|\(kps\)))*(?: ?(?:of|is|:))? >= ?(\d{2,3}) ?%?${windowOf}${atEntry}`,
);
export const karnofskyRule: Rule = {
  name: 'performance status (Karnofsky)',
  lists: ['inclusion'],
  read(sentence) {
    const match = karnofsky.exec(sentence);
    const atLeast = Number(match?.[1]);
    if (match === null || atLeast % 10 !== 0 || atLeast > 100) return undefined;
    return { performance: { scale: 'Karnofsky', atLeast, ...windowDays(match.groups) } };
  },
};

const judged = String.raw`(?:,? (?:as (?:determined|assessed|estimated|judged) by|in the opinion of) (?:the )?(?:treating )?(?:investigators?|physician)|,? as estimated at (?:the )?(?:time of )?screening)?`;
const expectancy = whole(
  String.raw`(?:an? )?(?:(?:estimated|expected|anticipated|predicted) )*(?:life[ -]expectancy|survival(?: (?:time|period))?)(?: (?:is|of|time|should be|must be))*:? ?(>=|>|<=?)? ?(\d{1,2}|three|six|twelve) (week|month|year)s?(?: or (?:more|longer|greater))?${judged}`,
);
const written: Readonly<Record<string, number>> = { three: 3, six: 6, twelve: 12 };
const weeksOf: Readonly<Record<string, number>> = { week: 1, month: 13 / 3, year: 52 };

/** Whole weeks; three months are taken as thirteen weeks, a year as 52. */
export const lifeExpectancyRule: Rule = {
  name: 'life expectancy',
  lists: both,
  read(sentence, list) {
    const [match, sign, count = '', unit = ''] = expectancy.exec(sentence) ?? [];
    if (match === undefined) return undefined;
    const bare = sign === undefined && !/or (?:more|longer|greater)/u.test(match);
    const weeks = (written[count] ?? Number(count)) * (weeksOf[unit] ?? 1);
    const under = sign === '<' || sign === '<=';
    if (under !== (list === 'exclusion') || bare) return undefined;
    const exact = Math.ceil(weeks - 1e-9);
    const above = Math.floor(weeks + 1e-9) + 1;
    const atLeastWeeks = sign === '>' || sign === '<=' ? above : exact;
    const enough: Criterion = { lifeExpectancy: { atLeastWeeks } };
    return under ? { not: enough } : enough;
  },
};
