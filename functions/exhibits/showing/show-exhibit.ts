import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { exhibitShown } from '../actions.ts';
import type { showExhibit as contract } from '../contract.ts';
import { exhibitKey, parseExhibit } from '../store.ts';
import { audience, isKeptFrom, mayShow } from './showing.ts';
import { showingStep } from './step.ts';

/** Shows a page in place of what was shown. What is not theirs to show is to a party as if it were not there. */
export const showExhibit: Handler<typeof contract> = (call) => {
  const { body, params } = call;
  const key = exhibitKey(params.sessionId, body.exhibitId);
  return showingStep(
    call,
    ({ door, room, me, found, word }) => {
      const exhibit = parseExhibit(found(key));
      if (!mayShow(door, me, exhibit))
        throw new Refusal(exhibit.pseudonym === me.pseudonym ? 'not-your-role' : 'not-found');
      if (body.page > exhibit.drawn) throw doesNotFit('/page', 'That page is not drawn, or there is none.');
      const { exhibitId, number, pages, notFor } = exhibit;
      const to = body.to === 'all' ? body.to : [...new Set<string>(body.to)];
      if (to !== 'all')
        for (const named of to) {
          const seat = door.seats.find(({ pseudonym }) => pseudonym === named);
          if (seat === undefined || isKeptFrom(door, room, exhibit, seat))
            throw doesNotFit('/to', 'Name people of this session from whom the exhibit is not kept.');
        }
      const showing = {
        exhibitId,
        number,
        page: body.page,
        pages,
        to,
        notFor,
        by: me.pseudonym,
        of: exhibit.pseudonym,
      };
      return {
        showing,
        entry: (by) =>
          exhibitShown.entry({
            ...by,
            details: {
              exhibit: number,
              page: body.page,
              all: to === 'all',
              to: audience(door, room, showing).map((seat) => `${seat.seat} ${seat.pseudonym}`),
              ...word,
            },
          }),
      };
    },
    [key],
  );
};
