import { afterAll, beforeAll, describe, expect } from 'vitest';
import { verdictOn } from '../support/case-room.ts';
import { expectDone, room, view } from '../support/interview.ts';
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
import { look } from './look.ts';
import { expectFlow } from './pages.ts';
import { storySteps } from './story-steps.ts';

/**
 * A hearing of the Thai court, heard to the end: the judge, counsel and the officer of the host State at desks; whoever is heard, the
 * accused, and an interpreter for each of the two on telephones. The two sides meet nowhere.
 */

const step = storySteps(() => story.pages);
const roomsOf = async (who: { readonly token?: string | undefined }) =>
  ((await view(at(), who)).body.places as { room: string }[]).map((place) => place.room);
const judge = () => ({ token: story.people.tokens.judge });

beforeAll(async () => {
  story.browser = await startBrowser();
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
      for (const who of ['attending-officer', 'judge', 'defence-counsel'] as const) {
        await atDesk(who);
        await letIn(who);
      }
      await onPhone('witness', 'my', story.witness);
      await onPhone('interpreter', 'my', story.hers, 'hers');
      await letIn('witness');
      await letIn('interpreter', story.hers);
      await expectFlow(pageOf('witness'), 'attending-officer');
      await expectFlow(pageOf('attending-officer'), 'witness');
      await expectFlow(pageOf('judge'), 'defence-counsel');
      expect(await pageOf('judge').getByTestId('tile-witness').count()).toBe(0);
      expect(await pageOf('witness').getByTestId('live').getAttribute('data-live')).toBe('false');
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
    // The court sees them; whoever is heard and those with her have nothing of them.
    await expectFlow(pageOf('judge'), 'accused');
    expect(await pageOf('witness').getByTestId('tile-accused').count()).toBe(0);
    await look(pageOf('accused'), 'guest-screened', 'guest');
  });

  step(
    'the judge calls her in: the court sees and hears her, and the accused’s page knows nothing of her',
    async () => {
      await pageOf('judge').getByRole('button', { name: 'Call in', exact: true }).click();
      await pageOf('witness').locator('[data-testid="live"][data-live="true"]').waitFor({ timeout: 30_000 });
      for (const who of ['judge', 'defence-counsel'] as const) await expectFlow(pageOf(who), 'witness');
      await expectFlow(pageOf('witness'), 'judge');
      await expectFlow(pageOf('accused'), 'court');
      for (const who of ['accused', 'his']) {
        expect(await pageOf(who).getByTestId('tile-witness').count()).toBe(0);
        expect(await pageOf(who).content()).not.toContain(story.witness);
      }
      for (const who of ['judge', 'defence-counsel', 'attending-officer'] as const)
        await look(pageOf(who), `hearing-${who}`, who === 'judge' ? 'main' : 'staff');
      await look(pageOf('witness'), 'guest-heard-by-court', 'guest');
    },
  );

  step('counsel talks apart with the accused, and no machine is there', async () => {
    const counsel = pageOf('defence-counsel');
    await counsel.getByRole('button', { name: `Talk with Accused ${story.accused}` }).click();
    const theirs = pageOf('accused').getByTestId('heard-in');
    await theirs.waitFor({ timeout: 30_000 });
    await expect
      .poll(async () => (await roomsOf({ token: story.people.tokens['defence-counsel'] })).join(' '))
      .toMatch(/consultation-/);
    await look(pageOf('accused'), 'guest-talks-apart', 'guest');
    await look(counsel, 'hearing-talks-apart', 'staff');
    await counsel.getByRole('button', { name: 'End the talk' }).click();
    await theirs.waitFor({ state: 'detached', timeout: 30_000 });
    await expectFlow(pageOf('accused'), 'court');
  });

  step(
    'the judge goes off the record, sits in camera, and has a recess that everybody sees end',
    async () => {
      const page = pageOf('judge');
      const state = (is: string) =>
        page.locator(`[data-testid="session-state"][data-state="${is}"]`).waitFor();
      await page.getByRole('button', { name: 'Off the record' }).click();
      await state('off-record');
      await page.getByRole('button', { name: 'On the record' }).click();
      await state('on-record');
      await page.getByRole('button', { name: 'Sit in camera' }).click();
      await page.getByTestId('in-camera-now').waitFor();
      await page.getByRole('button', { name: '5 min', exact: true }).click();
      await state('recess');
      await expect.poll(() => roomsOf(judge()), { timeout: 15_000 }).toEqual([]);
      await look(page, 'hearing-recess', 'staff');
      await look(pageOf('accused'), 'guest-recess', 'guest');
      await page.getByTestId('pauses').getByRole('button').first().click();
      await expectFlow(pageOf('judge'), 'witness');
      await expectFlow(pageOf('accused'), 'court');
    },
  );

  step('she is stood down, the judge ends it, and a foreign court finds the log whole', async () => {
    await pageOf('judge').getByRole('button', { name: 'Stand down', exact: true }).click();
    await pageOf('judge').getByTestId('tile-witness').waitFor({ state: 'detached', timeout: 30_000 });
    await expectFlow(pageOf('witness'), 'attending-officer');
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
