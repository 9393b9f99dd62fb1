import type { Consumer } from './consumer.js';

/** The consumers of this process, by the durable name of their group. */
export class ConsumerRegistry {
  private readonly consumers = new Map<string, Consumer>();

  add(consumer: Consumer): void {
    if (this.consumers.has(consumer.group))
      throw new Error(`Two consumers share the group ${consumer.group}.`);
    this.consumers.set(consumer.group, consumer);
  }

  all(): readonly Consumer[] {
    return [...this.consumers.values()];
  }

  find(group: string | undefined): Consumer | undefined {
    return group === undefined ? undefined : this.consumers.get(group);
  }
}
