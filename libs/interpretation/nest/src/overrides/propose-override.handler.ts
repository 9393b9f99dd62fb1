import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { normaliseCodingChange, normaliseProteinChange } from '@consilium/clinical';
import type { Override } from '@consilium/interpretation-core';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { INTERPRETATION_OPTIONS, type InterpretationOptions } from '../interpretation.options.js';
import { recordOverrideChange } from './record-override-change.js';
import { addOverride } from './override.store.js';
import { ProposeOverride } from './propose-override.command.js';

@CommandHandler(ProposeOverride)
export class ProposeOverrideHandler implements ICommandHandler<ProposeOverride> {
  constructor(
    private readonly database: Database,
    @Inject(INTERPRETATION_OPTIONS) private readonly options: InterpretationOptions,
  ) {}

  async execute({ asker, proposal }: ProposeOverride): Promise<Result<Override, Problem>> {
    const { hospital, gene, change, subject, reason } = proposal;
    if (!asker.hospitals.includes(hospital))
      return fail(refusal('HOSPITAL', 'It is none of your hospitals.', 'Name one of yours.'));
    if (reason.trim().length < 10) {
      return fail(
        refusal('NO_REASON', 'The reason is missing or too short.', 'Say in a sentence what it rests on.'),
      );
    }
    const known = this.options.genes.resolve(gene);
    if (known.kind !== 'approved' && known.kind !== 'alias') {
      return fail(refusal('UNKNOWN_GENE', `${gene} is no gene symbol.`, 'Use the HGNC symbol.'));
    }
    const normal = normaliseProteinChange(change) ?? normaliseCodingChange(change);
    if (normal === undefined) {
      return fail(refusal('CHANGE_FORM', `${change} is no change.`, 'Write V600E, or c.1799T>A.'));
    }
    if (subject.kind === 'tier' && !this.options.tumourTypes.isDiagnosis(subject.tumourType)) {
      return fail(
        refusal('UNKNOWN_TUMOUR_TYPE', `${subject.tumourType} is no diagnosis.`, 'Give an OncoTree code.'),
      );
    }
    const override: Override = {
      id: randomUUID(),
      hospital,
      gene: known.symbol,
      change: normal,
      subject,
      reason: reason.trim(),
      proposedBy: asker.id,
      proposedAt: this.options.clock.now().toISOString(),
    };
    await this.database.transaction(asker, async (tx) => {
      await addOverride(tx, override);
      await recordOverrideChange(tx, asker, 'ProposeOverride', override);
    });
    return succeed(override);
  }
}

const refusal = (reason: string, message: string, remedy: string): Problem => ({
  code: `INTERPRETATION.${reason}`,
  place: '',
  message,
  remedy,
});
