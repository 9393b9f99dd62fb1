import type { Variant } from '@gmod/vcf';
import {
  chromosomeLength,
  normaliseChromosome,
  type GermlineGenotype,
  type RemovedVariant,
  type SmallVariant,
  type StructuralVariant,
} from '@consilium/clinical';
import { mostRemovedKept, type FileFindings, type ReadOptions } from './file-findings.js';
import { GeneNames } from './gene-names.js';
import { refuse } from './genomics.errors.js';
import { isInPharmacogene } from './pharmacogene-regions.js';
import type { Line } from './read-lines.js';
import { annotationReader, chooseAnnotation, type AnnotationReader } from './vcf-annotation.js';
import { depthsOf, type Depths, type SampleFields } from './vcf-depths.js';
import { isWithoutVariant, readGenotype } from './vcf-genotype.js';
import type { VcfHeader } from './vcf-header.js';
import { readStructural } from './vcf-structural.js';

const bases = /^[ACGTN]+$/i;

/** Takes records line by line, and holds what came of them. */
export class VcfRecords {
  private readonly smallVariants: SmallVariant[] = [];
  private readonly structuralVariants: StructuralVariant[] = [];
  private readonly removedBy = new Map<string, number>();
  private readonly names: GeneNames;
  private readonly annotation: { field: string; read: AnnotationReader } | undefined;
  private readonly removed: RemovedVariant[] = [];
  private readonly genotypes: GermlineGenotype[] = [];
  private records = 0;
  private passed = 0;
  private unannotated = 0;
  private elsewhere = 0;

  constructor(
    private readonly header: VcfHeader,
    private readonly options: ReadOptions,
  ) {
    this.names = new GeneNames(options.genes);
    this.annotation = annotationReader((field) => {
      const meta = header.parser.getMetadata('INFO', field, 'Description');
      return typeof meta === 'string' ? meta : undefined;
    });
  }

  get variants(): number {
    return this.smallVariants.length + this.structuralVariants.length;
  }

  add(line: Line): void {
    const place = `${this.options.file}, line ${String(line.number)}`;
    const columns = line.text.split('\t');
    // A caller may leave out trailing samples of a record without genotypes, but never one of the eight fixed columns.
    if (
      columns.length < Math.min(this.header.columns, 8) ||
      (!line.ended && columns.length < this.header.columns)
    ) {
      refuse(
        'GENOMICS.CUT_SHORT',
        place,
        `the record has ${String(columns.length)} columns, the header ${String(this.header.columns)}.`,
        'The file was cut short: send it again, whole.',
      );
    }
    this.records += 1;
    const filter = columns[6] ?? '.';
    if (filter !== 'PASS' && filter !== '.' && filter !== '') {
      const names = filter.split(';');
      for (const name of names) this.removedBy.set(name, (this.removedBy.get(name) ?? 0) + 1);
      if (this.removed.length < mostRemovedKept) this.keepRemoved(columns, names);
      return;
    }
    this.passed += 1;
    const position = columns[1] === '' ? NaN : Number(columns[1]);
    const chromosome = this.checkPlace(columns[0] ?? '', position, place);
    if (chromosome === undefined) {
      this.elsewhere += 1;
      return;
    }
    const record = this.parse(line, place);
    // A germline file lists what it looked at: a record without another allele is no variant.
    if (this.options.origin === 'germline' && this.keepGenotype(record, chromosome, position)) return;
    this.take(record, { chromosome, position, place });
  }

  findings(): FileFindings {
    const { file } = this.options;
    const remarks = [...this.names.remarks(file)];
    if (this.elsewhere > 0)
      remarks.push(
        `${file}: ${String(this.elsewhere)} records lie on scaffolds or decoys and were left out.`,
      );
    if (this.unannotated > 0) {
      remarks.push(
        `${file}: ${String(this.unannotated)} of ${String(this.passed)} records that passed name no gene and cannot be interpreted; send the file annotated by VEP, SnpEff or bcftools csq.`,
      );
    }
    return {
      removedVariants: this.removed,
      ...(this.genotypes.length === 0 ? {} : { genotypes: this.genotypes }),
      smallVariants: this.smallVariants,
      structuralVariants: this.structuralVariants,
      recordCount: {
        file,
        records: this.records,
        passed: this.passed,
        removedBy: Object.fromEntries([...this.removedBy].sort()),
        unannotated: this.unannotated,
      },
      remarks,
    };
  }

  /** A position without a variant is kept too: reference and not covered are not the same. True where it has none. */
  private keepGenotype(record: Variant, chromosome: string, position: number): boolean {
    const called = this.tumourFields(record)?.['GT'];
    const genotype = readGenotype(called);
    const without = isWithoutVariant(genotype) || (record.ALT ?? []).length === 0;
    if (genotype === undefined || !isInPharmacogene(this.options.build, chromosome, position)) return without;
    const alternates = (record.ALT ?? [])
      .filter((text) => bases.test(text))
      .map((text) => text.toUpperCase());
    this.genotypes.push({
      chromosome,
      position,
      reference: (record.REF ?? '').toUpperCase(),
      ...(alternates.length === 0 ? {} : { alternate: alternates.join(',') }),
      genotype,
      ...(called?.includes('|') === true ? { phased: true } : {}),
    });
    return without;
  }

  /** Whatever is wrong with a record that counts for nothing is no reason to refuse the file. */
  private keepRemoved(columns: readonly string[], removedBy: readonly string[]): void {
    const [chromosome = '', position, , reference = '', alternate = '', , , info = ''] = columns;
    const texts =
      this.annotation === undefined
        ? []
        : info
            .split(';')
            .filter((entry) => entry.startsWith(`${this.annotation?.field ?? ''}=`))
            .flatMap((entry) => entry.slice(entry.indexOf('=') + 1).split(','));
    const chosen = chooseAnnotation(this.annotation?.read(texts) ?? [], {
      reference,
      alternate,
      only: !alternate.includes(','),
    });
    const gene = chosen?.symbol === undefined ? undefined : this.names.name(chosen.symbol);
    this.removed.push({
      file: this.options.file,
      removedBy,
      ...(gene === undefined ? {} : { gene: gene.gene }),
      ...(chosen?.proteinChange === undefined ? {} : { proteinChange: chosen.proteinChange }),
      chromosome: normaliseChromosome(chromosome) ?? chromosome,
      position: Number(position),
      reference,
      alternate,
    });
  }

  /** The chromosome in the product's spelling; undefined for a scaffold or decoy. */
  private checkPlace(text: string, position: number, place: string): string | undefined {
    if (!Number.isInteger(position) || position < 0) {
      refuse(
        'GENOMICS.BAD_RECORD',
        `${place}, column POS`,
        'the position is not a whole number.',
        'Positions are 1-based whole numbers.',
      );
    }
    const chromosome = normaliseChromosome(text);
    const length = chromosome === undefined ? undefined : chromosomeLength(this.options.build, chromosome);
    if (length !== undefined && position > length) {
      refuse(
        'GENOMICS.IMPOSSIBLE_COORDINATE',
        `${place}, column POS`,
        `position ${String(position)} lies beyond chromosome ${text} of ${this.options.build}, which ends at ${String(length)}.`,
        'Check the build of the assay.',
      );
    }
    return chromosome;
  }

  private parse(line: Line, place: string): Variant {
    try {
      return this.header.parser.parseLine(line.text);
    } catch (fault) {
      const why = fault instanceof Error ? fault.message.slice(0, 100) : '';
      return refuse(
        'GENOMICS.BAD_RECORD',
        place,
        `the record cannot be read (${why}).`,
        'Send the VCF as its caller wrote it.',
      );
    }
  }

  private take(record: Variant, at: { chromosome: string; position: number; place: string }): void {
    const reference = (record.REF ?? '').toUpperCase();
    if (!bases.test(reference)) {
      refuse(
        'GENOMICS.BAD_RECORD',
        `${at.place}, column REF`,
        'the reference allele is not made of bases.',
        'REF holds A, C, G, T or N.',
      );
    }
    const entries =
      this.annotation === undefined ? [] : this.annotation.read(infoTexts(record, this.annotation.field));
    const alternates = record.ALT ?? [];
    const sample = this.tumourFields(record);
    const dbSnp = (record.ID ?? []).filter((id) => /^rs[1-9]\d*$/.test(id));
    let named = false;
    for (const [index, text] of alternates.entries()) {
      const alternate = text.toUpperCase();
      if (alternate === '*' || alternate === '<NON_REF>' || alternate === '<*>') continue;
      const annotation = chooseAnnotation(entries, {
        reference,
        alternate: text,
        only: alternates.length === 1,
      });
      const gene = annotation?.symbol === undefined ? undefined : this.names.name(annotation.symbol);
      named ||= gene !== undefined;
      const origin = this.options.origin ?? 'somatic';
      if (!bases.test(alternate)) {
        this.structuralVariants.push({
          ...readStructural(record, text, { ...at, build: this.options.build }),
          ...(gene === undefined ? {} : { fivePrimeGene: gene.gene }),
          origin,
        });
        continue;
      }
      const depths =
        sample === undefined
          ? fromInfo(record)
          : depthsOf(sample, { reference, alternate, allele: index + 1 });
      const { symbol: _, ...change } = annotation ?? {};
      this.smallVariants.push({
        ...gene,
        ...change,
        ...(dbSnp.length === 0 ? {} : { dbSnp }),
        genomic: {
          build: this.options.build,
          chromosome: at.chromosome,
          ...trimmed(at.position, reference, alternate),
        },
        ...('vaf' in depths || sample === undefined ? depths : { ...depths, ...fromInfo(record) }),
        origin,
      });
    }
    if (!named) this.unannotated += 1;
  }

  private tumourFields(record: Variant): SampleFields | undefined {
    const { tumour, samples } = this.header;
    if (tumour === undefined || record.FORMAT === undefined || record.FORMAT === '.') return undefined;
    const keys = record.FORMAT.split(':');
    const values = record.rest.split('\t')[samples.indexOf(tumour)]?.split(':');
    return values === undefined
      ? undefined
      : Object.fromEntries(keys.map((key, index) => [key, values[index]]));
  }
}

const infoTexts = (record: Variant, field: string): readonly string[] => {
  const value = record.INFO[field];
  return Array.isArray(value) ? value.filter((one) => one !== undefined).map(String) : [];
};

/** Merged call sets write the tumour's figures once per record (TVAF, TDP). */
function fromInfo(record: Variant): Depths {
  const [vaf, depth] = ['TVAF', 'TDP'].map((name) => Number(infoTexts(record, name)[0] ?? NaN));
  return {
    ...(vaf !== undefined && vaf >= 0 && vaf <= 1 ? { vaf } : {}),
    ...(depth !== undefined && Number.isInteger(depth) && depth >= 0 ? { depth } : {}),
  };
}

/** The shortest spelling of an allele: bases shared at the end, then at the start, are dropped, one is kept. */
function trimmed(
  position: number,
  reference: string,
  alternate: string,
): { position: number; reference: string; alternate: string } {
  let end = 0;
  while (
    end < Math.min(reference.length, alternate.length) - 1 &&
    reference.at(-1 - end) === alternate.at(-1 - end)
  )
    end += 1;
  const [ref, alt] = [reference.slice(0, reference.length - end), alternate.slice(0, alternate.length - end)];
  let start = 0;
  while (start < Math.min(ref.length, alt.length) - 1 && ref[start] === alt[start]) start += 1;
  return { position: position + start, reference: ref.slice(start), alternate: alt.slice(start) };
}
