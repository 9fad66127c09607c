import { afterAll, beforeAll, describe } from 'vitest';
import { bookInterview, openGates } from '../support/interview.ts';
import { startBrowser } from './browser.ts';
import { beingTold } from './guest-pages/being-told.ts';
import { breaking } from './guest-pages/breaking.ts';
import { stack, story } from './guest-pages/cast.ts';
import { comingIn } from './guest-pages/coming-in.ts';
import { onABadLine } from './guest-pages/on-a-bad-line.ts';
import { stayingInTheRoom } from './guest-pages/staying-in-the-room.ts';
import { takingItBack } from './guest-pages/taking-it-back.ts';
import { weighing } from './guest-pages/weighing.ts';

/** What else can happen to a guest on the way: everything that is not the straight road of the interview. */

beforeAll(async () => {
  story.browser = await startBrowser();
  story.interview = await bookInterview(stack);
  await openGates(story.interview);
});
afterAll(async () => {
  await story.browser.close();
});

describe('the way in', () => {
  comingIn();
});

describe('a page that breaks', () => {
  breaking();
});

describe('when to look', () => {
  beingTold();
});

describe('on a bad line', () => {
  onABadLine();
});

describe('in the room', () => {
  stayingInTheRoom();
});

describe('between sessions and after the last one', () => {
  takingItBack();
});

describe('weight', () => {
  weighing();
});
