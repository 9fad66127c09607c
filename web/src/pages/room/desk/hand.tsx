import { useTranslation } from 'react-i18next';
import { raiseHand } from '../../../../../functions/rooms/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Icon } from '../../../parts/icon.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { RoomView } from '../../../video/room-view.ts';

/** One’s own hand: up until it is lowered, or one is put out. */
export function Hand({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation('desk');
  const raising = useAction(raiseHand);
  const isUp = view.seats.some(({ pseudonym, hand }) => pseudonym === view.myPseudonym && hand !== undefined);
  return (
    <>
      <button
        type="button"
        className="desk-button"
        data-on={isUp}
        aria-pressed={isUp}
        aria-disabled={raising.running}
        onClick={
          raising.running
            ? undefined
            : () => raising.start({ params: { sessionId: view.sessionId }, body: { up: !isUp } })
        }
      >
        <Icon name="hand" />
        {t(isUp ? 'hand.lower' : 'hand.raise')}
      </button>
      <ProblemNotice problem={raising.problem} />
    </>
  );
}

/** Those whose hands are up, whoever was first before the others. */
export const handsUp = ({ seats }: Pick<RoomView, 'seats'>): readonly RoomView['seats'][number][] =>
  seats
    .filter(({ hand }) => hand !== undefined)
    .toSorted((one, other) => (one.hand ?? '').localeCompare(other.hand ?? ''));
