import { expect } from 'vitest';
import { visitor } from '../browser.ts';
import { look, photograph } from '../look.ts';
import { printed, readPicture } from '../paper.ts';
import { atStep, bigButton, comeToTheDoor } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { listening, ringing } from './ringing.ts';
import { browserOf, comeIn, go, guestPost, pageOf, post, story } from './cast.ts';

/** How the guests are invited and everybody comes to the door. */
export function arriving(step: Step): void {
  step('link and PIN are made for the two guests, each by the one who calls them', async () => {
    for (const [who, seat, language] of [
      ['support-officer', 'witness', 'my'],
      ['clerk', 'interpreter', 'th'],
    ] as const) {
      const page = pageOf(who);
      const task = page.getByRole('region', { name: `Invitation for the ${seat}` });
      await task.getByRole('button', { name: 'Make link and PIN' }).click();
      await task.getByText('Please give an answer.').first().waitFor();
      await task.getByLabel('Language that the person reads').selectOption(language);
      await task.getByRole('button', { name: 'Make link and PIN' }).click();
      const link = await page.getByTestId(`invitation-link-${seat}`).innerText();
      const pin = await page.getByTestId(`invitation-pin-${seat}`).innerText();
      expect(link).toMatch(new RegExp(`/join/${language}/#[A-Za-z0-9_-]{22,}$`));
      expect(await readPicture(task.locator('.qr-code'))).toBe(link);
      expect(pin).toMatch(/^\d{6}$/);
      story.invitations[seat] = { link, pin };
    }
  });

  listening(step);

  step(
    'the paper for the witness is in her language, has the link as a picture too, and no PIN',
    async () => {
      const page = pageOf('support-officer');
      const { link = '', pin = '' } = story.invitations['witness'] ?? {};
      const paper = await printed(page, 'Print the paper, without the PIN', 'invitation-paper');
      expect(paper.pages).toBe(1);
      expect(paper.text).toContain(link);
      expect(paper.text).toContain('ဤစာရွက်သည် သင့်အတွက် ဖြစ်သည်။');
      expect(paper.text).not.toContain(pin);
      expect(paper.text).not.toMatch(/witness|court|session|saksi|သက်သေ|တရားရုံး/i);
      expect(paper.picture).toBe(link);
    },
  );

  step('the witness comes by link and PIN, in Burmese, checks her device and waits', async () => {
    const visit = await visitor(await browserOf('witness'), { language: 'my', width: 360, height: 740 });
    story.people.set('witness', visit);
    const { page } = visit;
    const { link = '', pin = '' } = story.invitations['witness'] ?? {};
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
    await page.locator('.today').waitFor();
    await look(page, 'guest-today', 'guest');
    // No is as near as yes, and asks which.
    await page.locator('.today .leave-button').click();
    await atStep(page, 'no-today');
    await look(page, 'guest-no-today', 'guest');
    await page.locator('.big-button').first().click();
    await atStep(page, 'not-today');
    await look(page, 'guest-not-today', 'guest');
    await bigButton(page).click();
    await atStep(page, 'waiting');
    await page.locator('#today-title').waitFor({ state: 'detached' });
    // She wished for somebody beside her: until the officer comes she waits, or says herself that she goes on alone.
    await page.locator('#supporter-title').waitFor();
    await look(page, 'guest-supporter-wished', 'guest');
    await page.locator('.today .leave-button').click();
    await atStep(page, 'supporter-wished');
    await look(page, 'guest-supporter-waive', 'guest');
    await page.locator('.big-button').first().click();
    await atStep(page, 'waiting');
    await look(page, 'guest-waiting', 'guest');
    expect(asked.filter((address) => address.includes(secret))).toEqual([]);
    expect(await page.title()).toBe('ဗီဒီယိုခေါ်ဆိုမှု');
    expect(await guestPost(page, `/api/rooms/${story.sessionId}/passes`)).toBe('not-admitted');
  });

  ringing(step);

  step('the same link and PIN on another device are refused', async () => {
    const other = await visitor(story.browser, { language: 'en' });
    const { link = '', pin = '' } = story.invitations['witness'] ?? {};
    await other.page.goto(link.replace('/join/my/', '/join/en/'));
    await other.page.getByRole('textbox').fill(pin);
    await bigButton(other.page).click();
    await other.page.getByText('in use on another phone').waitFor();
    await other.context.close();
  });

  step('the interpreter and the staff come to the door', async () => {
    const visit = await visitor(await browserOf('interpreter'), { language: 'th' });
    story.people.set('interpreter', visit);
    const { link = '', pin = '' } = story.invitations['interpreter'] ?? {};
    await comeToTheDoor(visit.page, link, pin);

    await comeIn('attending-officer');
    for (const who of ['prosecutor', 'support-officer', 'attending-officer', 'clerk'] as const) {
      const page = pageOf(who);
      await go(who, `sessions/${story.sessionId}/room`);
      await page.getByRole('button', { name: 'I am here' }).waitFor();
      if (who === 'prosecutor') await look(page, 'staff-room-arrival');
      await page.locator('button:enabled', { hasText: 'I am here' }).click();
      await page.getByText(who === 'clerk' ? 'You are ready' : 'You are at the door').waitFor();
    }
    await look(pageOf('prosecutor'), 'staff-room-waiting');
    // Her link came from a second device: the clerk is told, and takes note.
    const told = pageOf('clerk').getByTestId('intruders');
    await told.getByText('another device has the seat').waitFor();
    await photograph(pageOf('clerk'), 'staff-room-second-device');
    await told.getByRole('button', { name: 'I have taken note' }).click();
    await told.waitFor({ state: 'detached' });
    await pageOf('witness').locator('#supporter-title').waitFor({ state: 'detached' });
    await pageOf('support-officer').locator('[data-testid="today"][data-state="yes"]').waitFor();
    await pageOf('support-officer').getByRole('button', { name: 'Not today' }).click();
    await pageOf('support-officer').locator('[data-testid="today"][data-state="not-today"]').waitFor();
    await look(pageOf('support-officer'), 'staff-room-today');
    await look(pageOf('clerk'), 'staff-room-today-clerk');
    await pageOf('support-officer').getByRole('button', { name: 'Takes part today' }).click();
    await pageOf('support-officer').locator('[data-testid="today"][data-state="yes"]').waitFor();
    // The host State's officer sees for himself who came: until then she is not let in.
    await pageOf('clerk').getByText('Not established today who this is').waitFor();
    const officer = pageOf('attending-officer');
    await go('attending-officer', `sessions/${story.sessionId}/door`);
    await officer.locator('[data-testid="door-identity"][data-state="asked"]').waitFor();
    await look(officer, 'door-identity');
    await go('attending-officer', `sessions/${story.sessionId}`);
    await officer.getByRole('heading', { name: 'Who is here' }).waitFor();
    await officer.getByRole('button', { name: 'It is this person' }).click();
    await officer.getByText('Please give an answer.').first().waitFor();
    await look(officer, 'staff-identify', 'main');
    await officer.getByRole('button', { name: 'It is somebody else' }).click();
    await officer.getByRole('alertdialog').getByRole('button', { name: 'It is somebody else' }).click();
    await officer.locator('[data-testid="identify"][data-state="other-person"]').waitFor();
    await officer.locator('[data-testid="gate-attendingOfficer"][data-state="refused"]').waitFor();
    await look(officer, 'staff-identify-other', 'main');
    expect((await post('clerk', `/api/rooms/${story.sessionId}/opening`)).code).toBe('gates-closed');
    await officer.getByLabel('I saw an identity paper').check();
    await officer.getByLabel('What you saw or heard').fill('A travel document of the State.');
    await officer.getByRole('button', { name: 'It is this person' }).click();
    await officer.locator('[data-testid="identify"][data-state="established"]').waitFor();
    await officer.locator('[data-testid="gate-attendingOfficer"][data-state="open"]').waitFor();
    await look(officer, 'staff-identify-done', 'main');
    await go('attending-officer', `sessions/${story.sessionId}/room`);
    // Who waits learns nothing of the others.
    const seen = await pageOf('witness').evaluate(
      async (address) => (await fetch(address)).text(),
      `/api/rooms/${story.sessionId}`,
    );
    expect((JSON.parse(seen) as { seats: { seat: string }[] }).seats.map(({ seat }) => seat)).toEqual([
      'witness',
    ]);
  });
}
