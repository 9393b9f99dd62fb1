import { CloudEvent, HTTP, ValidationError } from 'cloudevents';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { DomainEvent, RawMessage, Topic } from './event.js';

/** Kafka binary mode: attributes as `ce_` headers, data as the value. */
export const toMessage = (event: DomainEvent, topic: Topic): RawMessage => ({
  topic,
  key: event.subject,
  headers: {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: event.source,
    ce_type: event.type,
    ce_subject: event.subject,
    ce_time: event.time,
  },
  body: Buffer.from(JSON.stringify(event.data)),
});

/** Reads a CloudEvent in binary or structured mode; a batch is taken apart by the HTTP door before. */
export function readMessage(message: RawMessage): Result<DomainEvent, Problem> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    headers[name.startsWith('ce_') ? `ce-${name.slice(3)}` : name] = value;
  }
  const structured = headers['content-type']?.startsWith('application/cloudevents+json') ?? false;
  const missing = structured
    ? []
    : ['id', 'source', 'type'].filter((name) => headers[`ce-${name}`] === undefined);
  if (missing.length > 0) {
    return refuse(
      'the envelope',
      `the CloudEvents attributes ${missing.join(', ')} are missing.`,
      'Send ce_id, ce_source and ce_type as headers, or the whole event as application/cloudevents+json.',
    );
  }
  const text = message.body.toString('utf8');
  const json = parseJson(text);
  if (!json.ok) return json;
  try {
    const read = HTTP.toEvent<unknown>({
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
    });
    if (Array.isArray(read))
      return refuse('the body', 'a batch stands where one event was expected.', 'Send events one by one.');
    const event = new CloudEvent(read);
    return succeed({
      id: event.id,
      source: event.source,
      type: event.type,
      subject: event.subject ?? message.key ?? '',
      time: event.time ?? '',
      data: event.data,
    });
  } catch (fault) {
    if (fault instanceof ValidationError)
      return refuse('the envelope', envelopeFaults(fault), 'Follow CloudEvents 1.0.');
    throw fault;
  }
}

function parseJson(text: string): Result<unknown, Problem> {
  try {
    return succeed(JSON.parse(text) as unknown);
  } catch (fault) {
    return refuse(
      'the body',
      `it is not JSON (${fault instanceof Error ? fault.message.slice(0, 80) : 'unreadable'}).`,
      'Send UTF-8 JSON; an event cut short must be sent again whole.',
    );
  }
}

function envelopeFaults(fault: ValidationError): string {
  const named = (fault.errors ?? []).map((error) =>
    typeof error === 'string' ? error : `${error.instancePath.slice(1)} ${error.message ?? ''}`.trim(),
  );
  return `it is not a valid CloudEvent${named.length > 0 ? ` (${named.slice(0, 5).join('; ')})` : ''}.`;
}

const refuse = (place: string, message: string, remedy: string): Result<never, Problem> =>
  fail({ code: 'EVENTS.NOT_A_CLOUD_EVENT', place, message, remedy });
