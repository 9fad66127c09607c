import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, refusedPage } from '../../support/page-socket.ts';
import {
  bookInterview,
  device,
  expectDone,
  guest,
  openGates,
  room,
  view,
  type Interview,
} from '../../support/interview.ts';
import { deployedStack } from '../../support/stack.ts';

const stack = deployedStack();

describe('the sockets of pages', () => {
  let interview: Interview;
  let witness: { readonly cookie: string };
  let clerk: { readonly token: string };

  beforeAll(async () => {
    interview = await bookInterview(stack);
    await openGates(interview);
    clerk = { token: interview.tokens.clerk };
    witness = await guest(interview, 'witness');
    expectDone(await room(interview, clerk, 'opening'));
  });

  const ticket = async (who: typeof clerk | typeof witness) =>
    expectDone(await room(interview, who, 'listening')).body as { url: string; ticket: string };

  it('tell whoever waits and the clerk, each by what they see, to look again, and nothing else', async () => {
    const pages = {
      clerk: await openPage(await ticket(clerk)),
      witness: await openPage(await ticket(witness)),
    };
    expect(pages.clerk.protocol).toBe('look-again');
    expectDone(await room(interview, witness, 'arrivals', device));
    await pages.clerk.heard(1);
    expectDone(await room(interview, clerk, 'admissions', { seat: 'witness' }));
    await pages.witness.heard(1);
    expect((await view(interview, witness)).body.myState).toBe('admitted');
    expectDone(await room(interview, witness, 'pauses', { kind: 'pause' }));
    await pages.clerk.heard(2);
    // What a page says goes nowhere.
    pages.witness.say('{"action":"pause"}');
    expectDone(await room(interview, witness, 'resumptions'));
    await pages.clerk.heard(3);
    expect(new Set([...pages.clerk.messages, ...pages.witness.messages])).toEqual(new Set(['look again']));
    pages.clerk.close();
    pages.witness.close();
  });

  it('open by a ticket that is good, and once', async () => {
    const { url, ticket: good } = await ticket(witness);
    expect(await refusedPage(url, [])).toBe(true);
    expect(await refusedPage(url, ['look-again'])).toBe(true);
    expect(await refusedPage(url, ['look-again', good.replace(/^./, good.startsWith('0') ? '1' : '0')])).toBe(
      true,
    );
    const page = await openPage({ url, ticket: good });
    expect(await refusedPage(url, ['look-again', good])).toBe(true);
    page.close();
  });
});
