import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Problem, Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { CaseAdvance } from './case-advance.js';
import { TakeStep } from './take-step.command.js';

@CommandHandler(TakeStep)
export class TakeStepHandler implements ICommandHandler<TakeStep> {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseAdvance,
  ) {}

  execute({ asker, caseId, expectedVersion, step }: TakeStep): Promise<Result<string, Problem>> {
    return this.database.transaction(asker, (tx) =>
      this.cases.take(tx, asker, { caseId, expectedVersion, step }),
    );
  }
}
