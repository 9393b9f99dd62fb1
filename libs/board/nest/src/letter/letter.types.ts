import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { letterFormats, type LetterFormat } from './letter-format.js';

export const LetterFormatName = Object.fromEntries(
  letterFormats.map((format) => [format.toUpperCase().replaceAll('-', '_'), format]),
);
export enum LetterStateName {
  PENDING = 'pending',
  READY = 'ready',
  FAILED = 'failed',
}
registerEnumType(LetterFormatName, { name: 'LetterFormat' });
registerEnumType(LetterStateName, {
  name: 'LetterState',
  description: 'FAILED: it was tried several times and given up; see failedJobs.',
});

@ObjectType('Letter', { description: 'The clinical letter of a signed version in one of its forms.' })
export class LetterType {
  @Field(() => LetterFormatName) format!: LetterFormat;
  @Field(() => LetterStateName) state!: LetterStateName;
  @Field(() => String, { description: 'Path at which it is fetched, with your token, once it is READY.' })
  url!: string;
  @Field(() => String, { nullable: true, description: 'SHA-256 of its bytes.' }) sha256?: string;
  @Field(() => Int, { nullable: true, description: 'Number of its bytes.' }) bytes?: number;
}
