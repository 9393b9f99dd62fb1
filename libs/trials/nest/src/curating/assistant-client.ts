import { Inject, Injectable } from '@nestjs/common';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { criterionSchema, describeTask, type Proposal, type UnstructuredItem } from '@consilium/trials-core';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';

/** A proposal is a few hundred characters; more than this is no answer to the question. */
const largestAnswer = 1024 * 1024;
const longestText = 20_000;
const mostProposals = 20;
const patience = 60_000;

/** An OpenAI-compatible endpoint, where the installation has one. It is sent a criterion's words, and nothing of any patient. */
@Injectable()
export class AssistantClient {
  constructor(@Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions) {}

  /** The model that is asked; undefined where the assistant is off. */
  get model(): string | undefined {
    return this.options.assistant?.model;
  }

  async propose({ text, list }: UnstructuredItem): Promise<Result<readonly Proposal[], Problem>> {
    const { assistant } = this.options;
    if (assistant === undefined) return fail(assistantOff);
    if (text.length > longestText)
      return fail(problem('TOO_LONG', 'The criterion is too long to ask about.', 'Split it first.'));
    const signal = AbortSignal.timeout(assistant.timeoutMs ?? patience);
    let answer: Response;
    let body: string | undefined;
    try {
      answer = await fetch(`${assistant.url.replace(/\/+$/, '')}/chat/completions`, {
        method: 'POST',
        // A redirect would carry key and text to somebody who was not configured.
        redirect: 'error',
        signal,
        headers: {
          'content-type': 'application/json',
          ...(assistant.key === undefined ? {} : { authorization: `Bearer ${assistant.key}` }),
        },
        body: JSON.stringify({
          model: assistant.model,
          temperature: 0,
          stream: false,
          messages: describeTask({ text, list }, criterionSchema()),
        }),
      });
      body = await readUpTo(answer, largestAnswer);
    } catch {
      return fail(
        signal.aborted
          ? problem('TIMEOUT', 'The assistant did not answer in time.', 'Ask again, or structure it by hand.')
          : problem('UNREACHABLE', 'The assistant cannot be reached.', 'Check CONSILIUM_ASSISTANT_URL.'),
      );
    }
    if (!answer.ok)
      return fail(
        problem(
          'REFUSED',
          `The assistant answered with status ${String(answer.status)}.`,
          'Check CONSILIUM_ASSISTANT_URL, CONSILIUM_ASSISTANT_MODEL and CONSILIUM_ASSISTANT_KEY.',
        ),
      );
    const proposals = body === undefined ? undefined : readProposals(body);
    return proposals === undefined
      ? fail(
          problem(
            'UNREADABLE',
            'The assistant answered with something else than proposals.',
            'Ask again, or structure it by hand.',
          ),
        )
      : succeed(proposals);
  }
}

/** Undefined where there is more. */
async function readUpTo(response: Response, most: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The list in the first choice's message; models like to wrap it in a fence. */
function readProposals(body: string): readonly Proposal[] | undefined {
  const choices = member(parse(body), 'choices');
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const content = member(member(first, 'message'), 'content');
  if (typeof content !== 'string') return undefined;
  const [, fenced] = /```(?:json)?\s*([\s\S]*?)```/.exec(content) ?? [];
  const list = parse(fenced ?? content);
  if (!Array.isArray(list) || list.length > mostProposals) return undefined;
  const proposals = list.flatMap((one: unknown): readonly Proposal[] => {
    const quote = member(one, 'quote');
    return typeof quote === 'string' ? [{ criterion: member(one, 'criterion'), quote }] : [];
  });
  return proposals.length === list.length ? proposals : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;

const problem = (code: string, message: string, remedy: string): Problem => ({
  code: `TRIALS.ASSISTANT_${code}`,
  place: '',
  message,
  remedy,
});

export const assistantOff = problem(
  'OFF',
  'The assistant is off.',
  'To switch it on, set CONSILIUM_ASSISTANT_URL (an OpenAI-compatible endpoint, for instance http://127.0.0.1:11434/v1) and CONSILIUM_ASSISTANT_MODEL, and CONSILIUM_ASSISTANT_KEY where the endpoint wants one; then start again. Or structure the criterion by hand.',
);
