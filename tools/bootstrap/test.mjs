/** `npm test`: installs what is missing and runs every check that needs nothing but Node. Arguments go to Jest. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhatIsStale, checkNode, installWhatIsMissing, root } from './install.mjs';

checkNode();
await installWhatIsMissing();
await buildWhatIsStale();
const jest = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  },
);
process.exit(jest.status ?? 1);
