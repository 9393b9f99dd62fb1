import { resolve } from 'node:path';
import { cleanEnv, makeValidator, num, port, str } from 'envalid';

/** Where PostgreSQL is; `embedded` starts our own under the data folder. */
export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  /** `ownerUrl` migrates, `url` works: a role that owns nothing, so that row-level security binds it. */
  | { readonly kind: 'external'; readonly url: string; readonly ownerUrl: string };

export type IdentityConfig = { readonly kind: 'development' } | IssuerConfig;

/** Who issues tokens for whom, and how they are read. */
export interface IssuerConfig {
  readonly kind: 'issuer';
  readonly issuer: string;
  readonly audience: string;
  /** The keys (a JWK set), or where they are. Neither: the issuer says where. */
  readonly jwks?: string;
  readonly jwksUrl?: string;
  /** Claims, by name or way, that hold the role and the hospitals. */
  readonly roleClaim: string;
  readonly hospitalsClaim: string;
  /** The issuer's words for ours. */
  readonly roleMap?: Readonly<Record<string, string>>;
  readonly hospitalMap?: Readonly<Record<string, string>>;
}

/** How much one GraphQL operation may ask for. */
export interface GraphqlLimits {
  readonly cost: number;
  readonly depth: number;
  readonly rootFields: number;
  readonly fields: number;
  readonly tokens: number;
  readonly characters: number;
}

/** An OpenAI-compatible endpoint that may propose structure for criteria of trials; it is sent no patient's data. */
export interface AssistantConfig {
  readonly url: string;
  readonly model: string;
  readonly key?: string;
}

export interface Config {
  readonly production: boolean;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseConfig;
  readonly identity: IdentityConfig;
  /** Empty: events travel in this process, through the outbox. */
  readonly kafkaBrokers: readonly string[];
  readonly logLevel: string;
  /** Largest attachment taken, in bytes, as sent and as unpacked. */
  readonly attachmentLimit: number;
  readonly unpackedLimit: number;
  readonly graphqlLimits: GraphqlLimits;
  /** File with the operations that alone may run. Absent: all that fit the schema. */
  readonly graphqlOperations?: string;
  /** Absent: off. */
  readonly assistant?: AssistantConfig;
}

const list = makeValidator((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

type Table = Readonly<Record<string, string>>;

const table = makeValidator<Table>((text) => {
  const given: unknown = JSON.parse(text);
  const isTable =
    typeof given === 'object' &&
    given !== null &&
    !Array.isArray(given) &&
    Object.values(given).every((value) => typeof value === 'string');
  if (!isTable) throw new Error('No JSON object of texts.');
  return given as Table;
});

const atLeastOne = makeValidator((text) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error('No whole number from 1 on.');
  return number;
});

/** Reads the whole configuration at once. Throws an error that lists every faulty variable by name, never by value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = cleanEnv(
    environment,
    {
      NODE_ENV: str({ choices: ['development', 'test', 'production'], default: 'development' }),
      CONSILIUM_DATA_DIR: str({ default: '.consilium' }),
      CONSILIUM_HOST: str({ default: '127.0.0.1' }),
      CONSILIUM_PORT: port({ default: 4000 }),
      CONSILIUM_DATABASE_URL: str({ default: '' }),
      CONSILIUM_DATABASE_OWNER_URL: str({ default: '' }),
      CONSILIUM_KAFKA_BROKERS: list({ default: [] }),
      CONSILIUM_JWKS: str({ default: '' }),
      CONSILIUM_JWKS_URL: str({ default: '' }),
      CONSILIUM_ISSUER: str({ default: '' }),
      CONSILIUM_AUDIENCE: str({ default: 'consilium' }),
      CONSILIUM_CLAIM_ROLE: str({ default: 'role' }),
      CONSILIUM_CLAIM_HOSPITALS: str({ default: 'hospitals' }),
      CONSILIUM_ROLE_MAP: table({ default: {} }),
      CONSILIUM_HOSPITAL_MAP: table({ default: {} }),
      CONSILIUM_LOG_LEVEL: str({
        choices: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
        default: 'info',
      }),
      CONSILIUM_ATTACHMENT_LIMIT_MB: num({ default: 256 }),
      CONSILIUM_UNPACKED_LIMIT_MB: num({ default: 2048 }),
      CONSILIUM_GRAPHQL_MAX_COST: atLeastOne({ default: 10_000 }),
      CONSILIUM_GRAPHQL_MAX_DEPTH: atLeastOne({ default: 15 }),
      CONSILIUM_GRAPHQL_MAX_ROOT_FIELDS: atLeastOne({ default: 20 }),
      CONSILIUM_GRAPHQL_MAX_FIELDS: atLeastOne({ default: 1_000 }),
      CONSILIUM_GRAPHQL_MAX_TOKENS: atLeastOne({ default: 4_000 }),
      CONSILIUM_GRAPHQL_MAX_CHARACTERS: atLeastOne({ default: 50_000 }),
      CONSILIUM_GRAPHQL_OPERATIONS: str({ default: '' }),
      CONSILIUM_ASSISTANT_URL: str({ default: '' }),
      CONSILIUM_ASSISTANT_MODEL: str({ default: '' }),
      CONSILIUM_ASSISTANT_KEY: str({ default: '' }),
    },
    {
      reporter: ({ errors }) => {
        const names = Object.keys(errors);
        if (names.length > 0)
          throw new Error(`Configuration: these variables are missing or not valid: ${names.join(', ')}.`);
      },
    },
  );
  const faults: string[] = [];
  if ((env.CONSILIUM_DATABASE_URL === '') !== (env.CONSILIUM_DATABASE_OWNER_URL === '')) {
    faults.push('CONSILIUM_DATABASE_URL and CONSILIUM_DATABASE_OWNER_URL go together');
  }
  if (env.CONSILIUM_ISSUER === '' && (env.CONSILIUM_JWKS !== '' || env.CONSILIUM_JWKS_URL !== '')) {
    faults.push('CONSILIUM_JWKS and CONSILIUM_JWKS_URL need CONSILIUM_ISSUER');
  }
  if (env.CONSILIUM_JWKS !== '' && env.CONSILIUM_JWKS_URL !== '') {
    faults.push('CONSILIUM_JWKS and CONSILIUM_JWKS_URL exclude each other');
  }
  const production = env.NODE_ENV === 'production';
  if (production && env.CONSILIUM_ISSUER === '') {
    faults.push('CONSILIUM_ISSUER is required in production: development users do not exist there');
  }
  if (production && env.CONSILIUM_DATABASE_URL === '') {
    faults.push('CONSILIUM_DATABASE_URL and CONSILIUM_DATABASE_OWNER_URL are required in production');
  }
  if ((env.CONSILIUM_ASSISTANT_URL === '') !== (env.CONSILIUM_ASSISTANT_MODEL === '')) {
    faults.push('CONSILIUM_ASSISTANT_URL and CONSILIUM_ASSISTANT_MODEL go together');
  }
  if (env.CONSILIUM_ASSISTANT_URL !== '' && !isHttp(env.CONSILIUM_ASSISTANT_URL)) {
    faults.push('CONSILIUM_ASSISTANT_URL is no http or https address');
  }
  if (faults.length > 0) throw new Error(`Configuration: ${faults.join('; ')}.`);
  const mebibyte = 1024 * 1024;
  return {
    production,
    dataDir: resolve(env.CONSILIUM_DATA_DIR),
    host: env.CONSILIUM_HOST,
    port: env.CONSILIUM_PORT,
    database:
      env.CONSILIUM_DATABASE_URL === ''
        ? { kind: 'embedded' }
        : { kind: 'external', url: env.CONSILIUM_DATABASE_URL, ownerUrl: env.CONSILIUM_DATABASE_OWNER_URL },
    identity: env.CONSILIUM_ISSUER === '' ? { kind: 'development' } : issuerOf(env),
    kafkaBrokers: env.CONSILIUM_KAFKA_BROKERS,
    logLevel: env.CONSILIUM_LOG_LEVEL,
    attachmentLimit: env.CONSILIUM_ATTACHMENT_LIMIT_MB * mebibyte,
    unpackedLimit: env.CONSILIUM_UNPACKED_LIMIT_MB * mebibyte,
    graphqlLimits: {
      cost: env.CONSILIUM_GRAPHQL_MAX_COST,
      depth: env.CONSILIUM_GRAPHQL_MAX_DEPTH,
      rootFields: env.CONSILIUM_GRAPHQL_MAX_ROOT_FIELDS,
      fields: env.CONSILIUM_GRAPHQL_MAX_FIELDS,
      tokens: env.CONSILIUM_GRAPHQL_MAX_TOKENS,
      characters: env.CONSILIUM_GRAPHQL_MAX_CHARACTERS,
    },
    ...(env.CONSILIUM_GRAPHQL_OPERATIONS === ''
      ? {}
      : { graphqlOperations: resolve(env.CONSILIUM_GRAPHQL_OPERATIONS) }),
    ...(env.CONSILIUM_ASSISTANT_URL === ''
      ? {}
      : {
          assistant: {
            url: env.CONSILIUM_ASSISTANT_URL,
            model: env.CONSILIUM_ASSISTANT_MODEL,
            ...(env.CONSILIUM_ASSISTANT_KEY === '' ? {} : { key: env.CONSILIUM_ASSISTANT_KEY }),
          },
        }),
  };
}

function issuerOf(env: {
  readonly CONSILIUM_ISSUER: string;
  readonly CONSILIUM_AUDIENCE: string;
  readonly CONSILIUM_JWKS: string;
  readonly CONSILIUM_JWKS_URL: string;
  readonly CONSILIUM_CLAIM_ROLE: string;
  readonly CONSILIUM_CLAIM_HOSPITALS: string;
  readonly CONSILIUM_ROLE_MAP: Table;
  readonly CONSILIUM_HOSPITAL_MAP: Table;
}): IssuerConfig {
  const [roleMap, hospitalMap] = [env.CONSILIUM_ROLE_MAP, env.CONSILIUM_HOSPITAL_MAP];
  return {
    kind: 'issuer',
    issuer: env.CONSILIUM_ISSUER,
    audience: env.CONSILIUM_AUDIENCE,
    roleClaim: env.CONSILIUM_CLAIM_ROLE,
    hospitalsClaim: env.CONSILIUM_CLAIM_HOSPITALS,
    ...(env.CONSILIUM_JWKS === '' ? {} : { jwks: env.CONSILIUM_JWKS }),
    ...(env.CONSILIUM_JWKS_URL === '' ? {} : { jwksUrl: env.CONSILIUM_JWKS_URL }),
    ...(Object.keys(roleMap).length === 0 ? {} : { roleMap }),
    ...(Object.keys(hospitalMap).length === 0 ? {} : { hospitalMap }),
  };
}

const isHttp = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
