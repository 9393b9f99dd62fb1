import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';

/** An event with its attachments inside; larger files are uploaded first. */
export const largestEvent = '48mb';

interface Answer {
  status(code: number): Answer;
  json(body: unknown): void;
}

/** Tells the sender of an event that is too large what to do instead. */
@Catch()
export class EventTooLargeFilter extends BaseExceptionFilter implements ExceptionFilter {
  override catch(fault: unknown, host: ArgumentsHost): void {
    const tooLarge =
      typeof fault === 'object' && fault !== null && 'type' in fault && fault.type === 'entity.too.large';
    if (!tooLarge || fault instanceof HttpException) {
      super.catch(fault, host);
      return;
    }
    host
      .switchToHttp()
      .getResponse<Answer>()
      .status(413)
      .json({
        outcome: 'refused',
        problems: [
          {
            code: 'EVENTS.TOO_LARGE',
            place: 'the body',
            message: `an event may hold ${largestEvent.toUpperCase()} at most.`,
            remedy:
              'Upload the file first (POST /attachments?hospital=…) and name it in the event by its SHA-256.',
          },
        ],
      });
  }
}
