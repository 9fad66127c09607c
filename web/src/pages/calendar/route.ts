import { alsoWords } from '../../words/words.ts';
import type { PageRoute } from '../page-route.ts';

/** `whose` is `me`, `person` or `room`. */
export default {
  path: '/calendars/:whose/:ownerId?',
  load: async () =>
    (await Promise.all([import('./page.tsx'), alsoWords('scheduling'), alsoWords('keeping')]))[0],
} satisfies PageRoute;
