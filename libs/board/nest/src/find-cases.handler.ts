import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '@consilium/platform-persistence';
import { listCases } from './list-cases.js';
import { FindCases, type CasePage } from './find-cases.query.js';

@QueryHandler(FindCases)
export class FindCasesHandler implements IQueryHandler<FindCases> {
  constructor(private readonly database: Database) {}

  async execute({ asker, filter, after, limit }: FindCases): Promise<CasePage> {
    const { hospitals, holders } = asker;
    const isBound = holders !== undefined;
    const found = await this.database.read(asker, (tx) =>
      listCases(tx, { hospitals, isBound, filter, after, limit: limit + 1 }),
    );
    return { cases: found.slice(0, limit), hasMore: found.length > limit };
  }
}
