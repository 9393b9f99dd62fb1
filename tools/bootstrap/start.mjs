/** `npm start`: from a fresh clone to a running Consilium. `npm start -- --fresh` begins with an empty database. */
import { join } from 'node:path';
import { buildWhatIsStale, checkNode, installWhatIsMissing, root } from './install.mjs';

checkNode();
await installWhatIsMissing();
await buildWhatIsStale();
const { serve } = await import(join(root, 'apps/consilium/dist/serve.js'));
await serve({ fresh: process.argv.includes('--fresh') });
