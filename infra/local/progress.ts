import type { WriteStream } from 'node:tty';

type Say = (detail: string) => void;

const WHEEL = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * One line for each step: what is being done, then how long it took. On a terminal the line lives
 * while the step runs; in a log each line is written once, with a sign of life every half minute.
 */
export class Progress {
  readonly #out: NodeJS.WriteStream | WriteStream;
  readonly #began = Date.now();

  constructor(out: NodeJS.WriteStream = process.stdout) {
    this.#out = out;
  }

  /** Seconds since this began, as text. */
  get elapsed(): string {
    return seconds(this.#began);
  }

  /** Runs `work`, which may say what it found or is busy with, and lets its failure pass through. */
  async step<T>(title: string, work: (say: Say) => Promise<T>): Promise<T> {
    const began = Date.now();
    let detail = '';
    const line = (mark: string) => `  ${mark} ${title.padEnd(34)} ${seconds(began).padStart(7)}  ${detail}`;
    const live = this.#keepAlive(line);
    try {
      const result = await work((words) => (detail = words));
      live.end(line('✓'));
      return result;
    } catch (error) {
      live.end(line('✗'));
      throw error;
    }
  }

  say(words = ''): void {
    this.#out.write(`${words}\n`);
  }

  #keepAlive(line: (mark: string) => string): { end: (last: string) => void } {
    const terminal = this.#out.isTTY;
    const clear = terminal ? '\r\u001b[2K' : '';
    let turn = 0;
    const show = () => {
      if (terminal) {
        const text = line(WHEEL[turn++ % WHEEL.length] ?? '…');
        this.#out.write(clear + text.slice(0, (this.#out.columns || 100) - 1));
      } else this.#out.write(`${line('…')}\n`);
    };
    if (terminal) show();
    const timer = setInterval(show, terminal ? 120 : 30_000);
    return {
      end: (last) => {
        clearInterval(timer);
        this.#out.write(`${clear}${last.trimEnd()}\n`);
      },
    };
  }
}

function seconds(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
