import { Module } from '@nestjs/common';
import { AnswerOncePlugin } from './answer-once.plugin.js';
import { ForgetRequests } from './forget-requests.js';

/** Requests that clients may send again without fear. */
@Module({ providers: [AnswerOncePlugin, ForgetRequests] })
export class IdempotencyModule {}
