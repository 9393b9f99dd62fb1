import { fails, holds, open, type AnsweredCode, type CodeAnswer, type Examined } from './code-answer.js';

/**
 * The three codes of cancer hotspots (Horak 2022: at least 50 samples at the residue, at least 10 with the change). The
 * release's counts are lower bounds: the code they reach holds, a stronger one is left open and never denied.
 */
export function hotspotCodes({ gene, effect, change, normal }: Examined): readonly AnsweredCode[] {
  const all = (answer: CodeAnswer): readonly AnsweredCode[] => [
    ['hotspot_strong', answer],
    ['hotspot_moderate', answer],
    ['hotspot_weak', answer],
  ];
  if (!effect.known) return all(open(effect.reason));
  if (change?.kind !== 'substitution' || normal === undefined) {
    if (!countable.includes(effect.consequence)) {
      return all(fails('Hotspots of truncating, silent and other changes are not counted: a curator may.'));
    }
    return all(open('The release counts hotspots of single residues only.'));
  }
  const residue = `${change.from}${String(change.position)}`;
  const recurrence = gene.recurrence?.find((one) => one.residue === residue);
  if (recurrence === undefined) return all(open(`${residue} was not counted as a hotspot.`));
  const same = Object.hasOwn(recurrence.changes, normal) ? (recurrence.changes[normal] ?? 0) : 0;
  const reason = `At least ${String(recurrence.samples)} tumours at ${residue}, ${String(same)} with ${normal}.`;
  if (same === 0) return all(open(`${reason} The counts are lower bounds.`));
  return byCounts(recurrence.samples, same, reason);
}

const countable: readonly string[] = ['missense', 'inframe-deletion', 'inframe-insertion'];

function byCounts(samples: number, same: number, reason: string): readonly AnsweredCode[] {
  const more = open(`${reason} The counts are lower bounds: more are needed.`);
  if (same < 10) {
    return [
      ['hotspot_strong', more],
      ['hotspot_moderate', more],
      ['hotspot_weak', holds(reason)],
    ];
  }
  const strong = samples >= 50;
  return [
    ['hotspot_strong', strong ? holds(reason) : more],
    ['hotspot_moderate', strong ? fails(reason) : holds(reason)],
    ['hotspot_weak', fails(reason)],
  ];
}
