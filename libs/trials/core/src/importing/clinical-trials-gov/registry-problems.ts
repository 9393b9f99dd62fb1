import type { Problem } from '@consilium/kernel';

export const notAStudyDocument = (message: string): Problem => ({
  code: 'TRIALS.NO_REGISTRY_DOCUMENT',
  place: '',
  message,
  remedy:
    'Give a study of ClinicalTrials.gov as API v2 JSON (an object with «protocolSection», or a list of them) or as legacy XML (<clinical_study>).',
});

export const noStudies: Problem = {
  code: 'TRIALS.NO_STUDIES',
  place: '',
  message: 'The document holds no study.',
  remedy:
    'Each study is an object with «protocolSection»; a page of search results lists them under «studies».',
};

export const noNumber = (place: string): Problem => ({
  code: 'TRIALS.NO_REGISTRY_NUMBER',
  place,
  message: 'The study has no registry number.',
  remedy: 'A number of ClinicalTrials.gov reads NCT and eight digits (NCT02465060).',
});

export const noCriteria = (place: string, nctId: string): Problem => ({
  code: 'TRIALS.NO_CRITERIA',
  place,
  message: `${nctId} comes without eligibility criteria, so nobody could be said to fit.`,
  remedy:
    'Fetch the whole study, or add the field «EligibilityCriteria» (protocolSection.eligibilityModule) to the fields asked for.',
});
