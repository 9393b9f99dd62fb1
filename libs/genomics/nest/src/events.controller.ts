import { Controller, HttpCode, HttpException, Post, Req, Res, UseGuards } from '@nestjs/common';
import { AllowRoles, CurrentPrincipal, HttpGuard, type Principal } from '@consilium/platform-identity';
import { ConsumerRuntime, readMessage, type Outcome, type RawMessage } from '@consilium/platform-messaging';
import { SequencingReportConsumer } from './sequencing-report.consumer.js';

interface EventRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

interface Answer {
  status(code: number): void;
}

/** The front door over HTTP: CloudEvents 1.0 in binary, structured or batch mode. */
@Controller('events')
@UseGuards(HttpGuard)
export class EventsController {
  constructor(
    private readonly runtime: ConsumerRuntime,
    private readonly consumer: SequencingReportConsumer,
  ) {}

  /**
   * Answers when the event has taken effect or lies among the dead letters: 200 taken (or known), 422 refused, each
   * with its outcome; a batch answers 200 with one outcome per event, in order.
   */
  @Post()
  @HttpCode(200)
  @AllowRoles('lab', 'administrator')
  async receive(
    @Req() request: EventRequest,
    @Res({ passthrough: true }) answer: Answer,
    @CurrentPrincipal() principal: Principal,
  ): Promise<unknown> {
    const messages = messagesOf(request);
    for (const message of messages) this.checkHospital(message, principal);
    const outcomes = await this.runtime.receive(this.consumer, messages);
    if (isBatch(request)) return { outcomes: outcomes.map(asAnswer) };
    const [outcome] = outcomes;
    if (outcome?.kind === 'refused') answer.status(422);
    return outcome === undefined ? {} : asAnswer(outcome);
  }

  private checkHospital(message: RawMessage, principal: Principal): void {
    const read = readMessage(message);
    const hospital = read.ok ? this.consumer.hospitalOf(read.value.data) : undefined;
    if (hospital !== undefined && !principal.hospitals.includes(hospital)) {
      throw new HttpException({ message: `This token may not send reports for ${hospital}.` }, 403);
    }
  }
}

const contentType = (request: EventRequest): string => String(request.headers['content-type'] ?? '');

const isBatch = (request: EventRequest): boolean =>
  contentType(request).startsWith('application/cloudevents-batch+json');

function messagesOf(request: EventRequest): RawMessage[] {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const headers: Record<string, string> = { 'content-type': contentType(request) };
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith('ce-') && value !== undefined) headers[`ce_${name.slice(3)}`] = String(value);
  }
  const message = { topic: 'lab.sequencing-reports', key: headers['ce_subject'], headers, body } as const;
  if (!isBatch(request)) return [message];
  const events = parseBatch(body);
  // A batch that cannot be taken apart is set aside whole.
  if (events === undefined)
    return [{ ...message, headers: { 'content-type': 'application/cloudevents+json' } }];
  return events.map((event) => ({
    topic: 'lab.sequencing-reports',
    key: undefined,
    headers: { 'content-type': 'application/cloudevents+json' },
    body: Buffer.from(JSON.stringify(event)),
  }));
}

function parseBatch(body: Buffer): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const asAnswer = (outcome: Outcome): Record<string, unknown> =>
  outcome.kind === 'refused'
    ? {
        outcome: 'refused',
        eventId: outcome.eventId,
        deadLetterId: outcome.deadLetterId,
        problems: outcome.problems,
      }
    : { outcome: outcome.kind === 'handled' ? 'accepted' : 'duplicate', eventId: outcome.eventId };
