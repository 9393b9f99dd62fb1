import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { createLog } from '@consilium/platform-observability';
import { CreateAccessRules1763000000000, type Transaction } from '@consilium/platform-persistence';
import { eventually, openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import {
  appendToOutbox,
  ConsumerRuntime,
  CreateMessaging1763000001000,
  InProcessTransport,
  listDeadLetters,
  OutboxRelay,
  toMessage,
  type Consumer,
  type DomainEvent,
  type Received,
} from '@consilium/platform-messaging';

const event = (id: string, data: unknown = { n: 1 }, subject = 'P-1'): DomainEvent => ({
  id,
  source: 'urn:test',
  type: 'board.case-changed.v1',
  subject,
  time: '2026-11-01T10:00:00.000Z',
  data,
});
const message = (one: DomainEvent) => toMessage(one, 'board.cases');

/** Writes each event it handles into a table, in the transaction of its effect. */
class Recorder implements Consumer<DomainEvent> {
  readonly group = 'test.recorder';
  readonly type = 'board.case-changed.v1';
  faults = 0;

  prepare(one: DomainEvent): Promise<Result<DomainEvent, readonly Problem[]>> {
    const refused: Problem = {
      code: 'TEST.NO',
      place: '/n',
      message: 'is refused.',
      remedy: 'Send another.',
    };
    return Promise.resolve(hasMark(one.data, 'refuse') ? fail([refused]) : succeed(one));
  }

  async handle(one: DomainEvent, _: Received, tx: Transaction): Promise<Result<void, readonly Problem[]>> {
    await tx.query(`INSERT INTO messaging.effect (event_id, subject) VALUES ($1, $2)`, [one.id, one.subject]);
    if (hasMark(one.data, 'fault')) {
      this.faults += 1;
      throw new Error('a bug');
    }
    return succeed(undefined);
  }

  hospitalOf(): string {
    return 'north';
  }
}

const hasMark = (data: unknown, mark: string): boolean =>
  typeof data === 'object' && data !== null && mark in data;

describe(ConsumerRuntime.name, () => {
  let test: TestDatabase;
  let runtime: ConsumerRuntime;
  let recorder: Recorder;
  const log = createLog('silent');
  const effects = async (): Promise<string[]> => {
    const rows: { event_id: string }[] = await test.database.source.query(
      `SELECT event_id FROM messaging.effect ORDER BY n`,
    );
    return rows.map((row) => row.event_id);
  };
  const openLetters = () =>
    test.database.transaction('every-hospital', (tx) => listDeadLetters(tx, 'open', 50));

  beforeAll(async () => {
    test = await openTestDatabase([CreateAccessRules1763000000000, CreateMessaging1763000001000]);
    await test.owner.source.query(
      `CREATE TABLE messaging.effect (n bigint GENERATED ALWAYS AS IDENTITY, event_id text, subject text)`,
    );
    await test.owner.source.query(`GRANT SELECT, INSERT ON messaging.effect TO consilium_app`);
  }, 60_000);
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.owner.source.query(
      `TRUNCATE messaging.effect, messaging.inbox, messaging.outbox, messaging.dead_letter`,
    );
    runtime = new ConsumerRuntime(test.database, log);
    recorder = new Recorder();
  });

  it('lets an event take effect once, however often it is delivered', async () => {
    await runtime.receive(recorder, [message(event('a'))]);
    const again = await runtime.receive(recorder, [message(event('a')), message(event('a'))]);
    expect(again.map(({ kind }) => kind)).toEqual(['duplicate', 'duplicate']);
    expect(await effects()).toEqual(['a']);
  });

  it('sets aside an event that reuses an id with other content, and keeps the first', async () => {
    await runtime.receive(recorder, [message(event('a', { n: 1 }))]);
    const [outcome] = await runtime.receive(recorder, [message(event('a', { n: 2 }))]);
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'EVENTS.ID_REUSED' }] });
    expect(await effects()).toEqual(['a']);
  });

  it('delays nobody for a faulty or refused message among others', async () => {
    const outcomes = await runtime.receive(recorder, [
      message(event('a')),
      message(event('b', { fault: true })),
      message(event('c', { refuse: true })),
      message(event('d')),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['handled', 'refused', 'refused', 'handled']);
    expect(await effects()).toEqual(['a', 'd']);
    const letters = await openLetters();
    expect(letters.map(({ eventId }) => eventId).sort()).toEqual(['b', 'c']);
    expect(recorder.faults).toBeGreaterThan(1);
  });

  it('keeps what cannot be read, byte for byte', async () => {
    const body = Buffer.from([0x7b, 0xff, 0x00, 0x22]);
    const [outcome] = await runtime.receive(recorder, [
      { topic: 'board.cases', key: 'P-1', headers: {}, body },
    ]);
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'EVENTS.NOT_A_CLOUD_EVENT' }] });
    expect((await openLetters())[0]?.message.body).toEqual(body);
  });

  it('files the same refused message once', async () => {
    const refused = message(event('a', { refuse: true }));
    const [first] = await runtime.receive(recorder, [refused]);
    const [second] = await runtime.receive(recorder, [refused]);
    expect(second).toEqual(first);
    expect(await openLetters()).toHaveLength(1);
  });

  it('shows a dead letter only to its hospital', async () => {
    await runtime.receive(recorder, [message(event('a', { refuse: true }))]);
    const seenBy = (hospital: string) =>
      test.database.transaction({ hospitals: [hospital] }, (tx) => listDeadLetters(tx, 'open', 50));
    expect(await seenBy('south')).toEqual([]);
    expect(await seenBy('north')).toHaveLength(1);
  });

  describe(OutboxRelay.name, () => {
    const startRelay = () => {
      const transport = new InProcessTransport(runtime);
      const relay = new OutboxRelay(test.database, transport, log);
      return transport.start([recorder]).then(() => {
        relay.start();
        return relay;
      });
    };

    it('carries what was committed, and nothing of what was rolled back', async () => {
      await test.database.transaction('every-hospital', (tx) => appendToOutbox(tx, [event('kept')]));
      await expect(
        test.database.transaction('every-hospital', async (tx) => {
          await appendToOutbox(tx, [event('gone')]);
          throw new Error('rolled back');
        }),
      ).rejects.toThrow();
      const relay = await startRelay();
      await eventually('the event', async () => ((await effects()).length > 0 ? true : undefined));
      await relay.stop();
      expect(await effects()).toEqual(['kept']);
    });

    it('keeps the order of each subject', async () => {
      const sent = Array.from({ length: 300 }, (_, n) => event(`e${String(n)}`, { n }, `P-${String(n % 7)}`));
      for (const one of sent)
        await test.database.transaction('every-hospital', (tx) => appendToOutbox(tx, [one]));
      const relay = await startRelay();
      await eventually('all events', async () =>
        (await effects()).length === sent.length ? true : undefined,
      );
      await relay.stop();
      const seen = await effects();
      for (let subject = 0; subject < 7; subject += 1) {
        const numbers = seen.map((id) => Number(id.slice(1))).filter((n) => n % 7 === subject);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }
    });

    it('repeats an event whose publishing was cut off, and the inbox makes it one', async () => {
      await test.database.transaction('every-hospital', (tx) => appendToOutbox(tx, [event('a')]));
      // As if the process died between effect and mark: the effect stands, the outbox row still waits.
      await runtime.receive(recorder, [message(event('a'))]);
      const relay = await startRelay();
      await eventually('the mark', async () => {
        const rows: unknown[] = await test.database.source.query(
          `SELECT 1 FROM messaging.outbox WHERE published_at IS NULL`,
        );
        return rows.length === 0 ? true : undefined;
      });
      await relay.stop();
      expect(await effects()).toEqual(['a']);
    });
  });
});
