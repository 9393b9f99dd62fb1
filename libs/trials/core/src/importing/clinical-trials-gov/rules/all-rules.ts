import { conditionRules } from './condition-rules.js';
import { diseaseRules } from './disease-rules.js';
import { laboratoryRule, qtcfBySexRule } from './laboratory-rules.js';
import { molecularRules } from './molecular-rules.js';
import { participationRules } from './participation-rules.js';
import { ageRule, ecogRule, karnofskyRule, lifeExpectancyRule } from './person-rules.js';
import type { Rule } from './rule.js';
import { priorTherapyRule } from './therapy-rules.js';

/** Every form of sentence that is structured. Two rules never disagree: each takes whole sentences of its own subject. */
export const allRules: readonly Rule[] = [
  ageRule,
  ecogRule,
  karnofskyRule,
  lifeExpectancyRule,
  ...participationRules,
  laboratoryRule,
  qtcfBySexRule,
  ...diseaseRules,
  ...conditionRules,
  priorTherapyRule,
  ...molecularRules,
];
