/** `npm run bench -- NAME [ARGUMENT]`: measures, and prints each figure beside a floor measured in the same run. */
import { benchAudit } from './bench-audit.js';
import { benchGraphql } from './bench-graphql.js';
import { benchIntake } from './bench-intake.js';
import { benchInterpret } from './bench-interpret.js';
import { benchTrials } from './bench-trials.js';

const benches: Readonly<Record<string, (argument: string | undefined) => Promise<void>>> = {
  audit: (rows) => benchAudit(rows === undefined ? undefined : Number(rows)),
  graphql: (cases) => benchGraphql(cases === undefined ? undefined : Number(cases)),
  intake: (size) => benchIntake(size === undefined ? undefined : Number(size)),
  interpret: (folder) => benchInterpret(folder),
  trials: (largest) => benchTrials(largest === undefined ? undefined : Number(largest)),
};
const [name = '', argument] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`Which bench? ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
await bench(argument);
