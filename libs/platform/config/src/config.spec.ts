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
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/CONSILIUM_ISSUER.*CONSILIUM_DATABASE_URL/);
  });

  it('names faulty variables, all at once, and never their values', () => {
    const read = () => readConfig({ CONSILIUM_PORT: 'secret-1', CONSILIUM_LOG_LEVEL: 'secret-2' });
    expect(read).toThrow(/CONSILIUM_PORT, CONSILIUM_LOG_LEVEL/);
    expect(read).not.toThrow(/secret/);
  });

  it('reads how an issuer names roles', () => {
    const read = (more: Record<string, string>) =>
      readConfig({ CONSILIUM_ISSUER: 'https://issuer.example', ...more }).identity;
    expect(read({})).toMatchObject({ kind: 'issuer', roleClaim: 'role', hospitalsClaim: 'hospitals' });
    expect(read({ CONSILIUM_ROLE_MAP: '{"mtb-chair":"chair"}' })).toMatchObject({
      roleMap: { 'mtb-chair': 'chair' },
    });
    expect(() => read({ CONSILIUM_ROLE_MAP: 'chair' })).toThrow(/CONSILIUM_ROLE_MAP/);
    expect(() => read({ CONSILIUM_JWKS: '{}', CONSILIUM_JWKS_URL: 'https://x' })).toThrow(/exclude/);
  });

  it('limits GraphQL, by whole numbers from 1 on', () => {
    expect(readConfig({ CONSILIUM_GRAPHQL_MAX_DEPTH: '5' }).graphqlLimits.depth).toBe(5);
    expect(() => readConfig({ CONSILIUM_GRAPHQL_MAX_DEPTH: '0' })).toThrow(/CONSILIUM_GRAPHQL_MAX_DEPTH/);
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
