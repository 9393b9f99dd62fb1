import { HeaderMap, type GraphQLResponse } from '@apollo/server';

const refused = (status: number, code: string, message: string): GraphQLResponse => ({
  http: { status, headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { errors: [{ message, extensions: { code } }] } },
});

export const badKey = (): GraphQLResponse =>
  refused(400, 'BAD_USER_INPUT', 'An Idempotency-Key has 8 to 200 visible ASCII characters.');

export const keyReused = (): GraphQLResponse =>
  refused(
    422,
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key was sent with another request. Nothing was done: make a new key for each new request.',
  );

export const inProgress = (): GraphQLResponse =>
  refused(
    409,
    'IDEMPOTENCY_IN_PROGRESS',
    'The same request is still being worked at. Send it again with the same key in a while.',
  );
