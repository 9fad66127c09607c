import { it } from 'vitest';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { atStep, bigButton, comeToTheDoor } from '../pages.ts';
import { invited, phone, story } from './cast.ts';

/** What a guest sees of a page that fails, and how she goes on. */
export function breaking(): void {
  it('says so in her language, and one press begins anew where she was', async () => {
    const { page, context } = await visitor(story.browser, phone);
    // A page that is told when to look is drawn again only then; without its socket it asks, and is drawn, every two seconds.
    await page.routeWebSocket(/\/pages$/, (socket) => void socket.close());
    const { link, pin } = await invited();
    await comeToTheDoor(page, link, pin);
    // The next time that the waiting page is drawn it fails.
    await page.evaluate(() => {
      Object.assign(Date.prototype, {
        getDay: () => {
          throw new Error('broken on purpose');
        },
      });
    });
    await atStep(page, 'broken');
    await look(page, 'guest-broken', 'guest');
    await bigButton(page).click();
    await atStep(page, 'waiting');
    await context.close();
  });
}
