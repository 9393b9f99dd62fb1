import type { ErrorRequestHandler } from 'express';

/** An event with its attachments inside; larger files are uploaded first. */
export const largestEvent = '48mb';

/** Tells the sender of an event that is too large what to do instead. */
export const answerTooLarge: ErrorRequestHandler = (fault: { type?: string }, _request, response, next) => {
  if (fault.type !== 'entity.too.large') {
    next(fault);
    return;
  }
  const problem = {
    code: 'EVENTS.TOO_LARGE',
    place: 'the body',
    message: `an event may hold ${largestEvent.toUpperCase()} at most.`,
    remedy: 'Upload the file first (POST /attachments?hospital=…) and name it in the event by its SHA-256.',
  };
  response.status(413).json({ outcome: 'refused', problems: [problem] });
};
