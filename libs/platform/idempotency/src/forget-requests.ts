import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BackgroundWork, Database } from '@consilium/platform-persistence';
import { forgetRequests } from './request.store.js';

const lookEvery = 10 * 60 * 1000;

/** Removes answers whose day is over. */
@Injectable()
export class ForgetRequests implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly work: BackgroundWork;

  constructor(database: Database) {
    this.work = new BackgroundWork(database, { every: lookEvery }, () => forgetRequests(database));
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.work.stop();
  }
}
