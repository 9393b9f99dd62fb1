import { Injectable } from '@nestjs/common';
import { Command, CommandBus } from '@nestjs/cqrs';
import type { CaseStep } from '@consilium/board-core';
import { isUuid, type Problem, type Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { findCases } from '../case.store.js';
import { presentCase, type CaseType } from '../case.types.js';
import type { CaseRefused } from './casework.types.js';
import { noSuchCase } from './case-advance.js';
import { TakeStep } from './take-step.command.js';

/** Which case, and the version of its work that the step was decided on. */
export interface OnCase {
  readonly asker: Principal;
  readonly caseId: string;
  readonly expectedVersion: number;
}

/** Takes steps for the resolvers, and answers with the case or the refusal. */
@Injectable()
export class CaseSteps {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
  ) {}

  take(on: OnCase, step: CaseStep): Promise<CaseType | CaseRefused> {
    const { asker, caseId, expectedVersion } = on;
    return this.run(asker, caseId, new TakeStep(asker, caseId, expectedVersion, step));
  }

  /** Runs a command about a case. */
  async run(
    asker: Principal,
    caseId: string,
    command: Command<Result<string, Problem>>,
  ): Promise<CaseType | CaseRefused> {
    return isUuid(caseId)
      ? this.answer(asker, await this.commands.execute(command))
      : { problem: noSuchCase };
  }

  async answer(asker: Principal, result: Result<string, Problem>): Promise<CaseType | CaseRefused> {
    if (!result.ok) return { problem: result.error };
    const [file] = await this.database.transaction(asker, (tx) => findCases(tx, [result.value]));
    return file === undefined ? { problem: noSuchCase } : presentCase(file);
  }
}
