import { Command } from '@nestjs/cqrs';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';
import type { LineStep } from '@consilium/trials-core';
import type { StoredLine } from './line.store.js';

export class AdvanceLine extends Command<Result<StoredLine, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly line: string,
    readonly expectedVersion: number,
    readonly step: LineStep,
  ) {
    super();
  }
}
