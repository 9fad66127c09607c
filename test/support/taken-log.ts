import { expectDone } from './interview.ts';
import { send } from './http.ts';

export interface Taken {
  readonly file: Buffer;
  /** How the file's own address answered. */
  readonly headers: Headers;
  /** Where it lay. */
  readonly address: URL;
  /** Entries written after each part. */
  readonly done: readonly number[];
}

/** Takes a log away as its page does. @param path below `/api/custody`: `logs/<session id>` */
export async function takenLog(apiUrl: string, path: string, token: string): Promise<Taken> {
  const post = async (more: string, body: object) =>
    expectDone(await send(apiUrl, 'POST', `/api/custody/${path}/${more}`, { token, body })).body as {
      exportId: string;
      done: number;
      download?: string;
    };
  const { exportId } = await post('exports', {});
  const done: number[] = [];
  for (;;) {
    const progress = await post('exports/parts', { exportId });
    done.push(progress.done);
    if (progress.download === undefined) continue;
    const answer = await fetch(progress.download);
    if (!answer.ok) throw new Error(await answer.text());
    const file = Buffer.from(await answer.arrayBuffer());
    return { file, headers: answer.headers, address: new URL(progress.download), done };
  }
}
