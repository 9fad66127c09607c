import { describe, expect, it } from 'vitest';
import * as exhibits from '../../../../functions/exhibits/contract.ts';
import * as alarm from '../../../../functions/help/alarm/contract.ts';
import * as technical from '../../../../functions/help/technical/contract.ts';
import * as hearing from '../../../../functions/hearing/contract.ts';
import * as given from '../../../../functions/hearing/given/contract.ts';
import * as languages from '../../../../functions/hearing/languages/contract.ts';
import * as room from '../../../../functions/rooms/contract.ts';
import * as invitations from '../../../../functions/rooms/invitations/contract.ts';
import * as machines from '../../../../functions/rooms/machines/contract.ts';
import type { Route } from '../../../../functions/shared/http/contract.ts';
import { ownNames as allOwnNames } from '../../../../functions/shared/values/languages.ts';
import { refusals } from '../../../../functions/shared/refusals.ts';
import { paths as acts } from '../../../../web/src/pages/hearing-acts/guest-line.ts';
import { newKey, paths } from '../../../../web/src/pages/guest/guest-api.ts';
import { ownNames } from '../../../../web/src/pages/guest/own-names.ts';
import { sayingOf } from '../../../../web/src/pages/guest/saying.ts';

const contract = {
  ...exhibits,
  ...room,
  ...invitations,
  ...machines,
  ...alarm,
  ...technical,
  ...hearing,
  ...given,
  ...languages,
};

describe('what the guest page writes down for itself agrees with the contract', () => {
  it.each(Object.entries({ ...paths, ...acts }))('%s is %s', (verb, path) => {
    const route = new Map<string, unknown>(Object.entries(contract)).get(verb) as Route;
    expect(route.path).toBe(path);
    expect(route.method).toBe(verb.startsWith('read') ? 'GET' : 'POST');
  });

  it('the languages’ own names', () => {
    expect(ownNames).toEqual(allOwnNames);
  });
});

describe('keys of requests', () => {
  it('have the form that the service asks for, and never come twice', () => {
    const keys = Array.from({ length: 200 }, () => newKey());
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{22,64}$/);
    expect(new Set(keys).size).toBe(200);
  });
});

describe('what a refusal of the PIN says', () => {
  it.each([
    ['invitation-not-accepted', 'pinWrong'],
    ['invitation-in-use', 'inUse'],
    ['invitation-over', 'linkOver'],
    ['room-ended', 'linkOver'],
    ['too-many-tries', 'tooMany'],
    ['offline', 'noAnswer'],
    ['internal-fault', 'tryAgain'],
  ] as const)('%s: %s', (code, word) => {
    expect(sayingOf(code)).toBe(word);
  });

  it('every refusal that the contract names for it has a saying of its own', () => {
    for (const code of contract.redeemInvitation.refusals ?? []) {
      expect(Object.hasOwn(refusals, code)).toBe(true);
      expect(sayingOf(code)).not.toBe('tryAgain');
    }
  });
});
