/** Names that are no drug. */
const noDrug =
  /^(?:placebo|chemotherapy|immunotherapy|radiotherapy|standard (?:of care|adjuvant endocrine therapy|therapy)|best supportive care|.*\b(?:blood samples?|test|procedure)\b.*)$/u;
const dose =
  /\s*\(?\d+(?:\.\d+)?\s*(?:mg|g|mcg|µg|μg|ug|iu|u|ml)(?:\s*\/\s*(?:m2|m\^2|m²|kg|day|d|ml))?\)?(?:\s*(?:qd|bid|po|iv|daily))*\.?$/u;
const form = /\s+(?:tablets?|capsules?|injections?|for injection|infusion|oral)$/u;

/**
 * Drugs in the name of an intervention, in lower case: `SHR-1826；Adebrelimab` names two. Doses and dosage forms are taken
 * off, remarks in brackets too; placebo and what is no drug are left out.
 */
export function drugsOf(name: string): readonly string[] {
  const found: string[] = [];
  for (const part of name
    .normalize('NFKC')
    .split(/[;,、+]|(?:^|\s)(?:and|or|plus|combined with|in combination with)\s/u)) {
    let drug = part
      .toLowerCase()
      .replace(/\([^()]*\)/gu, ' ')
      .replace(/^oral\s+/u, '')
      .replace(/\s+/gu, ' ')
      .trim();
    for (const ending of [dose, form, dose]) drug = drug.replace(ending, '').trim();
    if (drug !== '' && !noDrug.test(drug)) found.push(drug);
  }
  return found;
}
