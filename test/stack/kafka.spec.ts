import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel, type Consumer, type Producer } from 'kafkajs';
import { eventually } from '@consilium/platform-testing';
import { missingTools, startKafka, stopKafka } from '../../infra/local/kafka.mjs';
import { sample, startPlatform, type CloudEventJson, type Platform } from '../support/consilium.js';

const missing = missingTools();
if (missing.length > 0)
  console.warn(`Skipped: tests on Kafka need ${missing.join(' and ')}, which this machine lacks.`);

(missing.length > 0 ? describe.skip : describe)('on Apache Kafka', () => {
  let platform: Platform;
  let producer: Producer;
  let rejected: Consumer;
  const heard: string[] = [];
  beforeAll(async () => {
    const { brokers } = await startKafka();
    platform = await startPlatform({ CONSILIUM_KAFKA_BROKERS: brokers.join(',') });
    const kafka = new Kafka({ clientId: 'test', brokers: [...brokers], logLevel: logLevel.NOTHING });
    producer = kafka.producer();
    await producer.connect();
    rejected = kafka.consumer({ groupId: `test-${platform.dataDir.replaceAll('/', '-')}` });
    await rejected.connect();
    await rejected.subscribe({ topics: ['lab.sequencing-reports.rejected'] });
    await rejected.run({
      eachMessage: ({ message }) => {
        heard.push(message.value?.toString() ?? '');
        return Promise.resolve();
      },
    });
  }, 180_000);
  afterAll(async () => {
    await rejected.disconnect();
    await producer.disconnect();
    await platform.close();
    await stopKafka();
  }, 60_000);

  /** Every run has patients, reports and events of its own: the topics keep those of earlier runs. */
  const run = Date.now().toString(36);
  const own = (name: string, patient: string, version = 1): CloudEventJson => {
    const report = sample(name);
    report.id = `${run}-${patient}-${String(version)}`;
    report.data['reportId'] = `R-${run}-${patient}`;
    report.data['version'] = version;
    report.data['patient'] = { pseudonym: `${run}-${patient}` };
    return report;
  };
  const send = (event: CloudEventJson, value = JSON.stringify(event.data)) =>
    producer.send({
      topic: 'lab.sequencing-reports',
      messages: [
        {
          key: (event.data['patient'] as { pseudonym: string }).pseudonym,
          headers: {
            'content-type': 'application/json',
            ce_specversion: '1.0',
            ce_id: event.id,
            ce_source: event.source,
            ce_type: event.type,
          },
          value,
        },
      ],
    });
  interface Found {
    readonly cases: {
      readonly edges: {
        readonly node: {
          readonly profiles: { readonly version: number }[];
          readonly therapyOptions: { readonly drugs: string[] }[];
        };
      }[];
    };
  }
  const caseOf = (patient: string, version = 1) =>
    eventually(`the case of ${patient}`, async () => {
      const { data } = await platform.query<Found>(
        platform.token('chair'),
        `query ($p: String) { cases(filter: { patient: $p }) { edges { node { profiles { version } therapyOptions { drugs } } } } }`,
        { p: `${run}-${patient}` },
      );
      const found = data?.cases.edges[0]?.node;
      return found?.profiles[0]?.version === version && found.therapyOptions.length > 0 ? found : undefined;
    });

  it('brings a report to its case', async () => {
    await send(own('colo-829.report.json', 'A'));
    const found = await caseOf('A');
    expect(found.therapyOptions[0]?.drugs).toEqual(['dabrafenib', 'trametinib']);
  }, 30_000);

  it('sets poison aside, tells it on its topic, and goes on', async () => {
    await send(own('colo-829.report.json', 'B'), '{"reportId": "cut sho');
    const unknownGene = sample('bad/unknown-gene.json');
    unknownGene.id = `${run}-unknown-gene`;
    await send(unknownGene);
    await send(own('colo-829.report.json', 'B', 2));
    await caseOf('B', 2);
    await eventually('the refusal on its topic', () =>
      Promise.resolve(heard.some((text) => text.includes(`${run}-unknown-gene`)) ? true : undefined),
    );
    const { data } = await platform.query<{ deadLetters: { eventId: string | null }[] }>(
      platform.token('administrator'),
      `{ deadLetters { eventId } }`,
    );
    expect(data?.deadLetters.map(({ eventId }) => eventId)).toContain(`${run}-unknown-gene`);
  }, 30_000);

  it('lets the newest of many versions stand, each taken once', async () => {
    for (let version = 1; version <= 20; version += 1) {
      await send(own('colo-829.report.json', 'C', version));
      await send(own('colo-829.report.json', 'C', version));
    }
    const found = await caseOf('C', 20);
    expect(found.profiles).toHaveLength(1);
    const rows: { n: number }[] = await platform.running.database.transaction('every-hospital', (tx) =>
      tx.query(
        `SELECT count(*)::int AS n FROM genomics.report_version v JOIN genomics.profile p ON p.id = v.profile_id WHERE p.patient = $1`,
        [`${run}-C`],
      ),
    );
    expect(rows[0]?.n).toBe(20);
  }, 30_000);
});
