/** Installs and builds what is missing or stale, before a tool runs. */
import { buildWhatIsStale, checkNode, installWhatIsMissing } from './install.mjs';

checkNode();
await installWhatIsMissing();
await buildWhatIsStale();
