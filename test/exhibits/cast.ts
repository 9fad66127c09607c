import { drawPages } from '../../functions/exhibits/drawing/draw-pages.ts';
import { exhibitsApp } from '../../functions/exhibits/routes.ts';
import { paperReader } from '../../functions/shared/paper/read-paper.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { castInProcess, shortlyBefore } from '../support/cast-in-process.ts';
import { ask, contextOver } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { papersInMemory } from '../support/papers-in-memory.ts';
import { codecsOfPackages, plainPdf, threadOfSource } from '../shared/paper/files.ts';

/** A deposition in which everybody has a seat, and files that are handed in for it. */
export async function exhibitCast() {
  const store = memoryStore();
  const papers = papersInMemory();
  const read = paperReader(threadOfSource, codecsOfPackages);
  const cast = await castInProcess(store);
  const { sessionId } = cast.place;
  const app = (at = shortlyBefore) => exhibitsApp(contextOver(store, at), { papers, read });
  const post = (by: Role, verb: string, body: object, at?: Date, key?: string) =>
    ask(app(at), cast.actors[by], 'POST', `/api/exhibits/${sessionId}/${verb}`, body, key);
  const get = (by: Role, rest = '', at?: Date) =>
    ask(app(at), cast.actors[by], 'GET', `/api/exhibits/${sessionId}${rest}`);
  const begin = (by: Role, bytes: number, more: object = {}) =>
    post(by, 'uploads', { title: 'The contract', bytes, notFor: [], ...more });
  const part = (by: Role, exhibitId: string, bytes: Uint8Array, number = 1) =>
    post(by, 'parts', { exhibitId, part: number, bytes: Buffer.from(bytes).toString('base64') });
  /** Sends a file and enters it; the answer is that of the last step. */
  const handIn = async (by: Role, file: Uint8Array = plainPdf(), more: object = {}) => {
    const { exhibitId } = (await begin(by, file.length, more)).body as { exhibitId: string };
    for (let at = 0; at * 1024 * 1024 < file.length; at += 1)
      await part(by, exhibitId, file.subarray(at * 1024 * 1024, (at + 1) * 1024 * 1024), at + 1);
    return post(by, 'exhibits', { exhibitId });
  };
  const draw = (at = shortlyBefore, reads = read) =>
    drawPages({ store, now: () => at }, { papers, read: reads });
  return { store, papers, cast, sessionId, post, get, begin, part, handIn, draw };
}
export type ExhibitCast = Awaited<ReturnType<typeof exhibitCast>>;
