/** What the workbench asks for when a case is opened, and for its list. */
export const casePage = `query CasePage($id: ID!) {
  case(id: $id) {
    id patient hospital revision openedAt updatedAt diagnosis { code name }
    profiles {
      id reportId version status issuedAt laboratory specimen { id site } assay { name kind }
      smallVariantCount smallVariants { gene proteinChange consequence vaf origin }
      copyNumberAlterations { gene state copies } biomarkers { kind state value unit }
    }
    interpretations { profileId state }
    therapyOptions {
      drugs group direction level tumourTypeFit rank withheldBecause
      explanation { facts sentences wouldSettle release evidence { id statement level citations } }
    }
    work { state version urgent plan meeting completeness tasks { id title owner isDone } issues { severity path message owner } }
    recommendation { items { id kind priority drugs rationale gate } signed { version by at contentHash } }
    journal { version step by role at reason }
  }
}`;

export const caseList = `query CaseList($after: String) {
  cases(first: 50, after: $after) {
    edges { node { id patient updatedAt diagnosis { code name } work { state version urgent completeness issues { severity } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const emptyQuery = '{ empty }';
