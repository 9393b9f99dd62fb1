export { GenomicsModule } from './genomics.module.js';
export type { GenomicsOptions } from './genomics.options.js';
export { CreateGenomics1763000002000 } from './migrations/1763000002000-create-genomics.js';
export { BindGenomics1764310003000 } from './migrations/1764310003000-bind-genomics.js';
export { readAttachments, type AttachmentReader, type NamedAttachment } from './read-attachments.js';
export { unpack, UnpackProblem } from './unpack.js';
