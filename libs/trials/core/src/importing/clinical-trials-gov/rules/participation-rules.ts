import { atEntry, whole, type Rule } from './rule.js';

const written = String.raw`(?:(?:\b(?:signed|written|dated|personally|voluntary|fully|and|the|an?|own)\b|,) ?)*`;
const consentForm = String.raw`inform(?:ed)? (?:written )?consents?(?: \(ic[fd]?\))?(?: (?:form|document)s?)?(?: \(ic[fd]?\))?`;
const joins = String.raw`(?:(?:is |are |be )?(?:\b(?:able|willing|ability|willingness|voluntar(?:y|ily)|agrees?|participated?s?|participation|join(?:ed)?|must|to|and|be|the|of|in|this|study|trial|clinical|research|understand|can|should|capable|competent)\b|,) ?)*`;
const acts = String.raw`(?:(?:and |to |of |the |has |have |had )*(?:sign(?:s|ed|ing)?|giv(?:e|es|en|ing)|provid(?:e|es|ed|ing)|provision of|obtain(?:s|ed)?|understand|read)(?: and)? )*`;
const before = String.raw`(?:,? (?:to participate in|for(?: participating in)?|to|of|in) (?:the|this) (?:study|trial|research)|,? (?:in writing|provided by the (?:subject|patient|participant))|,? (?:must be |has been |have been |is )?(?:obtained|given|signed|provided)|,? (?:prior to|before) (?:any |implementing any |the )?(?:(?:trial|study|protocol)[ -](?:related|specific|specified) )(?:procedures?|process(?:es)?|activities|intervention|screening procedures)(?: (?:is|are) (?:performed|conducted))?)*`;
const consent = whole(String.raw`(?:evidence of an? )?${joins}${acts}${written}${consentForm}${before}`);
const consentFirst = whole(
  String.raw`(?:the )?(?:patients?|subjects?|participants?)?(?: themselves)? ?(?:has |have |must |should |can )*(?:fully )?(?:voluntar(?:y|ily) )?(?:agrees? to |willing(?:ness)? to )?(?:participate[sd]?|participation|join(?:s|ed)?|take part)(?: voluntarily)?(?: in)?(?: (?:the|this))?(?: (?:clinical|research))?(?: (?:study|trial))?,? (?:and |by )?(?:has |have )?(?:voluntarily )?(?:sign(?:s|ed|ing)?|giv(?:en?|es)|provided?) ${written}${consentForm}${before}`,
);

/** Consent to take part; willingness and ability to give it are part of giving it. */
export const consentRule: Rule = {
  name: 'informed consent',
  lists: ['inclusion'],
  read: (sentence) =>
    !/\b(?:not|un(?:able|willing)|tissue|biops|sample|genetic|representative|surrogate|guardian|or|if|unless|except)\b/u.test(
      sentence,
    ) &&
    (consent.test(sentence) || consentFirst.test(sentence))
      ? { consent: { to: 'trial' } }
      : undefined,
};

const pregnant = String.raw`(?:are |is |be |currently )?pregnan(?:t|cy)`;
const feeding = String.raw`(?:are |is )?(?:currently )?(?:breast[ -]?feeding|lactating|nursing|lactation|in (?:the period of )?lactation)`;
const women = String.raw`(?:(?:women|woman|females?|mothers?|patients?|subjects?|participants?) ?)*`;
const known = '(?:known to be |confirmed (?:to be )?)?';
const pregnantOrFeeding = whole(
  String.raw`${women}(?:who |that |which )?(?:are |is )?${known}${pregnant}(?: ${women})?,? ?(?:or|and|and/or|/|,) ?${women}(?:who |that )?${feeding}(?: ${women})?`,
);
const feedingOrPregnant = whole(
  String.raw`${women}(?:who |that )?${known}${feeding}(?: ${women})? ?(?:or|and|and/or|/) ?${pregnant}(?: ${women})?`,
);
const pregnantOnly = whole(String.raw`${women}(?:who |that )?${known}${pregnant}(?: ${women})?`);
const feedingOnly = whole(String.raw`${women}(?:who |that )?${known}${feeding}(?: ${women})?`);

export const pregnancyRule: Rule = {
  name: 'pregnancy and breast-feeding',
  lists: ['exclusion'],
  read(sentence) {
    const text = sentence.replace(new RegExp(`${atEntry}$`, 'u'), '');
    if (pregnantOrFeeding.test(text) || feedingOrPregnant.test(text))
      return { pregnancy: { states: ['pregnant', 'breastfeeding'] } };
    if (pregnantOnly.test(text)) return { pregnancy: { states: ['pregnant'] } };
    return feedingOnly.test(text) ? { pregnancy: { states: ['breastfeeding'] } } : undefined;
  },
};

const notPregnant = whole(
  String.raw`${women}(?:who |must |are |is |be |should |and )*(?:not (?:be )?|non-?)(?:pregnant)(?:,? (?:or|and|and not|and non-?|nor) ?(?:be )?-?(?:breast-?feeding|lactating|nursing))?`,
);
export const notPregnantRule: Rule = {
  name: 'not pregnant',
  lists: ['inclusion'],
  read: (sentence) =>
    notPregnant.test(sentence)
      ? {
          not: {
            pregnancy: {
              states: /feeding|lactating|nursing/u.test(sentence)
                ? ['pregnant', 'breastfeeding']
                : ['pregnant'],
            },
          },
        }
      : undefined,
};

const fertile = String.raw`(?:of (?:reproductive|child-?bearing) (?:potential|age)|with (?:reproductive|child-?bearing) potential)(?: \(wocbp\))?`;
const people = '(?:patients?|subjects?|participants?)';
const everybody = String.raw`(?:all )?(?:(?:female and male|male and female|males? and females?|men and women|women(?: ${fertile})? and men) ?)(?:${people} ?)?${fertile}?(?: and men)?`;
const womenAlone = String.raw`(?:all )?(?:(?:women|females?(?: ${people})?) ${fertile})`;
const menAlone = String.raw`(?:all )?(?:male (?:${people}|participants)|men)`;
const agreeTo = String.raw` (?:must|should|need to|are required to|have to)? ?(?:agree to |be willing to |be willing and able to )?(?:use|take|practi[sc]e|employ|adopt)`;
const method = String.raw` (?:an? |the )?(?:(?:highly|medically) )?(?:adequate|effective|acceptable|accepted|appropriate|reliable|approved)? ?(?:and effective )?(?:form|method|methods|means)? ?(?:of )?(?:contraception|contraceptives?|birth control)(?: (?:measures?|methods?))?(?:,? as determined by the investigator,?)?`;
const duration = String.raw`(?: (?:during|and|for|until|at|least|>=|a|period|of|up|to|through|throughout|from|the|entire|whole|course|study|trial|treatment|therapy|after|following|end|last|final|dose|administration|drug|medication|within|duration|screening|\d+|days?|weeks?|months?|year|first|start|starting|with|while|on|in|prior|entry|participation|signing|informed|consent),?)*`;
const all = whole(`${everybody}${agreeTo}${method}${duration}`);
const women1 = whole(`${womenAlone}${agreeTo}${method}${duration}`);
const men1 = whole(`${menAlone}${agreeTo}${method}${duration}`);

/** Agreement; how long and by which of the adequate methods is told to the patient from the text. */
export const contraceptionRule: Rule = {
  name: 'contraception',
  lists: ['inclusion'],
  read(sentence) {
    if (all.test(sentence)) return { contraception: 'agreed' };
    if (women1.test(sentence)) return { any: [{ sex: 'male' }, { contraception: 'agreed' }] };
    return men1.test(sentence) ? { any: [{ sex: 'female' }, { contraception: 'agreed' }] } : undefined;
  },
};

export const participationRules: readonly Rule[] = [
  consentRule,
  pregnancyRule,
  notPregnantRule,
  contraceptionRule,
];
