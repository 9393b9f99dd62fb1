import { Command } from '@nestjs/cqrs';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

/** Opens the case of a patient and a diagnosis (OncoTree) before any report has come; the answer is its id. */
export class OpenCase extends Command<Result<string, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly hospital: string,
    readonly patient: string,
    readonly diagnosis: string,
  ) {
    super();
  }
}
