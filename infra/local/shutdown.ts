/**
 * The end of a run, however it comes: Ctrl-C, a signal, the closing of the terminal, the death of
 * the process above, or a step that failed. What was started is stopped in reverse order, once.
 */
export class Shutdown {
  readonly #aborter = new AbortController();
  readonly #steps: (() => Promise<void>)[] = [];
  readonly #asked: Promise<void>;
  #ending: Promise<void> | undefined;

  constructor() {
    this.#asked = new Promise((resolve) => {
      const ask = () => {
        this.#aborter.abort(new Error('The run was asked to stop.'));
        resolve();
      };
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
      process.on('disconnect', ask);
      process.channel?.unref();
    });
  }

  /** Aborted when a stop was asked for; give it to everything that takes long. */
  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  get wasAsked(): boolean {
    return this.#aborter.signal.aborted;
  }

  /** Resolves when a stop is asked for. */
  asked(): Promise<void> {
    return this.#asked;
  }

  onEnd(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /** Every step is tried, whatever the one before it did; the failures are thrown together at the end. */
  end(): Promise<void> {
    this.#ending ??= this.#runSteps();
    return this.#ending;
  }

  async #runSteps(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.toReversed()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped.');
  }
}
