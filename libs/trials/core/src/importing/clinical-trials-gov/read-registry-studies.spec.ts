import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRegistryStudies } from './read-registry-studies.js';

const study = (nctId: string, criteria?: string): object => ({
  protocolSection: {
    identificationModule: { nctId, briefTitle: `Title of ${nctId}`, acronym: 'ACR' },
    statusModule: {
      overallStatus: 'ACTIVE_NOT_RECRUITING',
      statusVerifiedDate: '2025-11',
      lastUpdatePostDateStruct: { date: '2025-11-25', type: 'ESTIMATED' },
    },
    sponsorCollaboratorsModule: { leadSponsor: { name: 'A hospital' } },
    conditionsModule: { conditions: ['NSCLC'] },
    designModule: { studyType: 'INTERVENTIONAL', phases: ['PHASE1', 'PHASE2'] },
    armsInterventionsModule: {
      armGroups: [{ label: 'A', type: 'EXPERIMENTAL', interventionNames: ['Drug: Osimertinib'] }],
      interventions: [{ type: 'DRUG', name: 'Osimertinib', armGroupLabels: ['A'] }],
    },
    eligibilityModule: {
      ...(criteria === undefined ? {} : { eligibilityCriteria: criteria }),
      sex: 'FEMALE',
      minimumAge: '18 Years',
    },
    contactsLocationsModule: {
      locations: [{ facility: 'Clinic', status: 'RECRUITING', city: 'Ulm', country: 'Germany' }],
    },
  },
});
const text = '  Inclusion Criteria:\n\n* Age \\> 18 & ≥ 2 &lt; 3\n';

const expected = {
  nctId: 'NCT00000001',
  briefTitle: 'Title of NCT00000001',
  acronym: 'ACR',
  studyType: 'INTERVENTIONAL',
  phases: ['PHASE1', 'PHASE2'],
  overallStatus: 'ACTIVE_NOT_RECRUITING',
  lastUpdatePosted: '2025-11-25',
  statusVerified: '2025-11',
  sponsor: 'A hospital',
  conditions: ['NSCLC'],
  arms: [{ label: 'A', type: 'EXPERIMENTAL', interventionNames: ['Drug: Osimertinib'] }],
  interventions: [{ name: 'Osimertinib', type: 'DRUG', armLabels: ['A'] }],
  sites: [{ facility: 'Clinic', city: 'Ulm', country: 'Germany', status: 'RECRUITING' }],
  eligibility: { criteria: text, minimumAge: '18 Years', sex: 'FEMALE' },
};

const xml = (criteria: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<clinical_study>
  <!-- a remark -->
  <id_info><org_study_id>X</org_study_id><nct_id>NCT00000001</nct_id></id_info>
  <brief_title>Title of NCT00000001</brief_title>
  <acronym>ACR</acronym>
  <sponsors><lead_sponsor><agency>A hospital</agency></lead_sponsor></sponsors>
  <overall_status>Active, not recruiting</overall_status>
  <phase>Phase 1/Phase 2</phase>
  <study_type>Interventional</study_type>
  <condition>NSCLC</condition>
  <arm_group><arm_group_label>A</arm_group_label><arm_group_type>Experimental</arm_group_type></arm_group>
  <intervention><intervention_type>Drug</intervention_type><intervention_name>Osimertinib</intervention_name>
    <arm_group_label>A</arm_group_label></intervention>
  <eligibility>${criteria}<gender>Female</gender>
    <minimum_age>18 Years</minimum_age><maximum_age>N/A</maximum_age></eligibility>
  <location><facility><name>Clinic</name><address><city>Ulm</city><country>Germany</country></address></facility>
    <status>Recruiting</status></location>
  <verification_date>November 2025</verification_date>
  <last_update_posted type="Actual">November 25, 2025</last_update_posted>
</clinical_study>`;
const escaped = text.replaceAll('&', '&amp;').replaceAll('>', '&gt;').replaceAll('\n', '&#xD;\n');
const textblock = `<criteria><textblock>${escaped}</textblock></criteria>`;

describe(readRegistryStudies.name, () => {
  it('reads a study of the API with every part that is used, its criteria to the byte', () => {
    const read = readRegistryStudies(JSON.stringify(study('NCT00000001', text)));
    expect(read).toEqual({ ok: true, value: { studies: [expected], refused: [] } });
  });

  it('reads the older XML to the same study', () => {
    const read = readRegistryStudies(xml(textblock));
    const withReturns = { ...expected, arms: [{ label: 'A', type: 'EXPERIMENTAL', interventionNames: [] }] };
    const criteria = text.replaceAll('\n', '\r\n');
    expect(read).toEqual({
      ok: true,
      value: {
        studies: [{ ...withReturns, eligibility: { ...expected.eligibility, criteria } }],
        refused: [],
      },
    });
  });

  it.each([
    ['a list', (one: object) => [one]],
    ['a page of search results', (one: object) => ({ studies: [one], totalCount: 1, nextPageToken: 'x' })],
    ['an answer in other objects', (one: object) => ({ result: { data: { study: one } }, status: 200 })],
  ])('finds it in %s', (_, wrap) => {
    const read = readRegistryStudies(JSON.stringify(wrap(study('NCT00000001', text))));
    expect(read).toMatchObject({ ok: true, value: { studies: [{ nctId: 'NCT00000001' }] } });
  });

  it('refuses a study without criteria with its place and what to do', () => {
    const read = readRegistryStudies(JSON.stringify(study('NCT00000002')));
    expect(read).toMatchObject({
      ok: false,
      error: [
        {
          code: 'TRIALS.NO_CRITERIA',
          place: '/protocolSection/eligibilityModule/eligibilityCriteria',
          message: expect.stringContaining('NCT00000002'),
          remedy: expect.stringContaining('EligibilityCriteria'),
        },
      ],
    });
    expect(readRegistryStudies(xml(''))).toMatchObject({
      ok: false,
      error: [{ code: 'TRIALS.NO_CRITERIA', place: '/clinical_study/eligibility/criteria/textblock' }],
    });
  });

  it('takes the others of a list where one is refused', () => {
    const studies = [
      study('NCT00000001', text),
      study('NCT00000002'),
      study('wrong', text),
      study('NCT00000004', text),
    ];
    const read = readRegistryStudies(JSON.stringify({ studies }));
    expect(read).toMatchObject({
      ok: true,
      value: {
        studies: [{ nctId: 'NCT00000001' }, { nctId: 'NCT00000004' }],
        refused: [
          { place: '/studies/1/protocolSection/eligibilityModule/eligibilityCriteria' },
          {
            code: 'TRIALS.NO_REGISTRY_NUMBER',
            place: '/studies/2/protocolSection/identificationModule/nctId',
          },
        ],
      },
    });
  });

  it.each([
    ['', 'TRIALS.NO_REGISTRY_DOCUMENT'],
    ['NCT00000001', 'TRIALS.NO_REGISTRY_DOCUMENT'],
    ['{"studies":[', 'TRIALS.NO_REGISTRY_DOCUMENT'],
    ['<clinical_study><id_info>', 'TRIALS.NO_REGISTRY_DOCUMENT'],
    ['<clinical_study><id_info></clinical_study></id_info>', 'TRIALS.NO_REGISTRY_DOCUMENT'],
    [xml(textblock).slice(0, -200), 'TRIALS.NO_REGISTRY_DOCUMENT'],
    ['<html></html>', 'TRIALS.NO_REGISTRY_DOCUMENT'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><clinical_study>&a;</clinical_study>', 'TRIALS.NO_REGISTRY_DOCUMENT'],
    ['{"studies":[],"totalCount":0}', 'TRIALS.NO_STUDIES'],
    ['null', 'TRIALS.NO_STUDIES'],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'TRIALS.NO_STUDIES'],
  ])('refuses «%.40s» with %s', (document, code) => {
    expect(readRegistryStudies(document)).toMatchObject({ ok: false, error: [{ code }] });
  });

  it('never throws, whatever a member is', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('eligibilityModule', 'designModule', 'statusModule'),
        (value, name) => {
          const document = {
            protocolSection: { identificationModule: { nctId: 'NCT00000001' }, [name]: value },
          };
          expect(readRegistryStudies(JSON.stringify(document)).ok).toBe(false);
          const odd = { eligibilityCriteria: 'x', minimumAge: value, sex: value };
          const read = readRegistryStudies(
            JSON.stringify({
              protocolSection: {
                ...document.protocolSection,
                eligibilityModule: odd,
                armsInterventionsModule: value,
                contactsLocationsModule: { locations: [value] },
              },
            }),
          );
          expect(read.ok).toBe(true);
        },
      ),
    );
  });
});
