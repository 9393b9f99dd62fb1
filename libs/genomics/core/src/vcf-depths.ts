export interface Depths {
  /** 0 to 1. */
  readonly vaf?: number;
  readonly depth?: number;
}

/** A sample's FORMAT fields of one record, as text. */
export type SampleFields = Readonly<Record<string, string | undefined>>;

const whole = (text: string | undefined): number | undefined => {
  const number = Number(text);
  return text === undefined || text === '' || text === '.' || !Number.isFinite(number) || number < 0
    ? undefined
    : number;
};
const list = (text: string | undefined): readonly (number | undefined)[] =>
  (text ?? '').split(',').map(whole);

const fraction = (part: number | undefined, total: number | undefined): Depths => {
  if (part === undefined || total === undefined) return total === undefined ? {} : { depth: total };
  return total > 0 && part <= total ? { depth: total, vaf: part / total } : { depth: total };
};

/**
 * Allele fraction and depth of one allele, in the ways callers write them. A fraction that was counted from reads
 * comes before one the caller estimated. `allele` is 1-based among the alternates.
 */
export function depthsOf(
  fields: SampleFields,
  record: { reference: string; alternate: string; allele: number },
): Depths {
  return (
    strelka(fields, record) ??
    varscan(fields) ??
    alleleDepths(fields['AD'], fields['DP'], record.allele) ??
    alleleDepths(fields['ADT'], fields['DPT'], record.allele) ??
    delly(fields) ??
    strands(fields) ??
    estimated(fields, record.allele) ??
    fraction(undefined, whole(fields['DP']))
  );
}

/** GATK, Mutect and others: reads per allele, reference first; the total is their sum, or DP where one is missing. */
function alleleDepths(
  reads: string | undefined,
  depth: string | undefined,
  allele: number,
): Depths | undefined {
  if (reads?.includes(',') !== true) return undefined;
  const counts = list(reads);
  const part = counts[allele];
  if (part === undefined) return undefined;
  const complete = counts.every((count) => count !== undefined);
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  return fraction(part, complete ? sum : whole(depth));
}

/** VarScan: RD and AD are single numbers, FREQ is a per cent. */
function varscan(fields: SampleFields): Depths | undefined {
  if (fields['RD'] === undefined || fields['AD']?.includes(',') === true) return undefined;
  const [reference, alternate] = [whole(fields['RD']), whole(fields['AD'])];
  return reference === undefined || alternate === undefined
    ? undefined
    : fraction(alternate, reference + alternate);
}

/** Strelka: tier-1 counts per base (AU, CU, GU, TU), or TAR and TIR for indels. */
function strelka(fields: SampleFields, record: { reference: string; alternate: string }): Depths | undefined {
  const tier = (name: string): number | undefined =>
    fields[name] === undefined ? undefined : list(fields[name])[0];
  const indel = tier('TIR');
  if (indel !== undefined) return fraction(indel, indel + (tier('TAR') ?? 0));
  const [reference, alternate] = [tier(`${record.reference}U`), tier(`${record.alternate}U`)];
  return reference === undefined || alternate === undefined
    ? undefined
    : fraction(alternate, reference + alternate);
}

/** Delly: read pairs and split reads that support the reference or the variant. */
function delly(fields: SampleFields): Depths | undefined {
  const [pairs, junctions] = [whole(fields['DV']), whole(fields['RV'])];
  if (pairs === undefined || junctions === undefined) return undefined;
  const [against, against2] = [whole(fields['DR']) ?? 0, whole(fields['RR']) ?? 0];
  return junctions + against2 > 0
    ? fraction(junctions, junctions + against2)
    : fraction(pairs, pairs + against);
}

/** Reference forward, reverse, alternate forward, reverse. */
function strands(fields: SampleFields): Depths | undefined {
  const [a, b, c, d] = list(fields['DP4']);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return fraction(c + d, a + b + c + d);
}

function estimated(fields: SampleFields, allele: number): Depths | undefined {
  const text = fields['AF'] ?? fields['FA'] ?? fields['VAF'] ?? fields['FREQ'];
  const one = text?.split(',')[allele - 1];
  const value = one?.endsWith('%') === true ? (whole(one.slice(0, -1)) ?? NaN) / 100 : (whole(one) ?? NaN);
  const depth = whole(fields['DP']);
  if (!(value >= 0 && value <= 1)) return undefined;
  return { vaf: value, ...(depth === undefined ? {} : { depth }) };
}
