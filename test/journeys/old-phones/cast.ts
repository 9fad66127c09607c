import type { Browser } from 'playwright-core';
import { expectDone, invite, room, view, type Interview } from '../../support/interview.ts';
import { deployedStack } from '../../support/stack.ts';

/** The witness with an old telephone, the interpreter with a new one, and the clerk who lets them in. */

export const stack = deployedStack();
export const phone = { width: 360, height: 740 } as const;

interface Story {
  browser: Browser;
  interview: Interview;
}

/** What is there before the first test. */
export const story = {} as unknown as Story;

/** A new link, to the pages in Burmese, and its PIN. */
export async function invited(seat: 'witness' | 'interpreter') {
  const { secret, pin } = await invite(story.interview, seat);
  return { link: `${stack.siteUrl}join/my/#${secret}`, pin };
}

const clerk = () => ({ token: story.interview.tokens.clerk });

export const byClerk = async (verb: string, body: object = {}) =>
  expectDone(await room(story.interview, clerk(), verb, body));

export const pauses = async () => (await view(story.interview, clerk())).body.pauses;
