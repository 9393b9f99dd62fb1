#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli.js', import.meta.url);
if (!existsSync(built)) {
  console.error('Consilium is not built yet: run `npm start` (or `npm run build`) once.');
  process.exit(1);
}
const { runCommandLine } = await import(built.href);
await runCommandLine(process.argv);
