import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '@consilium/platform-graphql';
import { CaseType } from '../case.types.js';
import { CaseRefused, RoleName } from '../casework/casework.types.js';
import type { Attachment, Comment } from './discussion.store.js';

@ObjectType('CaseComment', { description: 'Said about a case; it stays as it was said.' })
export class CommentType {
  @Field(() => ID) id!: string;
  @Field(() => ID) caseId!: string;
  @Field(() => String) by!: string;
  @Field(() => String) byName!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String) text!: string;
  @Field(() => [ID], { description: 'People it asks to look.' }) people!: readonly string[];
  @Field(() => [RoleName], { description: 'Roles it asks to look.' }) roles!: readonly string[];
}

@ObjectType()
export class Mention extends CommentType {
  @Field(() => CaseType) case!: CaseType;
}

@ObjectType()
export class MentionPage {
  @Field(() => [Mention]) nodes!: Mention[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType('Attachment', { description: 'A file on a case: PDF, PNG, JPEG or VCF.' })
export class AttachmentType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) mediaType!: string;
  @Field(() => Int, { description: 'In bytes.' }) size!: number;
  @Field(() => String, { description: 'Of its content.' }) sha256!: string;
  @Field(() => String) by!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String, { nullable: true, description: 'Where to fetch it; null where it was taken off.' })
  path?: string;
  @Field(() => String, { nullable: true, description: 'Why it was taken off the case.' })
  removedBecause?: string;
}

export const CommentResult = createUnionType({
  name: 'CommentResult',
  types: () => [CommentType, CaseRefused] as const,
  resolveType: (value: object) => ('problem' in value ? CaseRefused : CommentType),
});

export const presentComment = (comment: Comment): CommentType => ({ ...comment });

export const presentAttachment = ({
  id,
  caseId,
  name,
  mediaType,
  size,
  sha256,
  by,
  at,
  removedBecause,
}: Attachment): AttachmentType => ({
  id,
  name,
  mediaType,
  size,
  sha256,
  by,
  at,
  ...(removedBecause === null ? { path: `/cases/${caseId}/attachments/${id}` } : { removedBecause }),
});
