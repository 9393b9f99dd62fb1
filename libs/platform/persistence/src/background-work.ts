import type { Database } from './database.js';

/** The net under LISTEN/NOTIFY, in milliseconds. */
const pollEvery = 10_000;
const afterFault = 2_000;

/** What wakes it: a channel that is notified, or the clock, in milliseconds. */
export type Waking = string | { readonly every: number };

/**
 * Takes step after step of work that stands in the database: at once while there is more, when it is woken, and now and
 * then besides. A step that fails leaves its rows as they were (the database was away, say) and is taken
 * up again.
 */
export class BackgroundWork {
  private stopped = false;
  private nudged = true;
  private wake: (() => void) | undefined;
  private loop: Promise<void> | undefined;
  private unlisten: (() => Promise<void>) | undefined;

  /** `step` is one transaction's work and says whether there may be more. */
  constructor(
    private readonly database: Database,
    private readonly waking: Waking,
    private readonly step: () => Promise<boolean>,
  ) {}

  start(): void {
    if (typeof this.waking === 'string')
      this.unlisten = this.database.listen(this.waking, () => {
        this.nudge();
      });
    this.loop = this.run();
  }

  /** Finishes the step it is at. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.nudge();
    await this.loop;
    await this.unlisten?.();
  }

  private async run(): Promise<void> {
    const rest = typeof this.waking === 'string' ? pollEvery : this.waking.every;
    while (!this.stopped) {
      this.nudged = false;
      const outcome = await this.step().then(
        (more) => (more ? 'more' : 'done'),
        () => 'fault',
      );
      if (outcome !== 'more') await this.sleep(outcome === 'fault' ? afterFault : rest);
    }
  }

  private nudge(): void {
    this.nudged = true;
    this.wake?.();
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (this.nudged) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = undefined;
  }
}
