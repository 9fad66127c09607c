import { expect, it } from 'vitest';
import { changesBetween, type Moment } from '../../../../../web/src/pages/room/desk/announce.ts';

type Somebody = readonly [string, { readonly who: string; readonly muted: boolean }];
const witness: Somebody = ['W-4K7Q', { who: 'Witness W-4K7Q', muted: false }];
const clerk: Somebody = ['C-3FGH', { who: 'Court clerk C-3FGH', muted: false }];
const before: Moment = {
  people: new Map([witness, clerk]),
  microphone: true,
  camera: true,
  pinned: undefined,
  hands: new Map(),
};

it('says nothing where nothing changed', () => {
  expect(changesBetween(before, { ...before, people: new Map(before.people) })).toEqual([]);
});

it('says who came and who went', () => {
  const judge: Somebody = ['J-5PQR', { who: 'Judge J-5PQR', muted: true }];
  expect(changesBetween(before, { ...before, people: new Map([witness, judge]) })).toEqual([
    { what: 'entered', who: 'Judge J-5PQR' },
    { what: 'left', who: 'Court clerk C-3FGH' },
  ]);
});

it('says whose microphone went off or on, one’s own too', () => {
  const muted = { ...before, people: new Map([witness, [clerk[0], { ...clerk[1], muted: true }]]) };
  expect(changesBetween(before, muted)).toEqual([{ what: 'muted', who: 'Court clerk C-3FGH' }]);
  expect(changesBetween(muted, before)).toEqual([{ what: 'unmuted', who: 'Court clerk C-3FGH' }]);
  expect(changesBetween(before, { ...before, microphone: false, camera: false })).toEqual([
    { what: 'microphone-off' },
    { what: 'camera-off' },
  ]);
  expect(changesBetween({ ...before, camera: false }, before)).toEqual([{ what: 'camera-on' }]);
});

it('says who is kept large, and that nobody is', () => {
  const kept = { ...before, pinned: 'Witness W-4K7Q' };
  expect(changesBetween(before, kept)).toEqual([{ what: 'pinned', who: 'Witness W-4K7Q' }]);
  expect(changesBetween(kept, before)).toEqual([{ what: 'unpinned' }]);
});

it('says whose hand goes up or down', () => {
  const up = { ...before, hands: new Map([['P-2222', 'Prosecutor P-2222']]) };
  expect(changesBetween(before, up)).toEqual([{ what: 'hand-up', who: 'Prosecutor P-2222' }]);
  expect(changesBetween(up, before)).toEqual([{ what: 'hand-down', who: 'Prosecutor P-2222' }]);
});
