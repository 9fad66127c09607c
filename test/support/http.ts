import { randomBytes } from 'node:crypto';
import { fetchByName } from '../../infra/local/fetch-by-name.ts';
import { assertProblem, isProblem } from './problem.ts';

/** One raw request to the deployed API: no contract between the test and what the service answers. */
export interface Sent {
  readonly token?: string | undefined;
  readonly cookie?: string | undefined;
  /** Sent as JSON unless it is a string, which is sent as it is. */
  readonly body?: unknown;
  /** A new one unless given; null sends none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the service answers; each test says what it expects
  readonly body: any;
  /** The code of a refusal; undefined for a success. */
  readonly code: string | undefined;
}

export const newKey = (): string => randomBytes(24).toString('base64url');

export async function send(
  apiUrl: string,
  method: 'GET' | 'POST',
  path: string,
  sent: Sent = {},
): Promise<Answer> {
  const key = sent.key === undefined ? newKey() : sent.key;
  const response = await fetchByName(`${apiUrl}${path}`, {
    method,
    headers: {
      ...(sent.token === undefined ? {} : { authorization: `Bearer ${sent.token}` }),
      ...(sent.cookie === undefined ? {} : { cookie: sent.cookie }),
      ...(method === 'POST'
        ? { 'content-type': 'application/json', ...(key === null ? {} : { 'idempotency-key': key }) }
        : {}),
      ...sent.headers,
    },
    ...(method === 'POST'
      ? { body: typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body ?? {}) }
      : {}),
  });
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  const body: unknown = json ? JSON.parse(text) : text;
  if (isProblem(response.headers)) assertProblem(body);
  return {
    status: response.status,
    headers: response.headers,
    body,
    code: response.ok ? undefined : codeOf(body),
  };
}

const codeOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : 'no code';
