import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, isIdentifier, succeed, type Problem, type Result } from '@consilium/kernel';
import { notYours, treatByOpening } from '@consilium/platform-access';
import { recordAudit } from '@consilium/platform-audit';
import { Database } from '@consilium/platform-persistence';
import { announceChange } from '../announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { caseIdOf, findCases, touchCase } from '../case.store.js';
import { OpenCase } from './open-case.command.js';

@CommandHandler(OpenCase)
export class OpenCaseHandler implements ICommandHandler<OpenCase> {
  constructor(
    private readonly database: Database,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  execute({ asker, hospital, patient, diagnosis }: OpenCase): Promise<Result<string, Problem>> {
    const problem = this.obstacle(asker.hospitals, { hospital, patient, diagnosis });
    if (problem !== undefined) return Promise.resolve(fail(problem));
    const now = this.options.clock.now();
    return this.database.transaction(asker, async (tx) => {
      if (!(await treatByOpening(tx, asker, { hospital, patient }))) return fail(notYours);
      const id = caseIdOf(hospital, patient, diagnosis);
      if ((await findCases(tx, [id])).length > 0) return succeed(id);
      const touched = await touchCase(tx, { hospital, patient, diagnosis, now });
      const target = { case: [id] };
      await recordAudit(tx, [
        { actor: asker, hospital, subject: patient, action: 'change', operation: 'case.open', target },
      ]);
      await announceChange(tx, { ...touched, hospital, patient, now }, 'opened');
      return succeed(id);
    });
  }

  private obstacle(
    hospitals: readonly string[],
    { hospital, patient, diagnosis }: { hospital: string; patient: string; diagnosis: string },
  ): Problem | undefined {
    const { tumourTypes } = this.options;
    const bad = (place: string, message: string, remedy: string): Problem => ({
      code: 'BOARD.CANNOT_OPEN',
      place,
      message,
      remedy,
    });
    if (!hospitals.includes(hospital))
      return bad('/hospital', 'is none of yours.', 'Open cases of your own hospitals.');
    if (!isIdentifier(patient))
      return bad('/patient', 'is no pseudonym.', 'Use letters, digits and . _ : / -.');
    if (tumourTypes.isDiagnosis(diagnosis)) return undefined;
    const near = tumourTypes.suggestionsFor(diagnosis);
    return bad(
      '/diagnosis',
      `${diagnosis} is no OncoTree diagnosis.`,
      near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Use an OncoTree code.',
    );
  }
}
