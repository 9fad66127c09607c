import type { Passage } from '../contract.ts';
import type { Enter } from '../machine/connections.ts';
import { enterRoom } from '../machine/enter-room.ts';
import type { Machine } from '../machine/run-machine.ts';
import { board } from './board.ts';
import type { Picture } from './coarse-picture.ts';
import { hearingSide } from './hearing-side.ts';
import { voiceMixer, type Mixer } from './mixed-voices.ts';
import { screenedSide } from './screened-side.ts';

/**
 * Carries from the hearing what may pass to the screened side, as one participant with tracks that stand for as long as it is
 * there: a voice, a picture, and a voice for each language that the court said is carried. Whoever is heard is on that side by nothing of theirs: what is got there is made anew here, sample by sample. Each of
 * the two rooms can be made anew, and the other does not notice.
 */

/** Pictures in each second. */
const rate = 10;
/** Milliseconds after which a picture is no longer shown: what is shown is not to look as if it were now. */
const pictureKept = 1_000;
/** Milliseconds within which both tracks must have gone on. */
const alive = 1_000;

interface Shown {
  readonly picture: Picture;
  readonly at: number;
}

/** @param now milliseconds of a clock that only goes forward @param pitch of an altered voice, against the real one */
export function relay(now: () => number, pitch = 0.8): { readonly machine: Machine; readonly enter: Enter } {
  const mixer = voiceMixer();
  const channels = new Map<string, Mixer>();
  const shown = new Map<string, Shown>();
  const gave = { voice: -Infinity, picture: -Infinity };
  let passages: ReadonlyMap<string, Passage> = new Map();
  let choose: () => void = () => undefined;
  let openChannels: () => void = () => undefined;

  const fresh = (identity: string): Picture | undefined => {
    const { picture, at = -Infinity } = shown.get(identity) ?? {};
    return now() - at < pictureKept ? picture : undefined;
  };
  const seen = () =>
    [...passages].filter(([, passage]) => passage.seen !== 'not').map(([identity]) => identity);

  const enter: Enter = async (key, pass, ended) => {
    if (key === 'hearing') {
      const { closed, leave } = await enterRoom(pass, ended, (room) => {
        choose = hearingSide(room, {
          passageOf: (identity) => passages.get(identity),
          mixerOf: (language) => (language === undefined ? mixer : channels.get(language)),
          show: (identity, picture) => {
            if (picture === undefined) shown.delete(identity);
            else shown.set(identity, { picture, at: now() });
          },
          pitch,
          rate,
          now,
        });
      });
      choose();
      return { closed, close: leave };
    }
    const { room, closed, leave } = await enterRoom(pass, ended, () => undefined);
    const { open, end } = await screenedSide(room, {
      voices: mixer.next,
      channels,
      picture: () => board(seen().map(fresh)),
      rate,
      gave: (what) => void (gave[what] = now()),
    });
    openChannels = open;
    const close = async () => {
      openChannels = () => undefined;
      end();
      await leave();
    };
    return { closed, close };
  };

  return {
    enter,
    machine: {
      says: () => ({ flowing: now() - Math.min(gave.voice, gave.picture) < alive }),
      taken: () => undefined,
      letPass: ({ passage, channels: named = [] }) => {
        passages = new Map(Object.entries(passage));
        // One that is carried no longer stands until the room is left, and is silent: nobody's voice into it passes.
        for (const language of named) if (!channels.has(language)) channels.set(language, voiceMixer());
        openChannels();
        for (const identity of shown.keys()) if (!passages.has(identity)) shown.delete(identity);
        choose();
      },
    },
  };
}
