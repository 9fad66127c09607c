import type { lookAtPage as contract } from './contract.ts';
import { enterSeated, seesAlways } from './enter.ts';
import type { ExhibitHandler } from './handler.ts';
import { pagePlace } from './places.ts';
import { exhibitKey, parseExhibit } from './store.ts';

/** A page before it is shown, for those who answer for what is on it. */
export const lookAtPage: ExhibitHandler<typeof contract> = async (
  { actor, params: { sessionId }, query: { exhibitId, page, size }, context: { store } },
  { papers },
) => {
  const key = exhibitKey(sessionId, exhibitId);
  const { me, found } = await enterSeated(store, sessionId, actor, [key]);
  const item = found(key);
  if (item === undefined) return {};
  const exhibit = parseExhibit(item);
  if (!seesAlways(me, exhibit) || page > exhibit.drawn) return {};
  const bytes = await papers.getKept(pagePlace(exhibitId, page, size));
  if (bytes === undefined) throw new Error('A page that was drawn is not where it was put.');
  return { image: Buffer.from(bytes).toString('base64') };
};
