import { Controller, HttpCode, HttpException, Post, Req, Res, UseGuards } from '@nestjs/common';
import { seesPatient } from '@consilium/platform-access';
import { AllowRoles, CurrentPrincipal, HttpGuard, type Principal } from '@consilium/platform-identity';
import {
  ConsumerRegistry,
  ConsumerRuntime,
  readMessage,
  topics,
  type Consumer,
  type Outcome,
  type RawMessage,
} from '@consilium/platform-messaging';
import { Database } from '@consilium/platform-persistence';
import { SequencingReportConsumer } from './sequencing-report.consumer.js';

interface EventRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** A message before it is known who takes it. */
type Arrival = Omit<RawMessage, 'topic'>;

interface Addressed {
  readonly consumer: Consumer;
  readonly message: RawMessage;
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
    private readonly registry: ConsumerRegistry,
    private readonly reports: SequencingReportConsumer,
    private readonly database: Database,
  ) {}

  /**
   * Answers when the event has taken effect or lies among the dead letters: 200 taken (or known), 422 refused, each
   * with its outcome; a batch answers 200 with one outcome per event, in order.
   */
  @Post()
  @HttpCode(200)
  @AllowRoles('lab', 'referrer', 'coordinator', 'trial-coordinator', 'administrator')
  async receive(
    @Req() request: EventRequest,
    @Res({ passthrough: true }) answer: Answer,
    @CurrentPrincipal() principal: Principal,
  ): Promise<unknown> {
    const addressed = messagesOf(request).map((message) => this.address(message, principal));
    if (principal.holders !== undefined) await this.refuseStranger(addressed, principal);
    const outcomes = await this.take(addressed);
    if (isBatch(request)) return { outcomes: outcomes.map(asAnswer) };
    const [outcome] = outcomes;
    if (outcome?.kind === 'refused') answer.status(422);
    return outcome === undefined ? {} : asAnswer(outcome);
  }

  /** Who takes a message, if this sender may send it; what nobody can read is set aside by who hears the sender. */
  private address(arrival: Arrival, principal: Principal): Addressed {
    const read = readMessage({ ...arrival, topic: topics[this.reports.type] });
    const open = this.registry.all().filter(({ senders }) => senders !== undefined);
    const meant = read.ok ? open.find(({ type }) => type === read.value.type) : undefined;
    if (meant?.senders?.includes(principal.role) === false) {
      const message = `The role ${principal.role} may not send ${meant.type}.`;
      throw new HttpException({ message }, 403);
    }
    const consumer = meant ?? open.find(({ senders }) => senders?.includes(principal.role)) ?? this.reports;
    const hospital = read.ok ? consumer.hospitalOf(read.value.data) : undefined;
    if (hospital !== undefined && !principal.hospitals.includes(hospital)) {
      throw new HttpException({ message: `This token may not send reports for ${hospital}.` }, 403);
    }
    return { consumer, message: { ...arrival, topic: topics[consumer.type] } };
  }

  /** Whoever is bound to single patients says nothing of others. */
  private async refuseStranger(addressed: readonly Addressed[], principal: Principal): Promise<void> {
    for (const { consumer, message } of addressed) {
      const read = readMessage(message);
      if (!read.ok) continue;
      const hospital = consumer.hospitalOf(read.value.data);
      const patient = consumer.patientOf?.(read.value.data);
      // What names none is refused by its schema.
      if (hospital === undefined || patient === undefined) continue;
      const sees = await this.database.transaction(principal, (tx) => seesPatient(tx, { hospital, patient }));
      if (!sees)
        throw new HttpException({ message: 'This is no patient you may see: open the case first.' }, 403);
    }
  }

  /** Outcomes stand in the order of the messages, whoever takes them. */
  private async take(addressed: readonly Addressed[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const consumer of new Set(addressed.map((one) => one.consumer))) {
      const own = [...addressed.entries()].filter(([, one]) => one.consumer === consumer);
      const taken = await this.runtime.receive(
        consumer,
        own.map(([, { message }]) => message),
      );
      for (const [index, outcome] of taken.entries()) {
        const at = own[index]?.[0];
        if (at !== undefined) outcomes[at] = outcome;
      }
    }
    return outcomes;
  }
}

const contentType = (request: EventRequest): string => String(request.headers['content-type'] ?? '');

const isBatch = (request: EventRequest): boolean =>
  contentType(request).startsWith('application/cloudevents-batch+json');

function messagesOf(request: EventRequest): Arrival[] {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const headers: Record<string, string> = { 'content-type': contentType(request) };
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith('ce-') && value !== undefined) headers[`ce_${name.slice(3)}`] = String(value);
  }
  const message = { key: headers['ce_subject'], headers, body };
  if (!isBatch(request)) return [message];
  const events = parseBatch(body);
  // A batch that cannot be taken apart is set aside whole.
  if (events === undefined)
    return [{ ...message, headers: { 'content-type': 'application/cloudevents+json' } }];
  return events.map((event) => ({
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
