import { expect, test } from 'vitest';

import { pagePolicy } from '../../infra/constructs/page-security.ts';
import { stageSettings } from '../../infra/stages.ts';

const directives = (stage: string): Record<string, string[]> => {
  const policy = pagePolicy({
    settings: stageSettings(stage),
    signInOrigin: 'https://sign-in.example.org',
    socketsOrigin: 'wss://sockets.example.org',
  });
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
};

test.each(['example', 'local'])(
  'the pages of stage %s load nothing by default and run no inline script or style',
  (stage) => {
    const policy = directives(stage);
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['style-src']).toEqual(["'self'"]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
  },
);

test('the pages may talk to LiveKit, to the sockets that nudge them and the sign-in page, in the cloud only encrypted', () => {
  expect(directives('example')['connect-src']).toEqual([
    "'self'",
    'wss://media.example.org',
    'https://media.example.org',
    'wss://sockets.example.org',
    'https://sign-in.example.org',
  ]);
  expect(directives('local')['connect-src']).toContain('ws://127.0.0.1:7880');
  expect(directives('example')).toHaveProperty('upgrade-insecure-requests');
  expect(directives('local')).not.toHaveProperty('upgrade-insecure-requests');
});
