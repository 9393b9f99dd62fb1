import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ConsumerRegistry,
  ConsumerRuntime,
  findDeadLetter,
  readMessage,
  settleDeadLetter,
  type Consumer,
  type RawMessage,
} from '@consilium/platform-messaging';
import { Database } from '@consilium/platform-persistence';
import { letterGroups, letterScope } from './letter-scope.js';
import { ReplayDeadLetter, type Replay } from './replay-dead-letter.command.js';

@CommandHandler(ReplayDeadLetter)
export class ReplayDeadLetterHandler implements ICommandHandler<ReplayDeadLetter> {
  constructor(
    private readonly database: Database,
    private readonly runtime: ConsumerRuntime,
    private readonly consumers: ConsumerRegistry,
  ) {}

  async execute({ asker, id, correctedBody }: ReplayDeadLetter): Promise<Replay> {
    const scope = letterScope(asker);
    const letter = await this.database.transaction(scope, (tx) => findDeadLetter(tx, id));
    const consumer = this.consumers.find(letter?.consumer);
    const groups = letterGroups(asker, this.consumers.all());
    if (letter?.state !== 'open' || consumer === undefined || groups?.includes(consumer.group) === false)
      return { kind: 'not-open' };
    const message =
      correctedBody === undefined ? letter.message : { ...letter.message, body: Buffer.from(correctedBody) };
    if (scope !== 'every-hospital' && !staysWithin(consumer, message, scope.hospitals))
      return foreignHospital;
    const [outcome] = await this.runtime.receive(consumer, [message], { setAside: false });
    if (outcome?.kind === 'refused') return { kind: 'refused-again', problems: outcome.problems };
    await this.database.transaction(scope, (tx) => settleDeadLetter(tx, id, 'replayed', asker.id));
    return { kind: 'replayed' };
  }
}

/** A correction may not carry a report into a hospital its corrector does not work for. */
function staysWithin(consumer: Consumer, message: RawMessage, hospitals: readonly string[]): boolean {
  const read = readMessage(message);
  const hospital = read.ok ? consumer.hospitalOf(read.value.data) : undefined;
  return hospital === undefined || hospitals.includes(hospital);
}

const foreignHospital: Replay = {
  kind: 'refused-again',
  problems: [
    {
      code: 'ACCESS.FOREIGN_HOSPITAL',
      place: '/hospital',
      message: 'names a hospital you do not work for.',
      remedy: 'Leave the hospital as it was, or ask an administrator.',
    },
  ],
};
