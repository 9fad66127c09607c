import type { Browser } from 'playwright-core';
import { expectDone, invite, room, type Interview } from '../../support/interview.ts';
import { deployedStack } from '../../support/stack.ts';

/** The guests of one interview, what they come with, and how the clerk lets them in. */

export const stack = deployedStack();
const { siteUrl } = stack;
export const phone = { width: 360, height: 740 } as const;

interface Story {
  browser: Browser;
  interview: Interview;
}

/** What is there before the first test. */
export const story = {} as unknown as Story;

/** A new link and PIN for a guest. */
export const invited = async (seat: 'witness' | 'interpreter' = 'witness') => {
  const { secret, pin } = await invite(story.interview, seat);
  return { link: `${siteUrl}join/my/#${secret}`, pin };
};

/** The clerk, as the service knows her. */
export const clerk = () => ({ token: story.interview.tokens.clerk });

/** The clerk lets a guest in from the door. */
export const letIn = async (seat: string) =>
  expectDone(await room(story.interview, clerk(), 'admissions', { seat }));
