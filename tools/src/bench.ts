/** `npm run bench -- NAME [NUMBER]`: measures, and prints each figure beside a floor measured in the same run. */
import { benchIntake } from './bench-intake.js';

const benches: Readonly<Record<string, (size: number | undefined) => Promise<void>>> = {
  intake: benchIntake,
};
const [name = '', size] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`Which bench? ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
await bench(size === undefined ? undefined : Number(size));
