import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/notice.tsx';
import type { RoomView } from '../../video/room-view.ts';
import { InvitationTask } from '../session/tasks/invitation.tsx';
import { useInvitations } from '../session/tasks/use-invitation.ts';

/**
 * Tells those who hand out invitations, while they are in the room, whose link was used up by wrong PINs: with the press for
 * another where it is theirs to make. Nothing is there while nothing is wrong.
 */
export function WrongPins({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation('staff');
  const invitations = useInvitations(view.sessionId);
  const everWrong = useEverWrong(
    invitations.flatMap(({ triedOutAt, pseudonym }) => (triedOutAt === undefined ? [] : [pseudonym])),
  );
  return invitations.map(({ seat, pseudonym, state, language, triedOutAt }) => {
    if (!everWrong.includes(pseudonym)) return null;
    if (language !== undefined)
      return <InvitationTask key={pseudonym} session={view} seat={seat} oneOf={{ pseudonym }} />;
    const who = `${t(`roles.${seat}`)} ${pseudonym}`;
    return triedOutAt === undefined ? null : (
      <Notice key={pseudonym} tone="bad" live title={t('invitation.triedOut.title')}>
        <p>{t(state === 'fresh' ? 'invitation.triedOut.others' : 'invitation.triedOut.othersIn', { who })}</p>
      </Notice>
    );
  });
}

/** The new link and PIN are shown once, so what was made in place of a wrong one stays on the page. */
function useEverWrong(wrong: readonly string[]): readonly string[] {
  const [ever, setEver] = useState(wrong);
  const more = wrong.filter((pseudonym) => !ever.includes(pseudonym));
  if (more.length > 0) setEver([...ever, ...more]);
  return ever;
}
