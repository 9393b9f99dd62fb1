import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  readGeneCatalogue,
  readTumourTypes,
  type GeneCatalogue,
  type TumourTypeTree,
} from '@consilium/clinical';

const { resolve } = createRequire(import.meta.url);
const table = (name: string): string => readFileSync(resolve(`@consilium/clinical/data/${name}`), 'utf8');

let genes: GeneCatalogue | undefined;
let tumourTypes: TumourTypeTree | undefined;

/** The gene symbols that come with the product; read once per process. */
export const loadGeneCatalogue = (): GeneCatalogue => (genes ??= readGeneCatalogue(table('genes.tsv')));

/** The tumour types that come with the product; read once per process. */
export const loadTumourTypes = (): TumourTypeTree =>
  (tumourTypes ??= readTumourTypes(table('tumour-types.tsv')));
