import { beginUpload, enterExhibit, putPart } from '../../../../functions/exhibits/contract.ts';
import type { AnswerOf, BodyIn } from '../../../../functions/shared/http/contract.ts';
import { randomKey } from '../../api/action-key.ts';
import { call, type Line } from '../../api/call.ts';

/**
 * Hands a file in, part by part; the name that it has on this computer is sent nowhere.
 * @param progress how much of it has gone, from 0 to 1
 * @throws ApiProblem
 */
export async function handIn(
  line: Line,
  sessionId: string,
  file: Blob,
  said: Omit<BodyIn<typeof beginUpload>, 'bytes'>,
  progress: (done: number) => void,
): Promise<AnswerOf<typeof enterExhibit>> {
  const params = { sessionId };
  const body = { ...said, bytes: file.size };
  const { exhibitId, partBytes, parts } = await call(line, beginUpload, { params, body, key: randomKey() });
  for (let part = 1; part <= parts; part += 1) {
    const bytes = await inBase64(file.slice((part - 1) * partBytes, part * partBytes));
    await call(line, putPart, { params, body: { exhibitId, part, bytes }, key: randomKey() });
    progress(part / parts);
  }
  return call(line, enterExhibit, { params, body: { exhibitId }, key: randomKey() });
}

async function inBase64(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
