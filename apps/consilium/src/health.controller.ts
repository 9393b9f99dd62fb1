import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '@consilium/platform-persistence';

@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.database.source.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException({ status: 'the database does not answer' });
    }
  }
}
