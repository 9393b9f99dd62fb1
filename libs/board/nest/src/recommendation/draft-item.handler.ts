import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { CaseAdvance } from '../casework/case-advance.js';
import { DraftItem } from './draft-item.command.js';
import { ItemGate } from './item-gate.js';

@CommandHandler(DraftItem)
export class DraftItemHandler implements ICommandHandler<DraftItem> {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseAdvance,
    private readonly gate: ItemGate,
  ) {}

  async execute({ asker, caseId, expectedVersion, item }: DraftItem): Promise<Result<string, Problem>> {
    const result = (await this.gate.ask(asker, caseId, [item])).get(item.id);
    return this.database.transaction(asker, async (tx) => {
      const drafted = await this.cases.take(tx, asker, {
        caseId,
        expectedVersion,
        step: { kind: 'draft-item', item },
      });
      if (!drafted.ok || result === undefined) return drafted;
      const noted = await this.cases.take(tx, asker, {
        caseId,
        as: 'system',
        step: { kind: 'note-gate', item: item.id, result },
      });
      // The drugs are the item's own: a refusal here is a fault of ours, and undoes both.
      if (!noted.ok) throw new Error(noted.error.code);
      return succeed(caseId);
    });
  }
}
