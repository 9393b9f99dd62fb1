import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CreateAccessRules1763000000000 } from '@consilium/platform-persistence';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import { CreateAudit1764100003000 } from './migrations/1764100003000-create-audit.js';
import { recordAudit, type AuditRecord } from './record-audit.js';
import { sealEntries } from './seal-entries.js';
import { verifyJournal } from './verify-journal.js';

const read = (subject: string, hospital = 'north'): AuditRecord => ({
  actor: { id: 'ada', role: 'referrer' },
  hospital,
  subject,
  action: 'read',
  operation: 'case',
  target: { case: [`case-${subject}`], profile: ['p'] },
  correlation: 'r-1',
});

describe('the audit journal', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase([CreateAccessRules1763000000000, CreateAudit1764100003000]);
  }, 60_000);
  afterAll(() => test.close());
  beforeEach(() =>
    test.owner.source.query(`TRUNCATE audit.entry, audit.seal, audit.waiting RESTART IDENTITY`),
  );

  const write = (...records: AuditRecord[]) =>
    test.database.transaction({ hospitals: ['north', 'south'] }, (tx) => recordAudit(tx, records));
  const sealAll = async () => {
    while (await sealEntries(test.database));
  };
  /** As whoever owns the tables, past every right of the service. */
  const tamper = (sql: string) => test.owner.transaction('every-hospital', (tx) => tx.query(sql));
  const asService = (sql: string) =>
    test.database.transaction({ hospitals: ['north'] }, (tx) => tx.query<unknown[]>(sql));

  it('keeps who, as what, whose, why and what for, with a salt of its own for each entry', async () => {
    await write(read('P-1'), { ...read('P-1'), reason: 'second opinion' });
    const rows = await asService(`SELECT * FROM audit.entry ORDER BY id`);
    expect(rows).toMatchObject([
      {
        actor: 'ada',
        role: 'referrer',
        hospital: 'north',
        subject: 'P-1',
        action: 'read',
        operation: 'case',
        target: { case: ['case-P-1'], profile: ['p'] },
        reason: null,
        correlation: 'r-1',
      },
      { reason: 'second opinion' },
    ]);
    const [one, two] = rows as { subject_salt: Buffer; subject_digest: Buffer }[];
    expect(one?.subject_salt).not.toEqual(two?.subject_salt);
    expect(one?.subject_digest).not.toEqual(two?.subject_digest);
  });

  it('writes nothing when the transaction it belongs to fails', async () => {
    const failing = test.database.transaction({ hospitals: ['north'] }, async (tx) => {
      await recordAudit(tx, [read('P-1')]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await asService(`SELECT 1 FROM audit.entry UNION ALL SELECT 1 FROM audit.waiting`)).toEqual([]);
  });

  it('shows a hospital its own entries, and lets nobody write for a hospital that is not in view', async () => {
    await write(read('P-1'), read('P-2', 'south'));
    expect(await asService(`SELECT subject FROM audit.entry`)).toEqual([{ subject: 'P-1' }]);
    const foreign = test.database.transaction({ hospitals: ['north'] }, (tx) =>
      recordAudit(tx, [read('P-3', 'south')]),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
  });

  it.each([
    `UPDATE audit.entry SET actor = 'nobody'`,
    `DELETE FROM audit.entry`,
    `TRUNCATE audit.entry`,
    `INSERT INTO audit.entry (at, actor, role, hospital, action, operation, target)
       VALUES ('2020-01-01', 'a', 'b', 'north', 'read', 'case', '{}')`,
    `INSERT INTO audit.entry (id, actor, role, hospital, action, operation, target) OVERRIDING SYSTEM VALUE
       VALUES (9, 'a', 'b', 'north', 'read', 'case', '{}')`,
    `UPDATE audit.seal SET number = 9`,
    `DELETE FROM audit.seal`,
    `TRUNCATE audit.seal`,
    `UPDATE audit.waiting SET entry = 9`,
  ])('refuses the service: %s', async (sql) => {
    await write(read('P-1'));
    await expect(asService(sql)).rejects.toThrow(/permission denied/);
  });

  it('seals what is committed, in order, and finds it intact', async () => {
    await write(read('P-1'), read('P-2'), { ...read('P-3'), target: {} });
    expect(await verifyJournal(test.database)).toMatchObject({
      intact: true,
      checked: 0,
      waiting: { count: 3 },
    });
    await sealAll();
    const { subject: _, ...ofNobody } = read('');
    await write({ ...ofNobody, action: 'change' });
    await sealAll();
    const order = await asService(`SELECT number::int, entry::int FROM audit.seal ORDER BY number`);
    expect(order).toEqual([1, 2, 3, 4].map((number) => ({ number, entry: number })));
    expect(await verifyJournal(test.database)).toMatchObject({
      intact: true,
      checked: 4,
      waiting: { count: 0 },
    });
    expect(await verifyJournal(test.database, { from: 3 })).toMatchObject({ intact: true, checked: 2 });
  });

  it('seals an entry that commits after a later one behind it', async () => {
    const gate = new EventEmitter();
    const written = once(gate, 'written');
    const slow = test.database.transaction({ hospitals: ['north'] }, async (tx) => {
      const commit = once(gate, 'commit');
      await recordAudit(tx, [read('slow')]);
      gate.emit('written');
      await commit;
    });
    await written;
    await write(read('fast'));
    await sealAll();
    gate.emit('commit');
    await slow;
    await sealAll();
    expect(
      await asService(
        `SELECT e.subject FROM audit.seal s JOIN audit.entry e ON e.id = s.entry ORDER BY s.number`,
      ),
    ).toEqual([{ subject: 'fast' }, { subject: 'slow' }]);
    expect(await verifyJournal(test.database)).toMatchObject({ intact: true, checked: 2 });
  });

  it('keeps one chain while several copies seal and others write', async () => {
    let writing = true;
    const sealing = [1, 2, 3].map(async () => {
      while (writing) await sealEntries(test.database);
    });
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let at = 0; at < 40; at += 1)
          await write(read(`P-${String(writer)}-${String(at)}`), read('P-0'));
      }),
    );
    writing = false;
    await Promise.all(sealing);
    await sealAll();
    expect(await verifyJournal(test.database)).toMatchObject({
      intact: true,
      checked: 640,
      waiting: { count: 0 },
    });
  }, 60_000);

  describe('tampered with by the owner of the tables', () => {
    beforeEach(async () => {
      await write(...Array.from({ length: 9 }, (_, at) => read(`P-${String(at + 1)}`)));
      await sealAll();
    });

    it.each<[string, string, object]>([
      [
        'an entry altered',
        `UPDATE audit.entry SET actor = 'eve' WHERE id = 5`,
        { fault: 'entry-altered', seal: 5 },
      ],
      [
        'its time moved by a microsecond',
        `UPDATE audit.entry SET at = at + interval '1 microsecond' WHERE id = 5`,
        { fault: 'entry-altered', seal: 5, entryId: '5' },
      ],
      ['an entry deleted', `DELETE FROM audit.entry WHERE id = 5`, { fault: 'entry-missing', seal: 5 }],
      ['a seal deleted', `DELETE FROM audit.seal WHERE number = 5`, { fault: 'seal-missing', seal: 5 }],
      [
        'the last seals deleted',
        `DELETE FROM audit.seal WHERE number > 7`,
        { fault: 'entry-unsealed', entryId: '8' },
      ],
      [
        'an entry slipped in',
        `INSERT INTO audit.entry (actor, role, hospital, action, operation, target)
           VALUES ('eve', 'chair', 'north', 'read', 'case', '{}')`,
        { fault: 'entry-unsealed', entryId: '10' },
      ],
    ])('%s: is found and located', async (_, sql, broken) => {
      await tamper(sql);
      await sealAll();
      expect(await verifyJournal(test.database)).toMatchObject({ intact: false, broken });
    });

    it('stays intact when a patient is erased, salt and pseudonym', async () => {
      await tamper(`UPDATE audit.entry SET subject = NULL, subject_salt = NULL WHERE subject = 'P-5'`);
      expect(await verifyJournal(test.database)).toMatchObject({ intact: true, checked: 9, erased: 1 });
    });

    it('cut off at its end: is found against a head noted before', async () => {
      const { head } = await verifyJournal(test.database);
      await tamper(`DELETE FROM audit.seal WHERE number > 7`);
      await tamper(`DELETE FROM audit.entry WHERE id > 7`);
      expect(await verifyJournal(test.database)).toMatchObject({ intact: true, checked: 7 });
      expect(await verifyJournal(test.database, head === undefined ? {} : { noted: head })).toMatchObject({
        broken: { fault: 'seal-missing', seal: 8 },
      });
    });
  });
});
