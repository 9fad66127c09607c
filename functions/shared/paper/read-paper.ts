import { Worker } from 'node:worker_threads';
import { paperFaults } from '../values/papers.ts';
import { PaperFault } from './kind.ts';
import type { Answered, Asked, Codecs } from './thread-files.ts';

/** A page as it is shown: WebP, in two sizes. */
export interface DrawnPage {
  readonly large: Uint8Array;
  readonly small: Uint8Array;
}

/** A file that somebody handed in, open in a thread of its own. */
export interface Paper {
  readonly pages: number;
  /** @param page from 1 @throws {PaperFault} and afterwards nothing more can be drawn where it was `too-complex` */
  readonly draw: (page: number) => Promise<DrawnPage>;
}

/** Opens a file, hands it over and ends the thread, whatever happens. @throws {PaperFault} what is wrong with the file */
export type ReadPaper = <Value>(bytes: Uint8Array, work: (paper: Paper) => Promise<Value>) => Promise<Value>;

/** Milliseconds for opening a file, and for each page: a page of a scan takes half a second. */
const most = { open: 6000, draw: 8000 } as const;

/**
 * @param thread the file of the thread: its source, or what was bundled of it
 * @param within milliseconds, instead of the usual ones
 */
export function paperReader(
  thread: string | URL,
  codecs: Codecs,
  within: typeof most | { readonly open: number; readonly draw: number } = most,
): ReadPaper {
  return async (bytes, work) => {
    const worker = new Worker(thread, {
      workerData: codecs,
      // Nothing of what the function knows of itself is there to be read.
      env: {},
      // What codecs say of what they met stays in the thread: it can quote the file.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const ask = (asked: Asked) => answered(worker, asked, within[asked.do]);
    try {
      const said = await ask({ do: 'open', bytes });
      if (!('opened' in said)) throw faultOf(said);
      return await work({
        pages: said.opened.pages,
        draw: async (page) => {
          const drew = await ask({ do: 'draw', page });
          if (!('drawn' in drew)) throw faultOf(drew);
          return drew.drawn;
        },
      });
    } finally {
      await worker.terminate();
    }
  };
}

/** One answer, or `too-complex` where none comes in time or the thread died of what it met. */
function answered(worker: Worker, asked: Asked, ms: number): Promise<Answered> {
  return new Promise((resolve) => {
    const done = (said: Answered) => {
      clearTimeout(timer);
      worker.off('message', done).off('error', tooComplex).off('exit', tooComplex);
      resolve(said);
    };
    const tooComplex = () => done({ fault: 'too-complex' });
    const timer = setTimeout(tooComplex, ms);
    worker.on('message', done).on('error', tooComplex).on('exit', tooComplex);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, and no window
    worker.postMessage(asked);
  });
}

function faultOf(said: Answered): Error {
  const why = 'fault' in said ? paperFaults.find((each) => each === said.fault) : undefined;
  return why === undefined
    ? new Error('A page could not be drawn, by a fault of our own.')
    : new PaperFault(why);
}
