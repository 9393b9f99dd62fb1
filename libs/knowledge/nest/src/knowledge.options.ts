import type { Clock } from '@consilium/kernel';

export const KNOWLEDGE_OPTIONS = Symbol('knowledge options');

export interface KnowledgeOptions {
  readonly clock: Clock;
}
