import { registerEnumType } from '@nestjs/graphql';

export enum CaseStateName {
  DRAFT = 'draft',
  REFERRED = 'referred',
  TRIAGED = 'triaged',
  AWAITING_DATA = 'awaiting-data',
  IN_PREPARATION = 'in-preparation',
  UNDER_REVIEW = 'under-review',
  READY = 'ready',
  SCHEDULED = 'scheduled',
  IN_MEETING = 'in-meeting',
  RECOMMENDED = 'recommended',
  SIGNED = 'signed',
  COMMUNICATED = 'communicated',
  FOLLOW_UP = 'follow-up',
  CLOSED = 'closed',
  ON_HOLD = 'on-hold',
  RETURNED = 'returned',
  DECLINED = 'declined',
  WITHDRAWN = 'withdrawn',
  POSTPONED = 'postponed',
  AMENDED = 'amended',
  MERGED = 'merged',
}
registerEnumType(CaseStateName, { name: 'CaseState' });
