import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Result } from '@consilium/kernel';
import { author, second, startCurating, trialText, type Curating } from './curating.fixture.js';
import { AcceptProposal, ProposeStructure, ReviewTrialDraft, SaveTrialDraft } from './draft.commands.js';
import { findDraft } from './draft.store.js';

const text = 'ECOG performance status of at most 2, on the day of consent.';
const place = '/eligibility/all/1';
const ecog = { performance: { scale: 'ECOG', atMost: 2 } };

function valueOf<T>(result: Result<T, readonly Problem[]>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}

describe('an assistant that proposes structure', () => {
  let curating: Curating;
  const asked: { readonly body: string; readonly key: string | undefined }[] = [];
  let answer: (response: ServerResponse) => void = (response) => response.end();
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ body, key: request.headers.authorization });
      answer(response);
    });
  });
  beforeAll(async () => {
    curating = await startCurating();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  }, 60_000);
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await curating.close();
  });

  const handlers = () =>
    curating.handlers({
      url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1/`,
      model: 'a-model',
      key: 'a-key',
      timeoutMs: 300,
    });
  const say = (content: string) => (response: ServerResponse) =>
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  const offer = (...proposals: readonly object[]) => say(JSON.stringify(proposals));
  let count = 0;
  const begin = async (words = text): Promise<string> => {
    count += 1;
    const document = trialText(
      `ASK-${String(count)}`,
      `    - { id: asked, unstructured: { text: '${words}', list: inclusion } }\n`,
    );
    return valueOf(await handlers().save.execute(new SaveTrialDraft(author, { document }))).id;
  };
  const propose = (draft: string, at = place) =>
    handlers().propose.execute(new ProposeStructure(author, draft, at));
  const accept = (draft: string, proposal: string, by = author) =>
    handlers().accept.execute(new AcceptProposal(by, draft, proposal));
  const documentOf = async (id: string) => (await findDraft(curating.database.source, id))?.draft.document;

  it('is sent the words of the criterion and nothing else of the draft', async () => {
    answer = offer();
    const draft = await begin();
    expect(valueOf(await propose(draft))).toEqual([]);
    const sent = asked.at(-1);
    expect(sent?.key).toBe('Bearer a-key');
    const { messages, model } = JSON.parse(sent?.body ?? '') as {
      messages: { role: string; content: string }[];
      model: string;
    };
    expect(model).toBe('a-model');
    expect(messages.find(({ role }) => role === 'user')?.content).toContain(text);
    expect(sent?.body).not.toContain('ASK-');
    expect(sent?.body).not.toContain('An invented trial');
  });

  it('changes nothing until a person accepts, who is an author then', async () => {
    answer = say('```json\n' + JSON.stringify([{ criterion: ecog, quote: text }]) + '\n```');
    const draft = await begin();
    const before = await documentOf(draft);
    const [proposal] = valueOf(await propose(draft));
    expect(proposal).toMatchObject({ quote: text, criterion: ecog, model: 'a-model', askedBy: 'hana' });
    expect(await documentOf(draft)).toEqual(before);
    const accepted = valueOf(await accept(draft, proposal?.id ?? '', second));
    expect(accepted).toMatchObject({ version: 2, authors: ['hana', 'ivo'] });
    expect(accepted.document).toMatchObject({
      eligibility: { all: [{ age: { atLeast: 18 } }, { id: 'asked', text, ...ecog }] },
    });
    expect(accepted.text).toContain('# of age');
    expect(accepted.proposals).toMatchObject([{ accepted: { by: 'ivo' } }]);
    const reviewed = await handlers().review.execute(
      new ReviewTrialDraft(second, draft, { decision: 'approved' }),
    );
    expect(reviewed.ok).toBe(false);
  });

  it('keeps the text beside a proposal that rests on a part of it', async () => {
    const quote = 'ECOG performance status of at most 2';
    answer = offer({ criterion: ecog, quote });
    const draft = await begin();
    const [proposal] = valueOf(await propose(draft));
    const accepted = valueOf(await accept(draft, proposal?.id ?? ''));
    expect(accepted.document).toMatchObject({
      eligibility: {
        all: [{}, { text, all: [{ text: quote, ...ecog }, { unstructured: { text, list: 'inclusion' } }] }],
      },
    });
  });

  it.each<[string, object, string]>([
    ['an invented quote', { criterion: ecog, quote: 'ECOG 0 to 2' }, 'has no «ECOG 0 to 2»'],
    ['no quote', { criterion: ecog, quote: ' ' }, 'quotes nothing'],
    [
      'a criterion that does not exist',
      { criterion: { ecogStatus: 2 }, quote: text },
      'is no criterion that is known',
    ],
    [
      'an invalid value',
      { criterion: { performance: { scale: 'ECOG', atMost: 'two' } }, quote: text },
      '/atMost',
    ],
    [
      'the text as it is',
      { criterion: { unstructured: { text, list: 'inclusion' } }, quote: text },
      'as it is',
    ],
  ])('is not trusted with %s, and nobody can accept it', async (_, given, reason) => {
    answer = offer(given);
    const draft = await begin();
    const [proposal] = valueOf(await propose(draft));
    expect(proposal?.refused).toContain(reason);
    expect(proposal?.criterion).toBeUndefined();
    const refused = await accept(draft, proposal?.id ?? '');
    expect(refused).toMatchObject({ ok: false, error: [{ code: 'TRIALS.PROPOSAL_REFUSED', place }] });
  });

  it.each<[string, (response: ServerResponse) => unknown, string]>([
    ['does not answer', () => undefined, 'TIMEOUT'],
    ['stops in the middle', (response) => response.write('{"choices"'), 'TIMEOUT'],
    ['breaks off', (response) => response.destroy(), 'UNREACHABLE'],
    ['talks', say('I would suggest to look at the performance status.'), 'UNREADABLE'],
    ['answers with garbage', (response) => response.end('<html>'), 'UNREADABLE'],
    ['answers with no proposals', offer({ answer: 42 }), 'UNREADABLE'],
    ['does not stop', (response) => response.end('x'.repeat(2 * 1024 * 1024)), 'UNREADABLE'],
    ['wants a key', (response) => response.writeHead(401).end(), 'REFUSED'],
    [
      'sends us elsewhere',
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
      'UNREACHABLE',
    ],
  ])('is told apart where it %s, and the draft stays', async (_, play, code) => {
    answer = play;
    const draft = await begin();
    const before = await documentOf(draft);
    const refused = await propose(draft);
    expect(refused).toMatchObject({ ok: false, error: [{ code: `TRIALS.ASSISTANT_${code}`, place }] });
    expect(await documentOf(draft)).toEqual(before);
  });

  it('is not asked about what is no text, nor below a «not»', async () => {
    const draft = await begin();
    const before = asked.length;
    expect(await propose(draft, '/eligibility/all/0')).toMatchObject({
      error: [{ code: 'TRIALS.NOT_UNSTRUCTURED' }],
    });
    const denied = trialText('DENIED-1', `    - not: { unstructured: { text: x, list: exclusion } }\n`);
    const { id } = valueOf(await handlers().save.execute(new SaveTrialDraft(author, { document: denied })));
    expect(await propose(id, '/eligibility/all/1/not')).toMatchObject({
      error: [{ code: 'TRIALS.BELOW_NOT' }],
    });
    expect(asked.length).toBe(before);
  });

  it('does not overwrite a text that was changed since it was asked', async () => {
    answer = offer({ criterion: ecog, quote: text });
    const draft = await begin();
    const [proposal] = valueOf(await propose(draft));
    const document = trialText(
      `ASK-${String(count)}`,
      `    - unstructured: { text: Other., list: inclusion }\n`,
    );
    valueOf(await handlers().save.execute(new SaveTrialDraft(author, { id: draft, document })));
    expect(await accept(draft, proposal?.id ?? '')).toMatchObject({
      error: [{ code: 'TRIALS.PROPOSAL_OUTDATED' }],
    });
  });

  it('is off where the installation names none', async () => {
    const draft = await begin();
    const refused = await curating.handlers().propose.execute(new ProposeStructure(author, draft, place));
    expect(refused).toMatchObject({ error: [{ code: 'TRIALS.ASSISTANT_OFF' }] });
  });
});
