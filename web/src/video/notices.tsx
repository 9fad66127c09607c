import type { HearingLink, HearingPicture } from './hearing-link.ts';
import type { Standing } from './hearing-state.ts';
import type { RoomWords } from './room-words.ts';

/** Where the page stands towards its main room, in words. */
export function statusWord(standing: Standing, words: RoomWords): string {
  if (standing.name === 'joined') return standing.shaky ? words.mending : words.connected;
  if (standing.name === 'asking' || standing.name === 'joining')
    return standing.tries > 0 ? words.again : words.connecting;
  return { off: words.off, paused: words.paused, elsewhere: words.elsewhere, resting: words.again }[
    standing.name
  ];
}

/** What somebody must know of their own sound and picture, and what they can do about it. */
export function Notices({
  picture: { media, standing, others, wish },
  link,
  words,
}: {
  readonly picture: HearingPicture;
  readonly link: HearingLink;
  readonly words: RoomWords;
}) {
  const isIn = standing.name === 'joined';
  return (
    <>
      {media.soundLocked || others.some((room) => room.media.soundLocked) ? (
        <button type="button" className="hearing-button hearing-sound" onClick={link.unlockSound}>
          {words.hear}
        </button>
      ) : null}
      {isIn && link.room?.isSilent === true ? (
        <p className="hearing-notice" role="status" data-testid="silent">
          {words.questionsThroughJudge}
        </p>
      ) : null}
      {isIn && link.room?.isUnseen === true ? (
        <p className="hearing-notice" role="status" data-testid="unseen">
          {words.unseen}
        </p>
      ) : null}
      {isIn && wish.pictures !== 'all' ? (
        <p className="hearing-notice" role="status" data-testid="voices-first" data-pictures={wish.pictures}>
          {wish.pictures === 'own' ? words.picturesRest : words.ownPictureRests}
        </p>
      ) : null}
      {media.missing.includes('microphone') ? (
        <p className="hearing-notice" role="alert">
          {words.noMicrophone}
        </p>
      ) : null}
      {media.missing.includes('camera') ? (
        <p className="hearing-notice" role="alert">
          {words.noCamera}
        </p>
      ) : null}
    </>
  );
}
