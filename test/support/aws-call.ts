import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';

/** Calls of AWS services for which the product needs no client: the tests break grants and read logs. */

/** What the signer hashes with. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(typeof data === 'string' ? data : bytesOf(data));
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset(): void {}
}

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function signed(
  stack: DeployedStack,
  service: string,
  { method, path, headers, body }: Asked,
): Promise<string> {
  const { hostname, host, port } = new URL(stack.emulatorUrl);
  const signer = new SignatureV4({
    credentials: stack.credentials,
    region: stack.region,
    service,
    sha256: Sha256,
  });
  const request = await signer.sign({
    method,
    protocol: 'http:',
    hostname,
    port: Number(port),
    path,
    query: {},
    headers: { host, ...headers },
    body,
  });
  const answer = await fetch(`${stack.emulatorUrl}${path}`, {
    method,
    headers: request.headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service} answered ${answer.status}: ${text}`);
  return text;
}

/** @param target as the service names it, e.g. `Logs_20140328.FilterLogEvents` */
export async function awsJson(stack: DeployedStack, service: string, target: string, input: object) {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  const asked = { method: 'POST', path: '/', headers, body: JSON.stringify(input) } as const;
  return JSON.parse(await signed(stack, service, asked)) as Record<string, unknown>;
}

/** A function as the service lists it, of which the tests need these. */
interface ListedFunction {
  readonly FunctionName: string;
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string>> };
}

/**
 * Keeps so many requests at once for each function of an urgency, and no more than that. In the cloud the template says it;
 * the emulator keeps to it, but does not read it there.
 */
export async function reserveCapacity(
  stack: DeployedStack,
  capacity: Readonly<Record<string, number>>,
): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const listed = await signed(stack, 'lambda', { method: 'GET', path: '/2015-03-31/functions/', headers });
  for (const { FunctionName, Environment } of (JSON.parse(listed) as { Functions: ListedFunction[] })
    .Functions) {
    const ReservedConcurrentExecutions = capacity[Environment?.Variables?.['URGENCY'] ?? ''];
    if (ReservedConcurrentExecutions === undefined) continue;
    const path = `/2017-10-31/functions/${FunctionName}/concurrency`;
    const body = JSON.stringify({ ReservedConcurrentExecutions });
    await signed(stack, 'lambda', { method: 'PUT', path, headers, body });
  }
}

/** An action of IAM. @returns the XML that it answers */
export function awsIam(stack: DeployedStack, action: string, input: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ Action: action, Version: '2010-05-08', ...input }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return signed(stack, 'iam', { method: 'POST', path: '/', headers, body });
}
