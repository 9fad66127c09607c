import type { Handler } from '../shared/http/call.ts';
import type { Route } from '../shared/http/contract.ts';
import type { Papers } from '../shared/paper/papers.ts';
import type { ReadPaper } from '../shared/paper/read-paper.ts';

/** Where the files lie, and what reads them. */
export interface Means {
  readonly papers: Papers;
  readonly read: ReadPaper;
}

export type ExhibitHandler<R extends Route> = Handler<R, [Means]>;
