const TRIES = 5;
const FIRST_WAIT_MS = 500;

/**
 * Asks again for a part of the page that did not come: five times within eight seconds. A browser that remembers a
 * failure of this address needs the page to be loaded anew; what is thrown then has to be shown, with a way to do that.
 * @throws the last failure
 */
export async function insist<Part>(
  load: () => Promise<Part>,
  wait: (milliseconds: number) => Promise<void> = pause,
): Promise<Part> {
  for (let tried = 1; ; tried += 1)
    try {
      return await load();
    } catch (error) {
      if (tried === TRIES) throw error;
      await wait(FIRST_WAIT_MS * 2 ** (tried - 1));
    }
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
