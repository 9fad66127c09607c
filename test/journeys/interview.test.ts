import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { send } from '../support/http.ts';
import { newCase } from '../support/interview.ts';
import { newOffice, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { hostileClient, type Hostile } from './hostile.ts';
import { look, photograph } from './look.ts';
import {
  answer,
  atStep,
  bigButton,
  bytesOn,
  comeToTheDoor,
  expectFlow,
  find,
  type InRoom,
  letQuestionStand,
  signIn,
  typeSegments,
} from './pages.ts';
import { soonInBangkok } from './soon.ts';
import { storySteps } from './story-steps.ts';

/**
 * The main job once through, on the pages, in real browsers, with the real media server: a prosecutor in Bangkok
 * interviews a protected witness in Yangon. Each step builds on the ones before.
 */

const stack = deployedStack();
const { siteUrl, apiUrl, liveKit } = stack;
const logFile = join(stack.folder, 'custody-log.jsonl');
const mediaRooms = new RoomServiceClient(liveKit.url, liveKit.apiKey, liveKit.apiSecret);

type Staff =
  | 'prosecutor'
  | 'clerk'
  | 'support-officer'
  | 'attending-officer'
  | 'central-authority'
  | 'auditor';
const inRoom: readonly InRoom[] = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'witness',
  'interpreter',
];

let browser: Browser;
let office: Office;
let caseId = '';
let sessionId = '';
const people = new Map<string, Visitor>();
const invitations: Record<string, { link: string; pin: string }> = {};

const pageOf = (who: string): Page => {
  const found = people.get(who);
  if (found === undefined) throw new Error(`Nobody is the ${who} yet.`);
  return found.page;
};
const go = (who: string, path: string) => pageOf(who).goto(`${siteUrl}${path}`);

async function comeIn(who: Staff): Promise<Page> {
  const visit = await visitor(browser);
  people.set(who, visit);
  await signIn(visit.page, siteUrl, office.accounts[who]);
  return visit.page;
}

/** Somebody's own POST to the service, past the pages: what the service itself lets them do. */
const post = (who: Staff, path: string, body: unknown = {}) =>
  send(apiUrl, 'POST', path, { token: office.tokens[who], body });
const askPass = (who: Staff) => post(who, `/api/rooms/${sessionId}/passes`);

/** A guest's POST, from the guest's own page with the guest's own cookie. @returns the refusal's code, or undefined */
const guestPost = (page: Page, path: string): Promise<string | undefined> =>
  page.evaluate(async (address) => {
    const key = crypto.randomUUID();
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: '{}',
    });
    return response.ok ? undefined : ((await response.json()) as { code: string }).code;
  }, path);

const step = storySteps();

const gateStates = async (page: Page): Promise<Record<string, string | null>> => {
  const names = ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter'];
  const states = await Promise.all(
    names.map((name) => page.getByTestId(`gate-${name}`).getAttribute('data-state')),
  );
  return Object.fromEntries(names.map((name, at) => [name, states[at] ?? null]));
};

beforeAll(async () => {
  browser = await startBrowser();
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
});
afterAll(async () => {
  await browser.close();
});

describe('one interview, end to end', () => {
  step('the prosecutor signs in, opens the case and sees a time in every zone she may see', async () => {
    const welcome = await visitor(browser);
    await welcome.page.goto(siteUrl);
    await look(welcome.page, 'staff-welcome');
    await welcome.context.close();

    const page = await comeIn('prosecutor');
    await page.getByRole('link', { name: /T 1\/2026/ }).waitFor();
    await look(page, 'staff-cases');
    await page.getByRole('link', { name: /T 1\/2026/ }).click();
    await page.getByRole('link', { name: 'Book a session' }).waitFor();
    await look(page, 'staff-case');
    await page.getByRole('link', { name: 'Book a session' }).click();
    const { date, time } = soonInBangkok();
    await typeSegments(page, 'Date', date);
    await typeSegments(page, 'Time', time);
    await find(page, 'Interpreter', office.ids.interpreter);
    const clock = page.getByTestId('seat-prosecutor').locator('time');
    await clock.waitFor();
    expect(await page.getByTestId('seat-prosecutor').innerText()).toContain('+07:00');
    expect(await page.getByTestId('seat-prosecutor').innerText()).toMatch(
      /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d/,
    );
    expect(await page.getByTestId('seat-interpreter').innerText()).toMatch(/\+1[01]:00/);
    // Her place would show in her time, and so would that of the officer who is with her.
    for (const hidden of ['witness', 'support-officer']) {
      const row = page.getByTestId(`seat-${hidden}`);
      expect(await row.innerText()).toContain('Time not shown');
      expect(await row.locator('time').count()).toBe(0);
    }
    await look(page, 'staff-book');
  });

  step('it is booked, and nobody can be booked twice', async () => {
    const page = pageOf('prosecutor');
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await page.getByTestId('gate-consent').waitFor();
    sessionId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(sessionId).toMatch(/^[0-9a-z]{26}$/);

    await go('prosecutor', `cases/${caseId}/book`);
    const { date, time } = soonInBangkok();
    await typeSegments(page, 'Date', date);
    await typeSegments(page, 'Time', time);
    await find(page, 'Interpreter', office.ids.interpreter);
    await page.getByTestId('seat-clerk').getByText('Already booked').waitFor();
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await page.getByText('already booked at that time').waitFor();
  });

  step('the session shows what is missing and whose turn it is, and no pass can be had', async () => {
    const page = pageOf('prosecutor');
    await go('prosecutor', `sessions/${sessionId}`);
    await page.getByTestId('gate-consent').waitFor();
    expect(new Set(Object.values(await gateStates(page)))).toEqual(new Set(['missing']));
    expect(await page.getByTestId('gate-consent').innerText()).toContain('Victim-support officer');
    expect(await page.getByTestId('gate-permission').innerText()).toContain('Central authority');
    expect(await page.getByTestId('gate-interpreter').innerText()).toContain('Court clerk');
    await look(page, 'staff-session-closed');
    expect((await askPass('prosecutor')).code).toBe('gates-closed');
    expect((await post('clerk', `/api/rooms/${sessionId}/opening`)).code).toBe('gates-closed');
  });

  step('the support officer records consent and approves the risk plan', async () => {
    const page = await comeIn('support-officer');
    await go('support-officer', `sessions/${sessionId}`);
    await page.getByLabel('Language in which it was explained').waitFor();
    await look(page, 'staff-session-support-officer');
    await page.getByLabel('Language in which it was explained').selectOption('my');
    await answer(page, 'Interpreter for the explanation', 'Not needed');
    await answer(page, 'How she took it in', 'It was explained with pictures');
    for (const question of [
      'taking part is her free choice',
      'pause or stop at any time',
      'help does not depend on her answer',
      'told about the risks',
      'say it back in her own words',
      'To take part in the interview',
      'To be seen and heard live by video',
      'the prosecutor keeps what she says',
      'the court is given what she says',
    ])
      await answer(page, question, 'Yes');
    await answer(page, 'To be recorded', 'No');
    await answer(page, 'How she confirmed it', 'Thumbprint');
    await page.getByRole('button', { name: 'Record her answers' }).click();
    await page.locator('[data-testid="gate-consent"][data-state="open"]').waitFor();

    for (const phase of ['Before the session', 'On the way', 'In the session', 'Afterwards'])
      await answer(page, phase, 'Low');
    await page.getByLabel('Support officer beside her').check();
    await page.getByLabel('Stop signal agreed').check();
    await answer(page, 'asked how she sees the danger', 'Yes');
    await page.getByLabel('Go: the session may take place').check();
    await page.getByRole('button', { name: 'Enter the decision' }).click();
    await page.locator('[data-testid="gate-riskPlan"][data-state="open"]').waitFor();
    expect((await askPass('prosecutor')).code).toBe('gates-closed');
  });

  step(
    'the host State permits it and names its attending officer; the clerk confirms the interpreter',
    async () => {
      const page = await comeIn('central-authority');
      await go('central-authority', `sessions/${sessionId}`);
      await page.getByLabel('Legal basis').waitFor();
      await look(page, 'staff-session-central-authority');
      await page.getByLabel('Granted').check();
      await page.getByLabel('Legal basis').selectOption('asean-mlat');
      await page.getByLabel('Reference of your authority').fill('MLA 88/2026');
      await typeSegments(page, 'Decided on', '01112026');
      await typeSegments(page, 'Valid until', '31122027');
      await page.getByLabel('The attending officer is present').check();
      await page.getByRole('button', { name: 'Enter the decision' }).click();
      await page.locator('[data-testid="gate-permission"][data-state="open"]').waitFor();
      await find(page, 'Attending officer of the host State', office.ids['attending-officer']);
      await page.getByRole('button', { name: 'Name this officer' }).click();
      await page.locator('[data-testid="gate-attendingOfficer"][data-state="open"]').waitFor();

      const clerk = await comeIn('clerk');
      await go('clerk', `sessions/${sessionId}`);
      await clerk.getByLabel('From and into', { exact: true }).selectOption('my');
      await clerk.getByLabel('And from and into').selectOption('th');
      await look(clerk, 'staff-session-clerk');
      await answer(clerk, 'Way of interpreting', 'Consecutive');
      await answer(clerk, 'Conflict of interest', 'None declared');
      await answer(clerk, 'Was the undertaking given?', 'Yes');
      await clerk.getByRole('button', { name: 'Confirm the interpreter' }).click();
      await clerk.getByText('Every gate is open').waitFor();
      // The law allows it now, and still nobody is let in.
      expect((await askPass('prosecutor')).code).toBe('not-admitted');
    },
  );

  step('link and PIN are made for the two guests, each by the one who calls them', async () => {
    for (const [who, seat] of [
      ['support-officer', 'witness'],
      ['clerk', 'interpreter'],
    ] as const) {
      const page = pageOf(who);
      const duty = page.getByRole('region', { name: `Invitation for the ${seat}` });
      await duty.getByRole('button', { name: 'Make link and PIN' }).click();
      const link = await page.getByTestId(`invitation-link-${seat}`).innerText();
      const pin = await page.getByTestId(`invitation-pin-${seat}`).innerText();
      expect(link).toMatch(/\/join\/#[A-Za-z0-9_.-]{22,}$/);
      expect(pin).toMatch(/^\d{6}$/);
      invitations[seat] = { link, pin };
    }
  });

  step('the witness comes by link and PIN, in Burmese, checks her device and waits', async () => {
    const visit = await visitor(browser, { language: 'my', width: 360, height: 740 });
    people.set('witness', visit);
    const { page } = visit;
    const { link = '', pin = '' } = invitations['witness'] ?? {};
    const secret = link.split('#')[1] ?? '';
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(link);
    await atStep(page, 'pin');
    expect(await page.evaluate(() => location.href)).not.toContain(secret);
    expect(await page.locator('html').getAttribute('lang')).toBe('my');
    await look(page, 'guest-pin', 'guest');
    await page.getByRole('textbox').fill(pin === '000000' ? '000001' : '000000');
    await bigButton(page).click();
    await page.locator('.saying', { hasText: 'မမှန်ပါ' }).waitFor();
    // Typed on a Burmese keyboard.
    await page
      .getByRole('textbox')
      .fill(pin.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x1040 + Number(digit))));
    await bigButton(page).click();
    await atStep(page, 'check');
    await look(page, 'guest-check-before', 'guest');
    await bigButton(page).click();
    await page.locator('.finding[data-good="true"]').nth(2).waitFor();
    await look(page, 'guest-check', 'guest');
    await bigButton(page).click();
    await atStep(page, 'waiting');
    await look(page, 'guest-waiting', 'guest');
    expect(asked.filter((address) => address.includes(secret))).toEqual([]);
    expect(await page.title()).toBe('ဗီဒီယိုခေါ်ဆိုမှု');
    expect(await guestPost(page, `/api/rooms/${sessionId}/passes`)).toBe('not-admitted');
  });

  step('the same link and PIN on another device are refused', async () => {
    const other = await visitor(browser, { language: 'en' });
    const { link = '', pin = '' } = invitations['witness'] ?? {};
    await other.page.goto(`${link}.en`);
    await other.page.getByRole('textbox').fill(pin);
    await bigButton(other.page).click();
    await other.page.getByText('in use on another phone').waitFor();
    await other.context.close();
  });

  step('the interpreter and the staff come to the door', async () => {
    const visit = await visitor(browser, { language: 'th' });
    people.set('interpreter', visit);
    const { link = '', pin = '' } = invitations['interpreter'] ?? {};
    await comeToTheDoor(visit.page, link, pin);

    await comeIn('attending-officer');
    for (const who of ['prosecutor', 'support-officer', 'attending-officer', 'clerk'] as const) {
      const page = pageOf(who);
      await go(who, `sessions/${sessionId}/room`);
      await page.getByRole('button', { name: 'I am here' }).waitFor();
      if (who === 'prosecutor') await look(page, 'staff-room-arrival');
      await page.locator('button:enabled', { hasText: 'I am here' }).click();
      await page.getByText(who === 'clerk' ? 'You are ready' : 'You are at the door').waitFor();
    }
    await look(pageOf('prosecutor'), 'staff-room-waiting');
    // Who waits learns nothing of the others.
    const seen = await pageOf('witness').evaluate(
      async (address) => (await fetch(address)).text(),
      `/api/rooms/${sessionId}`,
    );
    expect((JSON.parse(seen) as { seats: { seat: string }[] }).seats.map(({ seat }) => seat)).toEqual([
      'witness',
    ]);
  });

  step(
    'the clerk opens the room and lets each in; all see and hear each other, and nobody else does',
    async () => {
      const clerk = pageOf('clerk');
      await clerk.getByRole('button', { name: 'Open the room' }).click();
      await clerk.getByTestId('tile-clerk').waitFor({ timeout: 30_000 });
      // Let in by the clerk and by nobody else: the others still stand at the door.
      expect((await askPass('prosecutor')).code).toBe('not-admitted');
      expect(await pageOf('witness').locator('video, audio').count()).toBe(0);
      for (const who of inRoom.filter((each) => each !== 'clerk')) {
        await clerk
          .getByTestId(`door-${who}`)
          .getByRole('button', { name: /^Let in/ })
          .click();
        await clerk.locator(`[data-testid="door-${who}"][data-state="admitted"]`).waitFor();
      }
      for (const receiver of inRoom)
        await Promise.all(inRoom.map((sender) => expectFlow(pageOf(receiver), sender)));

      for (const who of inRoom)
        expect(await pageOf(who).locator('[data-testid^="tile-"]').count()).toBe(inRoom.length);
      const label = await clerk.getByTestId('tile-witness').locator('figcaption').innerText();
      expect(label).toMatch(/^Witness\s+W-[0-9A-Z]{4}$/);
      await clerk.evaluate(() => scrollTo(0, 0));
      await photograph(clerk, 'running-session');
      await look(clerk, 'staff-room');
      await look(pageOf('witness'), 'guest-room', 'guest');
    },
  );

  step(
    'somebody inside whom her view does not name gets nothing of her, though the server let them in',
    async () => {
      const stranger = new AccessToken(liveKit.apiKey, liveKit.apiSecret, { identity: 'stranger', ttl: 60 });
      stranger.addGrant({ roomJoin: true, room: await roomNow(), canPublish: false, canSubscribe: true });
      const hostile = await hostileClient(browser);
      expect(await hostile.join(liveKit.publicUrl, await stranger.toJwt())).toBeUndefined();
      const witness = await identityOf('witness');
      const clerk = await identityOf('clerk');
      await expect
        .poll(async () => (await hostile.received())[clerk] ?? 0, { timeout: 20_000 })
        .toBeGreaterThan(5_000);
      expect((await hostile.received())[witness] ?? 0).toBe(0);
      await hostile.close();
    },
  );

  step('a reload and a drop bring the same person back', async () => {
    const witness = pageOf('witness');
    const before = await identityOf('witness');
    await witness.reload();
    await expectFlow(witness, 'clerk');
    await expectFlow(pageOf('clerk'), 'witness');
    expect(await identityOf('witness')).toBe(before);
    await mediaRooms.removeParticipant(await roomNow(), before);
    await witness.getByTestId('tile-clerk').waitFor({ state: 'detached' });
    await expectFlow(witness, 'clerk');
    await expectFlow(pageOf('clerk'), 'witness');
    expect(await identityOf('witness')).toBe(before);
  });

  step(
    'pause: she stops sending at once, even offline, and the court hears of it when the line is back',
    async () => {
      const { page, context } = people.get('witness') as Visitor;
      const clerk = pageOf('clerk');
      const room = await roomNow();
      await context.setOffline(true);
      await page.locator('.safety-pause').click();
      await atStep(page, 'telling', 1_000);
      expect(await page.locator('video').count()).toBe(0);
      // The court does not know yet, and still nothing of hers comes in.
      await clerk.waitForTimeout(2_500);
      if ((await clerk.getByTestId('tile-witness').count()) > 0) {
        const then = await bytesOn(clerk, 'witness');
        await clerk.waitForTimeout(3_000);
        const later =
          (await clerk.getByTestId('tile-witness').count()) > 0 ? await bytesOn(clerk, 'witness') : then;
        expect(later.video - then.video).toBeLessThan(500);
      }
      expect(await clerk.getByTestId('room-phase').innerText()).toBe('Room is open');
      await look(page, 'guest-telling', 'guest');
      // Even a reload does not lose it.
      await context.setOffline(false);
      await atStep(page, 'paused-by-me');
      await look(page, 'guest-paused', 'guest');
      await clerk.getByText('Witness has paused. Wait.').waitFor();
      await look(clerk, 'staff-room-paused');
      for (const who of inRoom) expect(await pageOf(who).locator('[data-testid^="tile-"]').count()).toBe(0);
      expect(await mediaRooms.listRooms([room])).toEqual([]);
      expect((await askPass('prosecutor')).code).toBe('room-paused');
      expect((await post('clerk', `/api/rooms/${sessionId}/resumptions`)).code).toBe('not-yours-to-resume');

      await bigButton(page).click();
      await expectFlow(page, 'clerk');
      await expectFlow(pageOf('prosecutor'), 'witness');
    },
  );

  step(
    'a hostile client of the other side that sends on and rejoins gets nothing through, while she pauses and after',
    async () => {
      await pageOf('prosecutor').goto('about:blank');
      const pass = await askPass('prosecutor');
      const { url, token } = pass.body as { url: string; token: string };
      const hostile = await hostileClient(browser);
      expect(await hostile.join(url, token)).toBeUndefined();
      await expectFlow(pageOf('clerk'), 'prosecutor');
      await expectReceiving(hostile, await identityOf('witness'));
      const refreshed = await hostile.refreshedToken();
      expect(refreshed).not.toBe(token);

      await pageOf('witness').locator('.safety-pause').click();
      await atStep(pageOf('witness'), 'paused-by-me');
      await expect.poll(() => hostile.isConnected(), { timeout: 5_000 }).toBe(false);
      const until = Date.now() + 6_000;
      while (Date.now() < until) {
        expect(await hostile.join(url, token)).toBeTypeOf('string');
        expect(await hostile.join(url, refreshed)).toBeTypeOf('string');
        expect((await askPass('prosecutor')).code).toBe('room-paused');
      }
      expect(await mediaRooms.listRooms([roomOf(token)])).toEqual([]);

      await bigButton(pageOf('witness')).click();
      await expectFlow(pageOf('clerk'), 'witness');
      // The old tokens are for a room that is gone: they open nothing, although the session goes on.
      expect(await hostile.join(url, token)).toBeTypeOf('string');
      expect(await hostile.join(url, refreshed)).toBeTypeOf('string');
      expect(await pageOf('clerk').getByTestId('tile-prosecutor').count()).toBe(0);
      await hostile.close();

      await go('prosecutor', `sessions/${sessionId}/room`);
      await expectFlow(pageOf('prosecutor'), 'witness');
    },
  );

  step('stop: asked once, in her own time; others are told not to ask her to go on', async () => {
    const page = pageOf('witness');
    await letQuestionStand(page);
    await page.locator('.safety-stop').click();
    await page.locator('.safety-question').waitFor();
    await look(page, 'guest-stop-question', 'guest');
    await page.locator('.safety-stop').click();
    await atStep(page, 'stopped-by-me');
    await look(page, 'guest-stopped', 'guest');
    await pageOf('prosecutor').getByText('Do not ask her to go on').waitFor();
    await atStep(pageOf('interpreter'), 'paused-by-others');
    await look(pageOf('interpreter'), 'guest-paused-by-others', 'guest');
  });

  step('the clerk ends the session: rooms are gone, and old tokens get nothing', async () => {
    const clerk = pageOf('clerk');
    await bigButton(pageOf('witness')).click();
    await expectFlow(clerk, 'witness');
    const pass = await askPass('prosecutor');
    const { url, token } = pass.body as { url: string; token: string };
    await clerk.getByRole('button', { name: 'End the session' }).click();
    await photograph(clerk, 'staff-room-end-question');
    await clerk.getByRole('button', { name: 'Yes, end it' }).click();
    await clerk.getByText('The session has ended').waitFor();
    await look(clerk, 'staff-room-ended');
    await atStep(pageOf('witness'), 'ended');
    await atStep(pageOf('interpreter'), 'ended');
    await look(pageOf('witness'), 'guest-ended', 'guest');
    expect(await mediaRooms.listRooms([roomOf(token)])).toEqual([]);
    const hostile = await hostileClient(browser);
    expect(await hostile.join(url, token)).toBeTypeOf('string');
    await hostile.close();
    expect((await askPass('prosecutor')).code).toBe('room-ended');
    expect(await pageOf('witness').evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  step('no page had a fault of its own, and the content policy refused nothing', () => {
    for (const [who, { faults }] of people) expect(faults, who).toEqual([]);
  });

  step('every step stands in the custody log, and the downloaded file is verified', async () => {
    const auditor = await comeIn('auditor');
    await go('auditor', `sessions/${sessionId}/log`);
    await auditor.getByTestId('log-entry').first().waitFor();
    await look(auditor, 'staff-record');
    const [download] = await Promise.all([
      auditor.waitForEvent('download'),
      auditor.getByRole('button', { name: 'Download the log' }).click(),
    ]);
    const file = logFile;
    await download.saveAs(file);
    await auditor.getByText('How to check the file').click();
    const command = await auditor.getByTestId('verify-command').innerText();
    const key = /--key '([^']+)'/.exec(command)?.[1] ?? '';

    const intact = await verify(file, '--key', key);
    expect(intact.out).toMatch(/verdict: intact/);
    expect(intact.code).toBe(0);
    const unchecked = await verify(file);
    expect(unchecked.out).toContain('consistent; origin not checked');
    expect(unchecked.code).not.toBe(0);

    const bytes = readFileSync(file);
    const at = bytes.indexOf('room.paused');
    bytes.write('room.passed', at);
    const changed = join(stack.folder, 'custody-log-changed.jsonl');
    writeFileSync(changed, bytes);
    const failed = await verify(changed, '--key', key);
    expect(failed.code).toBe(1);
    const index = entriesIn(file).findIndex(({ action }) => action === 'room.paused');
    expect(failed.out).toMatch(new RegExp(`entry ${index}\\b`));
  });

  step('the log tells the story in order, by role and pseudonym', () => {
    const entries = entriesIn(logFile);
    const actions = entries.map(({ action }) => action);
    const story = [
      'session.booked',
      'consent.given',
      'risk-plan.approved',
      'permission.granted',
      'attending-officer.named',
      'interpreter.confirmed',
      'invitation.issued',
      'invitation.redeemed',
      'seat.arrived',
      'invitation.second-device',
      'room.opened',
      'seat.admitted',
      'pass.minted',
      'media.joined',
      'media.unknown-participant',
      'room.paused',
      'room.resumed',
      'room.paused',
      'room.resumed',
      'room.stopped',
      'room.resumed',
      'session.ended',
    ];
    let from = 0;
    for (const action of story) {
      const found = actions.indexOf(action, from);
      expect(found, `${action} after entry ${from}`).toBeGreaterThanOrEqual(0);
      // The media server's reports come when they come.
      from = action.startsWith('media.') ? from : found + 1;
    }
    const text = JSON.stringify(entries);
    for (const hidden of ['Yangon', '"my"', office.ids['support-officer'], office.accounts.clerk.email])
      expect(text).not.toContain(hidden);
  });
});

async function verify(file: string, ...more: readonly string[]): Promise<{ code: number; out: string }> {
  try {
    const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'verify', '--', file, ...more]);
    return { code: 0, out: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, out: stdout };
  }
}

interface LoggedEntry {
  readonly action: string;
}

/** The entries of a downloaded log; its first line says what the file is, its last is the signature. */
const entriesIn = (file: string): readonly LoggedEntry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"entry":'))
    .map((line) => (JSON.parse(line) as { entry: LoggedEntry }).entry);

/** The name under which the media server knows a seat now, from the clerk's own view. */
async function identityOf(who: InRoom): Promise<string> {
  const view = await send(apiUrl, 'GET', `/api/rooms/${sessionId}`, { token: office.tokens.clerk });
  const seats = (view.body as { seats: { seat: string; identity?: string }[] }).seats;
  return seats.find(({ seat }) => seat === who)?.identity ?? '';
}

/** The media server's name for the room that a pass is for. */
function roomOf(pass: string): string {
  const claims = JSON.parse(Buffer.from(pass.split('.')[1] ?? '', 'base64url').toString()) as {
    video: { room: string };
  };
  return claims.video.room;
}

const roomNow = async (): Promise<string> =>
  roomOf(((await askPass('clerk')).body as { token: string }).token);

async function expectReceiving(hostile: Hostile, identity: string): Promise<void> {
  await expect
    .poll(async () => (await hostile.received())[identity] ?? 0, { timeout: 20_000 })
    .toBeGreaterThan(5_000);
}
