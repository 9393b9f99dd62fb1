import { Command } from '@nestjs/cqrs';
import type { Override, OverrideSubject } from '@consilium/interpretation-core';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

/** Proposes another class or tier for a variant, for one of the asker's hospitals. */
export class ProposeOverride extends Command<Result<Override, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly proposal: {
      readonly hospital: string;
      readonly gene: string;
      readonly change: string;
      readonly subject: OverrideSubject;
      readonly reason: string;
    },
  ) {
    super();
  }
}
