/** The site as a browser meets it: pages, headers and the API behind one origin, through the deployed CloudFront. */
import { request } from 'node:http';

import { describe, expect, test } from 'vitest';

import { pagePolicy } from '../../infra/constructs/page-security.ts';
import { stageSettings } from '../../infra/stages.ts';
import { deployedStack } from '../support/stack.ts';

const stack = deployedStack();

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks as a browser does: by the site's host name, which Node cannot look up, on the emulator's own address. */
function ask(path: string): Promise<Answer> {
  const site = new URL(stack.outputs.SiteOrigin);
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port: site.port, path, headers: { host: site.host } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          });
        });
      },
    );
    call.on('error', reject);
    call.end();
  });
}

describe('a page', () => {
  test('of staff answers every path that is no file', async () => {
    const start = await ask('/');
    expect(start.status).toBe(200);
    expect(start.headers['content-type']).toMatch(/^text\/html/);
    expect((await ask('/sessions/abc')).body).toBe(start.body);
  });

  test('of guests answers what lies under /join, and is another one', async () => {
    const guests = await ask('/join/');
    expect(guests.status).toBe(200);
    expect(guests.body).not.toBe((await ask('/')).body);
    expect((await ask('/join')).body).toBe(guests.body);
  });

  test('carries the policy that was written for this stage', async () => {
    const { headers } = await ask('/');
    const settings = stageSettings('local', {
      livekitUrl: stack.liveKit.publicUrl,
      emulatorPort: new URL(stack.emulatorUrl).port,
    });
    expect(headers['content-security-policy']).toBe(
      pagePolicy({
        settings,
        signInOrigin: stack.outputs.SignInDomain,
        socketsOrigin: new URL(stack.emulatorUrl).origin.replace('http', 'ws'),
      }),
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['permissions-policy']).toContain('camera=(self), microphone=(self)');
  });

  test('that is a missing file is not answered with another page', async () => {
    expect((await ask('/assets/nothing.js')).status).toBe(403);
  });
});

describe('the API behind the site', () => {
  test('keeps its own error answers', async () => {
    const { status, headers, body } = await ask('/api/sessions/nothing');
    expect(status).toBe(401);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(body)).toMatchObject({ code: 'sign-in-needed' });
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  test('has nothing where no capability is', async () => {
    expect((await ask('/api/nobody')).status).toBe(404);
  });
});

// That nobody signs himself up is asserted on the template: the emulator lets him.
describe('staff sign-in', () => {
  const authorize = (redirect: string): Promise<Response> => {
    const address = new URL('/oauth2/authorize', stack.emulatorUrl);
    address.search = new URLSearchParams({
      client_id: stack.outputs.UserPoolClientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: redirect,
      code_challenge: 'A'.repeat(43),
      code_challenge_method: 'S256',
    }).toString();
    return fetch(address, { redirect: 'manual' });
  };

  test('returns to the site and to nowhere else', async () => {
    expect((await authorize(`${stack.outputs.SiteOrigin}/`)).status).toBe(200);
    expect((await authorize('https://elsewhere.example.org/')).status).toBe(400);
  });
});
