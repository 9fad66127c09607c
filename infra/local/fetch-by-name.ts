import { request } from 'node:http';

/** What the demonstration and the tests send. */
interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/**
 * `fetch` for the names under `.localhost` by which the emulator tells its sites apart. Browsers know that all of them are
 * this machine; Node does not, and its own `fetch` lets nobody say in the Host header whom they mean.
 */
export function fetchByName(address: string | URL, asked: Asked = {}): Promise<Response> {
  const { host, port, pathname, search } = splitAddress(address);
  const { method = 'GET', headers, body } = asked;
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, path: `${pathname}${search}`, method, headers: { ...headers, host } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => resolve(responseOf(answer.statusCode ?? 0, answer.rawHeaders, parts)));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** As it is written: `URL` would put an odd path in order, and the tests ask for such paths on purpose. */
function splitAddress(address: string | URL) {
  const found = /^http:\/\/([^/:]+(?::(\d+))?)(\/[^?]*)?(\?.*)?$/.exec(String(address));
  if (found === null) throw new TypeError(`${String(address)} is no address on this machine.`);
  const [, host = '', port = '80', pathname = '/', search = ''] = found;
  return { host, port, pathname, search };
}

function responseOf(status: number, rawHeaders: readonly string[], parts: readonly Buffer[]): Response {
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : Buffer.concat(parts), { status, headers });
}
