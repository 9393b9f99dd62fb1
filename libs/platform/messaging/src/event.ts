/** A fact one context tells the others: a CloudEvents 1.0 envelope around JSON data. */
export interface DomainEvent<T = unknown> {
  readonly id: string;
  /** Who says it; with `id`, the event's identity. */
  readonly source: string;
  readonly type: string;
  /** What it is about; the partition key where nothing else is said (the patient's pseudonym). */
  readonly subject: string;
  /** ISO instant. */
  readonly time: string;
  readonly data: T;
}

/** Where each type travels. */
export const topics = {
  'lab.sequencing-report.v1': 'lab.sequencing-reports',
  'lab.sequencing-report-rejected.v1': 'lab.sequencing-reports.rejected',
  'molecular.profile.v1': 'molecular.profiles',
  'clinical.patient-report.v1': 'clinical.reports',
  'clinical.patient.v1': 'clinical.patients',
  'clinical.care-team.v1': 'clinical.care-teams',
  'knowledge.release-activated.v1': 'knowledge.releases',
  'matching.result.v1': 'matching.results',
  'trials.release-activated.v1': 'trials.releases',
  'trials.matches-changed.v1': 'trials.matches',
  'trials.enrolment-changed.v1': 'trials.enrolments',
  'board.case-changed.v1': 'board.cases',
} as const;

export type EventType = keyof typeof topics;
export type Topic = (typeof topics)[EventType];

export const isEventType = (type: string): type is EventType => Object.hasOwn(topics, type);

/** A message as it came, before anyone has understood it. */
export interface RawMessage {
  readonly topic: Topic;
  readonly key: string | undefined;
  /** Lower-case names; CloudEvents attributes as `ce_…`, and `content-type`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
