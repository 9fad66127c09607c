import { afterAll, beforeAll, describe, expect } from 'vitest';
import { verdictOn } from '../support/case-room.ts';
import { device, expectDone, room, view } from '../support/interview.ts';
import { actionsOf } from '../support/session-log.ts';
import { startBrowser } from './browser.ts';
import {
  at,
  atDesk,
  byClerk,
  clerk,
  letIn,
  onPhone,
  pageOf,
  prepare,
  stack,
  story,
} from './court-hearing/cast.ts';
import { look, photograph } from './look.ts';
import { expectFlow } from './pages.ts';
import { storySteps } from './story-steps.ts';

/**
 * A hearing of the Thai court, heard to the end: the judge at a desk; whoever is heard, the accused, and the interpreter beside the
 * accused on telephones. The two sides meet nowhere.
 */

const step = storySteps(() => story.pages);
const roomsOf = async (who: { readonly token?: string | undefined }) =>
  ((await view(at(), who)).body.places as { room: string }[]).map((place) => place.room);
const judge = () => ({ token: story.people.tokens.judge });

beforeAll(async () => {
  // Two machines are at work beside the browsers.
  story.browser = await startBrowser(undefined, ['--use-fake-device-for-media-stream=fps=2']);
  await prepare();
}, 240_000);
afterAll(async () => {
  // Machines of a hearing that is left open go on beside all that comes after.
  await byClerk('ending');
  await story.browser.close();
});

describe('a hearing of a court, end to end', () => {
  step(
    'the court comes in; whoever is heard waits in a room of her own with those who go with her',
    async () => {
      const support = { token: story.people.tokens['support-officer'] };
      expectDone(await room(at(), support, 'today', { takesPart: 'yes' }));
      expectDone(await byClerk('opening'));
      await letIn('support-officer');
      // Whoever the host State sends, and counsel, come as their pages bring them; two cores show four pages and two machines.
      for (const who of ['attending-officer', 'defence-counsel'] as const) {
        expectDone(await room(at(), { token: story.people.tokens[who] }, 'arrivals', device));
        await letIn(who);
      }
      await atDesk('judge');
      await letIn('judge');
      await onPhone('witness', 'my', story.witness);
      await letIn('witness');
      await pageOf('witness').locator('[data-testid="live"][data-live="false"]').waitFor({ timeout: 30_000 });
      expect(await pageOf('judge').getByTestId('tile-witness').count()).toBe(0);
      await look(pageOf('witness'), 'guest-waits-to-be-called', 'guest');
    },
  );

  step('the accused hears the court, with an interpreter beside them, in a room of their own', async () => {
    await onPhone('interpreter', 'th', story.his, 'his');
    await letIn('interpreter', story.his);
    await onPhone('accused', 'th', story.accused);
    await letIn('accused');
    await pageOf('judge').getByLabel(`Interpreter ${story.his} goes with`).selectOption(story.accused);
    await expectFlow(pageOf('accused'), 'court');
    await expectFlow(pageOf('accused'), 'interpreter');
    // The court sees them; whoever is heard has nothing of them.
    await expectFlow(pageOf('judge'), 'accused');
    expect(await pageOf('witness').getByTestId('tile-accused').count()).toBe(0);
    await photograph(pageOf('accused'), 'guest-screened');
  });

  step(
    'the judge calls her in: the court sees and hears her, and the accused’s page knows nothing of her',
    async () => {
      await pageOf('judge').getByRole('button', { name: 'Call in', exact: true }).click();
      await pageOf('witness').locator('[data-testid="live"][data-live="true"]').waitFor({ timeout: 30_000 });
      await expectFlow(pageOf('judge'), 'witness');
      await expectFlow(pageOf('witness'), 'judge');
      await expectFlow(pageOf('accused'), 'court');
      for (const who of ['accused', 'his']) {
        expect(await pageOf(who).getByTestId('tile-witness').count()).toBe(0);
        expect(await pageOf(who).content()).not.toContain(story.witness);
      }
      for (const who of ['judge', 'witness', 'accused', 'his'])
        await photograph(pageOf(who), `called-in-${who}`);
    },
  );

  step('counsel talks apart with the accused', async () => {
    const counsel = { token: story.people.tokens['defence-counsel'] };
    const begun = expectDone(await room(at(), counsel, 'consultations', { people: [story.accused] }));
    const theirs = pageOf('accused').getByTestId('heard-in');
    await theirs.waitFor({ timeout: 30_000 });
    await photograph(pageOf('accused'), 'guest-talks-apart');
    const [talk] = begun.body.consultations as { consultation: string }[];
    expectDone(await room(at(), counsel, 'consultation-endings', { consultation: talk?.consultation }));
    await theirs.waitFor({ state: 'detached', timeout: 30_000 });
    await expectFlow(pageOf('accused'), 'court');
  });

  step('the judge goes off the record and has a recess that everybody sees end', async () => {
    const page = pageOf('judge');
    const state = (is: string) => page.locator(`[data-testid="session-state"][data-state="${is}"]`).waitFor();
    await page.getByRole('button', { name: 'Off the record' }).click();
    await state('off-record');
    await page.getByRole('button', { name: 'On the record' }).click();
    await state('on-record');
    await look(page, 'hearing-judge');
    await page.getByRole('button', { name: '5 min', exact: true }).click();
    await expect.poll(() => roomsOf(judge()), { timeout: 15_000 }).toEqual([]);
    await look(page, 'hearing-recess');
    await page.getByTestId('pauses').getByRole('button').first().click();
    await expectFlow(pageOf('judge'), 'witness');
    await expectFlow(pageOf('accused'), 'court');
  });

  step('she is stood down, the judge ends it, and a foreign court finds the log whole', async () => {
    await pageOf('judge').getByRole('button', { name: 'Stand down', exact: true }).click();
    await pageOf('judge').getByTestId('tile-witness').waitFor({ state: 'detached', timeout: 30_000 });
    await pageOf('witness').locator('[data-testid="live"][data-live="false"]').waitFor({ timeout: 30_000 });
    expectDone(await room(at(), judge(), 'ending'));
    await expect.poll(async () => (await view(at(), clerk())).body.phase).toBe('ended');
    const token = story.people.tokens.prosecutor ?? '';
    expect(await verdictOn(stack.apiUrl, `logs/${story.sessionId}`, token)).toBe('intact');
    const said = await actionsOf(stack, story.sessionId);
    for (const action of [
      'room.opened',
      'witness.called',
      'witness.stood-down',
      'consultation.begun',
      'session.ended',
    ])
      expect(said).toContain(action);
    for (const { faults } of story.pages.values()) expect(faults).toEqual([]);
  });
});
