import { describe, expect, it } from '@jest/globals';
import { readGroupHeader } from './group-headers.js';

describe(readGroupHeader.name, () => {
  it.each([
    'Have adequate organ function, as determined by:',
    'Patients must have adequate organ and marrow function as defined below:',
    'Adequate bone marrow function as evidenced by meeting all the following requirements:',
    'Adequate haematological function:',
    'Bone marrow function:',
    'Major organ function has to meet the following criteria:',
    'Bone marrow reserve or organ function needs to meet the following laboratory value criteria:',
    'Adequate function of marrow and major organs meets the following requirements：',
    'Patient has adequate organ function, as indicated by the following laboratory values',
    'Patients are eligible to be included in the study only if they meet all of the following criteria:',
  ])('takes each entry under «%s» as required', (header) => {
    expect(readGroupHeader(header, 'inclusion')).toBe('each-required');
  });

  it.each([
    'Any of the following cardiac criteria:',
    'Presence of any of the following disease conditions.',
    'Patients will be excluded from the study if they meet any of the following criteria:',
    'Meet any of the following standards:',
    'Any subject who shows any of the following criteria should be excluded from this clinical study:',
  ])('takes each entry under «%s» as an exclusion', (header) => {
    expect(readGroupHeader(header, 'exclusion')).toBe('each-excluded');
  });

  it.each([
    'At least one of the following:',
    'Patients must meet one of the following criteria:',
    'Any of the following:',
  ])('takes one entry under «%s» as enough', (header) => {
    expect(readGroupHeader(header, 'inclusion')).toBe('one-required');
  });

  it.each([
    ['Adequate organ function as demonstrated by any of the following laboratory values:', 'inclusion'],
    ['The main organ functions meet the following criteria within 7 days before treatment:', 'inclusion'],
    ['Patients with liver metastases must meet all of the following criteria:', 'inclusion'],
    ['For patients without adequate organ function:', 'inclusion'],
    ['Inadequate organ function as defined by:', 'inclusion'],
    ['Female patients who:', 'inclusion'],
    ['Adequate organ function, unless one of the following:', 'inclusion'],
    ['Not eligible are all of the following:', 'inclusion'],
    ['Adequate organ function as defined by:', 'exclusion'],
    ['All of the following:', 'exclusion'],
    ['Received any of the following within 4 weeks:', 'exclusion'],
    ['History of another primary malignancy except for any of the following:', 'exclusion'],
    ['Treatment with any of the following:', 'exclusion'],
  ] as const)('knows no meaning of «%s» (%s)', (header, list) => {
    expect(readGroupHeader(header, list)).toBeUndefined();
  });
});
