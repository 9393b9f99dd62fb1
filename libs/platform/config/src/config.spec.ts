import { describe, expect, it } from '@jest/globals';
import { readConfig } from './index.js';

describe(readConfig.name, () => {
  it('serves one process on embedded defaults when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      database: { kind: 'embedded' },
      identity: { kind: 'development' },
      kafkaBrokers: [],
    });
  });

  it('refuses production without a token issuer and a database of its own', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/CONSILIUM_JWKS.*CONSILIUM_DATABASE_URL/);
  });

  it('names faulty variables, all at once, and never their values', () => {
    const read = () => readConfig({ CONSILIUM_PORT: 'secret-1', CONSILIUM_LOG_LEVEL: 'secret-2' });
    expect(read).toThrow(/CONSILIUM_PORT, CONSILIUM_LOG_LEVEL/);
    expect(read).not.toThrow(/secret/);
  });

  it('takes a list of brokers', () => {
    expect(readConfig({ CONSILIUM_KAFKA_BROKERS: 'a:9092, b:9092' }).kafkaBrokers).toEqual([
      'a:9092',
      'b:9092',
    ]);
  });

  it('has no assistant unless one is named', () => {
    expect(readConfig({}).assistant).toBeUndefined();
    const named = { CONSILIUM_ASSISTANT_URL: 'http://127.0.0.1:11434/v1', CONSILIUM_ASSISTANT_MODEL: 'm' };
    expect(readConfig(named).assistant).toEqual({ url: 'http://127.0.0.1:11434/v1', model: 'm' });
    expect(readConfig({ ...named, CONSILIUM_ASSISTANT_KEY: 'k' }).assistant).toMatchObject({ key: 'k' });
  });

  it.each([
    [{ CONSILIUM_ASSISTANT_URL: 'http://127.0.0.1/v1' }, /go together/],
    [{ CONSILIUM_ASSISTANT_MODEL: 'm' }, /go together/],
    [{ CONSILIUM_ASSISTANT_URL: 'file:///etc', CONSILIUM_ASSISTANT_MODEL: 'm' }, /no http/],
  ])('refuses half an assistant: %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });
});
