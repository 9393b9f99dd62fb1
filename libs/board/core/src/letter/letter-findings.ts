import type { MolecularProfile } from '@consilium/clinical';
import { bounded, letterLimits } from './bounded.js';
import type { LetterFinding, LetterReport } from './letter.js';
import { optionGroups, type LetterSource, type SeenResult } from './letter-source.js';
import {
  nameCopyNumber,
  nameObservation,
  nameSignature,
  nameSmallVariant,
  nameStructuralVariant,
  nameTherapy,
} from './name-finding.js';

/** The result that speaks of the version of a report that stood; undefined: there was none, or it was withdrawn. */
export const resultOf = (
  { results }: LetterSource,
  { id, version, status }: MolecularProfile,
): SeenResult | undefined =>
  status === 'cancelled'
    ? undefined
    : results.find((one) => one.profileId === id && one.profileVersion === version);

type Named = Omit<LetterFinding, 'presented' | 'bearsOn'>;

/** The reports with their findings: those put before the board first, then those a therapy rests on. */
export function composeReports(source: LetterSource): readonly LetterReport[] {
  return source.profiles.map((profile) => {
    const { assay, specimen, pharmacogenes } = profile;
    const result = resultOf(source, profile);
    return {
      reportId: profile.reportId,
      version: profile.version,
      status: profile.status,
      laboratory: profile.laboratory,
      issuedOn: profile.issuedAt.slice(0, 10),
      specimen: {
        site: specimen.site,
        type: specimen.type,
        ...(specimen.tumourFraction === undefined ? {} : { tumourFraction: specimen.tumourFraction }),
        ...(specimen.collectedOn === undefined ? {} : { collectedOn: specimen.collectedOn }),
      },
      assay: {
        name: assay.name,
        ...(assay.version === undefined ? {} : { version: assay.version }),
        kind: assay.kind,
        pairing: assay.pairing,
        ...(assay.genes === 'all' ? {} : { genes: assay.genes.length }),
        alterations: assay.alterations,
      },
      interpreted: result !== undefined,
      germlineConsent: profile.germlineConsent ?? 'not-stated',
      findings: bounded(sortedFindings(source, profile, result), letterLimits.findings),
      pharmacogenes:
        pharmacogenes === undefined || profile.status === 'cancelled'
          ? []
          : pharmacogenes.reported.map(({ gene, state, diplotype }) => ({
              gene,
              state,
              ...(diplotype === undefined ? {} : { diplotype }),
              source: pharmacogenes.source,
            })),
      remarks: bounded(profile.remarks, letterLimits.remarks),
    };
  });
}

/** What somebody put before the board under a name that no report knows. */
export function otherFindings(source: LetterSource): readonly string[] {
  const known = new Set(
    source.profiles.flatMap((profile) => [
      ...namedFindings(profile).map(({ name }) => name),
      ...placesIn(source, profile),
    ]),
  );
  return (source.proposal?.findings ?? []).filter((finding) => !known.has(finding));
}

function sortedFindings(
  source: LetterSource,
  profile: MolecularProfile,
  result: SeenResult | undefined,
): readonly LetterFinding[] {
  // What a laboratory has withdrawn speaks for nothing.
  if (profile.status === 'cancelled') return [];
  const presented = new Set(source.proposal?.findings ?? []);
  const places = placesOf(source, profile);
  const bearing = therapiesByFact(result);
  const found = namedFindings(profile).map((finding, index) => ({
    ...finding,
    presented: presented.has(finding.name) || presented.has(places(index, finding)),
    bearsOn: bearing(finding.name),
  }));
  // Who does not wish to learn of inherited findings is told of none that no therapy rests on.
  const told =
    profile.germlineConsent === 'refused'
      ? found.filter(({ origin, bearsOn }) => origin !== 'germline' || bearsOn.length > 0)
      : found;
  const rank = (one: LetterFinding): number => (one.presented ? 0 : one.bearsOn.length > 0 ? 1 : 2);
  return told.toSorted((a, b) => rank(a) - rank(b));
}

function namedFindings(profile: MolecularProfile): readonly Named[] {
  return [
    ...profile.smallVariants.map((one): Named => ({
      name: nameSmallVariant(one),
      kind: 'small-variant',
      details: stated(one.proteinChange === undefined ? undefined : one.codingChange, one.consequence),
      origin: one.origin,
      ...(one.vaf === undefined ? {} : { vaf: one.vaf }),
    })),
    ...profile.structuralVariants.map((one): Named => ({
      name: nameStructuralVariant(one),
      kind: 'structural-variant',
      details: stated(one.inFrame === undefined ? undefined : one.inFrame ? 'in frame' : 'out of frame'),
      origin: one.origin,
    })),
    ...profile.copyNumberAlterations.map((one): Named => ({
      name: nameCopyNumber(one),
      kind: 'copy-number',
      details: stated(one.copies === undefined ? undefined : `${String(one.copies)} copies`),
      origin: one.origin,
    })),
    ...(profile.observations ?? []).map((one): Named => ({
      name: nameObservation(one),
      kind: 'observation',
      details: stated(one.method),
    })),
    ...(profile.signatures ?? []).map((one): Named => ({
      name: nameSignature(one),
      kind: 'signature',
      details: stated(one.share === undefined ? undefined : `${String(Math.round(one.share * 100))} %`),
    })),
  ];
}

const stated = (...details: readonly (string | undefined)[]): readonly string[] =>
  details.filter((detail) => detail !== undefined);

/** Findings are also named by their place in the report (`smallVariants:0`): that says which one only of a single report. */
function placesOf({ profiles }: LetterSource, { smallVariants }: MolecularProfile) {
  const isOnly = profiles.filter(({ status }) => status !== 'cancelled').length === 1;
  return (index: number, { kind }: Named): string =>
    isOnly && kind === 'small-variant' && index < smallVariants.length
      ? `smallVariants:${String(index)}`
      : '';
}

const placesIn = (source: LetterSource, profile: MolecularProfile): readonly string[] => {
  const place = placesOf(source, profile);
  return profile.status === 'cancelled'
    ? []
    : profile.smallVariants.map((_, index) => place(index, { name: '', kind: 'small-variant', details: [] }));
};

/** Which therapies of a result name a finding among their facts: `EGFR T790M (missense, exon 20)`. */
function therapiesByFact(result: SeenResult | undefined): (name: string) => LetterFinding['bearsOn'] {
  const byName = new Map<string, Map<string, LetterFinding['bearsOn'][number]>>();
  for (const group of optionGroups)
    for (const option of result?.interpretation[group] ?? []) {
      const one = { group, therapy: nameTherapy(option) };
      for (const name of option.facts.flatMap(namesIn)) {
        const known = byName.get(name) ?? new Map<string, typeof one>();
        byName.set(name, known.set(JSON.stringify(one), one));
      }
    }
  return (name) => [...(byName.get(name)?.values() ?? [])].slice(0, letterLimits.facts);
}

/** A fact, and what of it stands before each of its brackets. */
const namesIn = (fact: string): readonly string[] => [
  fact,
  ...[...fact.matchAll(/ \(/g)].map(({ index }) => fact.slice(0, index)),
];
