/**
 * How fast profiles are interpreted: of 10, 100 and 1,000 variants, against the built-in release alone, with CIViC beside
 * it, and with three more releases of CIViC's size that speak of other genes. The floor is the work no interpretation
 * can do without, reading the profile from its JSON.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MolecularProfile, SmallVariant } from '@consilium/clinical';
import {
  exampleProfile,
  indexKnowledge,
  interpretProfile,
  type KnowledgeIndex,
} from '@consilium/interpretation-core';
import type { KnowledgeRelease } from '@consilium/knowledge-core';
import { importCivicFiles, loadBuiltInRelease, loadImportReferences } from '@consilium/knowledge-nest';
import { loadTumourTypes } from '@consilium/platform-reference';

const sizes = [10, 100, 1000] as const;
const milliseconds = 3000;
const tumourTypes = loadTumourTypes();

export async function benchInterpret(folder = '../shared/data/civic'): Promise<void> {
  const own = loadBuiltInRelease();
  const civic = await readCivic(folder, own);
  const indexes: (readonly [string, KnowledgeIndex])[] = [['built in', indexKnowledge([own])]];
  if (civic === undefined) console.log(`No CIViC tables in ${folder}: the built-in release only.`);
  else {
    const others = [1, 2, 3].map((copy) => elsewhere(civic, copy));
    indexes.push(['with CIViC', indexKnowledge([own, civic])]);
    indexes.push(['and three times CIViC of other genes', indexKnowledge([own, civic, ...others])]);
  }
  for (const [name, { releases }] of indexes) {
    console.log(
      `${name}: ${String(releases.reduce((sum, { evidence }) => sum + evidence.length, 0))} statements`,
    );
  }
  console.log('variants  knowledge                              profiles/s  share of floor  variants/s');
  for (const size of sizes) {
    const profiles = Array.from({ length: 20 }, (_, seed) => profileOf(size, seed, own));
    const texts = profiles.map((profile) => JSON.stringify(profile));
    const floor = rate((at) => JSON.parse(texts[at % texts.length] ?? '{}') as unknown);
    console.log(
      `${String(size).padStart(8)}  floor: reading the profile               ${floor.toFixed(0).padStart(10)}`,
    );
    for (const [name, index] of indexes) {
      // A fresh copy each time: nothing may be remembered from the last one.
      const each = rate((at) =>
        interpretProfile(
          JSON.parse(texts[at % texts.length] ?? '{}') as MolecularProfile,
          index,
          tumourTypes,
        ),
      );
      console.log(
        `${String(size).padStart(8)}  ${name.padEnd(38)} ${each.toFixed(0).padStart(10)}  ${(each / floor).toFixed(4).padStart(14)}  ${(each * size).toFixed(0).padStart(10)}`,
      );
    }
  }
}

async function readCivic(folder: string, own: KnowledgeRelease): Promise<KnowledgeRelease | undefined> {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder)
    .filter((file) => /(EvidenceSummaries|AssertionSummaries)\.tsv(\.gz)?$/.test(file))
    .map((file) => join(folder, file));
  return (await importCivicFiles(files, loadImportReferences(), own.drugs)).release;
}

/** The same release with every gene named otherwise, so that nothing in it can concern the profiles. */
function elsewhere(release: KnowledgeRelease, copy: number): KnowledgeRelease {
  const text = JSON.stringify(release.evidence).replaceAll(
    /"(gene|fivePrime|threePrime)":"([^"]+)"/g,
    (_, member: string, gene: string) => `"${member}":"${gene}X${String(copy)}"`,
  );
  const evidence = JSON.parse(text) as KnowledgeRelease['evidence'];
  return {
    ...release,
    name: `elsewhere-${String(copy)}`,
    evidence: evidence.map((item) => ({ ...item, id: `${item.id} ${String(copy)}` })),
  };
}

/** One driver of the release, and variants spread over its genes as a sequencer finds them. */
function profileOf(size: number, seed: number, { evidence, genes }: KnowledgeRelease): MolecularProfile {
  const item = evidence[(seed * 37) % evidence.length];
  const code = typeof item?.tumourTypes === 'string' ? 'LUAD' : (item?.tumourTypes[0] ?? 'LUAD');
  const base = exampleProfile(item?.profile ?? { all: [] }, code);
  const passengers = Array.from({ length: size }, (_, at): SmallVariant => {
    const gene = genes[(at * 7 + seed) % genes.length]?.symbol ?? 'TP53';
    const place = 1 + ((at * 131 + seed * 17) % 900);
    return {
      gene,
      proteinChange: `A${String(place)}V`,
      consequence: 'missense',
      vaf: 0.3,
      origin: 'somatic',
    };
  });
  return { ...base, smallVariants: [...base.smallVariants, ...passengers].slice(0, size) };
}

function rate(work: (at: number) => unknown): number {
  for (let at = 0; at < 20; at += 1) work(at);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < milliseconds) {
    work(done);
    done += 1;
  }
  return (done * 1000) / (performance.now() - start);
}
