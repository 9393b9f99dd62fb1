import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import type { Log } from '@consilium/platform-observability';
import type { Database } from '@consilium/platform-persistence';
import type { Consumer } from './consumer.js';
import { ConsumerRegistry } from './consumer-registry.js';
import { ConsumerRuntime } from './consumer-runtime.js';
import { InProcessTransport } from './in-process-transport.js';
import { KafkaTransport } from './kafka-transport.js';
import { OutboxRelay } from './outbox-relay.js';
import type { Transport } from './transport.js';

const TRANSPORT = Symbol('transport');

export interface MessagingOptions {
  readonly database: Database;
  readonly log: Log;
  /** Empty: in-process. */
  readonly kafkaBrokers: readonly string[];
}

/** Marks a provider as a consumer, so that the module finds it. */
export const HearsEvents = DiscoveryService.createDecorator();

@Module({})
export class MessagingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
    private readonly discovery: DiscoveryService,
    private readonly registry: ConsumerRegistry,
  ) {}

  static register({ database, log, kafkaBrokers }: MessagingOptions): DynamicModule {
    const runtime = new ConsumerRuntime(database, log);
    const transport =
      kafkaBrokers.length === 0
        ? new InProcessTransport(runtime)
        : new KafkaTransport({ brokers: kafkaBrokers, partitions: 12 }, runtime, log);
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: ConsumerRuntime, useValue: runtime },
        ConsumerRegistry,
        { provide: TRANSPORT, useValue: transport },
        { provide: OutboxRelay, useValue: new OutboxRelay(database, transport, log) },
      ],
      exports: [ConsumerRuntime, ConsumerRegistry],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const { instance } of this.discovery.getProviders({ metadataKey: HearsEvents.KEY })) {
      this.registry.add(instance as Consumer);
    }
    await this.transport.start(this.registry.all());
    this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.transport.stop();
  }
}
