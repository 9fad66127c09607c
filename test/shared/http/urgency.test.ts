import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Context } from '../../../functions/shared/http/call.ts';
import { route, type Urgency } from '../../../functions/shared/http/contract.ts';
import { lambdaEntry } from '../../../functions/shared/http/lambda-entry.ts';
import { capabilityApp } from '../../../functions/shared/http/mount.ts';
import { everyRoute } from '../../support/every-route.ts';

const answer = z.strictObject({});
const stop = route({
  method: 'GET',
  path: '/api/trial/stops',
  summary: '',
  urgency: 'stopping',
  who: 'anyone',
  answer,
});
const read = route({ method: 'GET', path: '/api/trial/pages', summary: '', who: 'anyone', answer });

function appFor(urgency?: Urgency | 'ordinary') {
  const context = { now: () => new Date(), ...(urgency === undefined ? {} : { urgency }) } as Context;
  const { app, mount } = capabilityApp('trial', context);
  mount(stop, async () => ({}));
  mount(read, async () => ({}));
  return app;
}

test.each([
  ['stopping', 200, 404],
  ['ordinary', 404, 200],
  ['entering', 404, 404],
  [undefined, 200, 200],
] as const)('a function that is %s answers its own routes and no others', async (urgency, stops, pages) => {
  const app = appFor(urgency);
  expect((await app.request('/api/trial/stops')).status).toBe(stops);
  expect((await app.request('/api/trial/pages')).status).toBe(pages);
});

test('a function that is kept warm does nothing', async () => {
  const woken = lambdaEntry({ http: appFor(), sweep: () => Promise.reject(new Error('swept')) });
  expect(await woken({ warm: true })).toBeUndefined();
});

// By hand, beside the contracts: a verb that takes something away must not lose its urgency unnoticed.
test('what takes something away, what lets in, and what knocks', () => {
  const named = (urgency: Urgency) =>
    everyRoute.filter(([, { route: each }]) => each.urgency === urgency).map(([name]) => name);
  expect(named('stopping').toSorted()).toEqual([
    'help.answerCall',
    'help.callHelp',
    'rooms.adjourn',
    'rooms.endSession',
    'rooms.endTalk',
    'rooms.identify',
    'rooms.pause',
    'rooms.remove',
    'rooms.sayToday',
    'rooms.silence',
    'rooms.standDown',
    'rooms.waiveOwnWish',
    'rooms.withdraw',
    'witnesses.withdrawConsent',
  ]);
  expect(named('entering').toSorted()).toEqual([
    'rooms.arrive',
    'rooms.listen',
    'rooms.raiseHand',
    'rooms.readGuestSeat',
    'rooms.readRoom',
    'rooms.reportStall',
    'rooms.requestPass',
    'rooms.takeTurn',
  ]);
  expect(named('knocking').toSorted()).toEqual([
    'rooms.mediaHook',
    'rooms.redeemInvitation',
    'rooms.withdrawByLink',
  ]);
});
