import type { RequestHandler } from 'express';
import type { Database } from '@consilium/platform-persistence';

/** Lets what one request reads be one transaction; where it breaks off, the transaction ends with the connection. */
export const shareReads =
  (database: Database): RequestHandler =>
  (_request, response, next) => {
    database.withShared((shared) => {
      response.once('close', () => {
        void shared.end(false);
      });
      next();
    });
  };
