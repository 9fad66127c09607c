import { renderToString } from 'react-dom/server';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DoorPicture } from '../../../../web/src/pages/session/door-picture.tsx';
import type { Gate } from '../../../../web/src/pages/session/session-view.ts';
import { startWords } from '../../../../web/src/words/words.ts';

/** What the picture says of the door as a whole: what keeps it open is not always a yes. */

const browser = () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  vi.stubGlobal('localStorage', { getItem: () => null });
};
beforeEach(browser);
beforeAll(async () => {
  browser();
  await startWords('en');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const gate = (name: Gate['gate'], state: Gate['state'], more: Partial<Gate> = {}): Gate => ({
  gate: name,
  state,
  turn: 'clerk',
  mine: false,
  myTurn: false,
  ...more,
});
const drawn = (...gates: Gate[]) => renderToString(<DoorPicture gates={gates} />);
const every = 'Every gate is open';
const none = 'No gate keeps it closed';

test('every gate is open where every gate is', () => {
  const all = drawn(gate('consent', 'open'), gate('rehearsal', 'open'));
  expect(all).toContain(every);
  expect(all).not.toContain('Not tested:');
});

test('a rehearsal that nobody tested keeps it not closed, is not said to be open, and is named', () => {
  const untested = drawn(gate('consent', 'open'), gate('rehearsal', 'untested'));
  expect(untested).toContain(none);
  expect(untested).toContain('Not tested: Rehearsal');
  expect(untested).not.toContain(every);
});

test('nor is one that was set aside', () => {
  const aside = drawn(gate('consent', 'open'), gate('interpreter', 'missing', { aside: true }));
  expect(aside).toContain(none);
  expect(aside).toContain('Set aside: ');
  expect(aside).not.toContain(every);
});

test('while one is missing, how many is all that it says', () => {
  const closed = drawn(gate('consent', 'missing'), gate('rehearsal', 'untested'));
  expect(closed).toContain('Gates still closed: 1');
  expect(closed).not.toContain(none);
  expect(closed).not.toContain('Not tested:');
});
