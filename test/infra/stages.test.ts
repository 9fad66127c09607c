import { describe, expect, test } from 'vitest';

import { assertCapacity, checkStage, stageSettings, type StageSettings } from '../../infra/stages.ts';

const example = stageSettings('example');

describe('a production stage refuses', () => {
  const unsafe: readonly [string, Partial<StageSettings>, RegExp][] = [
    ['nobody on call', { alarmEmail: undefined }, /alarmEmail/],
    ['sign-in without a second factor', { signIn: { ...example.signIn, mfa: 'off' } }, /signIn\.mfa/],
    [
      'passwords by program',
      { signIn: { ...example.signIn, passwordsByProgram: true } },
      /passwordsByProgram/,
    ],
    ['no name and certificate of its own', { site: undefined }, /Give site/],
    ['a flood that nothing stands before', { webAclArn: undefined }, /webAclArn/],
    ['media keys in the clear', { media: { publicUrl: 'ws://media.example.org' } }, /wss:/],
    [
      'a media server nobody else reaches',
      { media: { publicUrl: 'wss://127.0.0.1:7880' } },
      /others can reach/,
    ],
    ['a lock that can be lifted', { evidence: { lock: 'governance', lockDays: 3650 } }, /evidence\.lock/],
    ['a lock that ends too soon', { evidence: { lock: 'compliance', lockDays: 30 } }, /lockDays/],
    ['evidence that goes with the stack', { onRemoval: 'destroy' }, /onRemoval/],
    ['a log that is gone too soon', { logDays: 7 }, /logDays/],
    ['a pause that waits behind everything', { capacity: undefined }, /Give capacity/],
    [
      'too little to stop with',
      { capacity: { account: 1000, stopping: 5, entering: 200, knocking: 100 } },
      /capacity\.stopping/,
    ],
    [
      'a door too narrow for the full hour',
      { capacity: { account: 1000, stopping: 50, entering: 200, knocking: 1 } },
      /capacity\.entering/,
    ],
    ['an emulator', { emulatorPort: 4566 }, /emulatorPort/],
  ];
  test.each(unsafe)('%s', (_, change, sentence) => {
    const faults = checkStage({ ...example, ...change });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  test('nothing of the example', () => {
    expect(checkStage(example)).toEqual([]);
  });
});

test('the account must have what is kept for urgent functions, and a hundred for the others', () => {
  const functions = [
    { urgency: 'stopping' },
    { urgency: 'stopping' },
    { urgency: 'entering' },
    { urgency: undefined },
  ] as const;
  const of = (account: number) => () =>
    assertCapacity(
      { name: 'narrow', capacity: { account, stopping: 50, entering: 200, knocking: 100 } },
      functions,
    );
  expect(of(400)).not.toThrow();
  expect(of(399)).toThrow('Stage "narrow" keeps 300 requests at once for urgent functions');
  expect(() => assertCapacity({ name: 'local', capacity: undefined }, functions)).not.toThrow();
});

describe('the name of a stage', () => {
  test('must be known, and the sentence says which are', () => {
    expect(() => stageSettings('nowhere')).toThrow(
      'There is no stage "nowhere". Stages in infra/stages.ts: example, local.',
    );
  });

  test('is not looked up among the properties every object has', () => {
    expect(() => stageSettings('constructor')).toThrow('There is no stage "constructor"');
  });
});

describe('the local stage', () => {
  test('takes LiveKit and port from the command line', () => {
    const local = stageSettings('local', { livekitUrl: 'ws://127.0.0.1:7999', emulatorPort: '4999' });
    expect(local.media.publicUrl).toBe('ws://127.0.0.1:7999');
    expect(local.emulatorPort).toBe(4999);
  });

  test.each([
    [{ emulatorPort: 'many' }, /emulatorPort/],
    [{ emulatorPort: '70000' }, /emulatorPort/],
    [{ livekitUrl: 'ftp://127.0.0.1' }, /publicUrl/],
  ])('refuses %j', (choices, sentence) => {
    expect(() => stageSettings('local', choices)).toThrow(sentence);
  });
});
