import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { TokenVerifier } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';

@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly tokens: TokenVerifier,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.database.source.query('SELECT 1');
    } catch {
      throw new ServiceUnavailableException({ status: 'the database does not answer' });
    }
    if (!(await this.tokens.ready()))
      throw new ServiceUnavailableException({ status: 'the token issuer gives no keys' });
    return { status: 'ok' };
  }
}
