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

async function signed(
  stack: DeployedStack,
  service: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<string> {
  const { hostname, host, port } = new URL(stack.emulatorUrl);
  const signer = new SignatureV4({
    credentials: stack.credentials,
    region: stack.region,
    service,
    sha256: Sha256,
  });
  const request = await signer.sign({
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: '/',
    query: {},
    headers: { host, ...headers },
    body,
  });
  const answer = await fetch(stack.emulatorUrl, { method: 'POST', headers: request.headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service} answered ${answer.status}: ${text}`);
  return text;
}

/** @param target as the service names it, e.g. `Logs_20140328.FilterLogEvents` */
export async function awsJson(stack: DeployedStack, service: string, target: string, input: object) {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  return JSON.parse(await signed(stack, service, headers, JSON.stringify(input))) as Record<string, unknown>;
}

/** An action of IAM. @returns the XML that it answers */
export function awsIam(stack: DeployedStack, action: string, input: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ Action: action, Version: '2010-05-08', ...input }).toString();
  return signed(stack, 'iam', { 'content-type': 'application/x-www-form-urlencoded' }, body);
}
