import type { Role } from './role.js';

/** Something that somebody owes a case. */
export interface CaseTask {
  readonly id: string;
  readonly title: string;
  readonly owner: Role;
  /** A person of that role, where one is named. */
  readonly person?: string;
  /** ISO date. */
  readonly dueOn: string;
  /** The case waits for it: it is data that the board needs. */
  readonly awaited: boolean;
}

export interface TaskRecord extends CaseTask {
  readonly done?: { readonly by: string; readonly at: string; readonly note?: string };
}
