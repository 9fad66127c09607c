import { useTranslation } from 'react-i18next';
import { goWith } from '../../../../../functions/rooms/presiding/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { RoomView } from '../../../video/room-view.ts';

/** With whom each interpreter goes: whoever is heard unless it is said here. They are in the room of whom they go with. */
export function Companions({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation(['desk', 'staff']);
  const going = useAction(goWith);
  const interpreters = view.seats.filter(({ seat }) => seat === 'interpreter');
  const whom = view.seats.filter(({ seat }) => seat === 'witness' || seat === 'accused');
  if (interpreters.length === 0) return null;
  return (
    <div className="presiding-companions">
      <ProblemNotice problem={going.problem} />
      {interpreters.map(({ pseudonym, goesWith }) => (
        <label key={pseudonym}>
          <span>{t('court.goesWith', { who: pseudonym })}</span>
          <select
            value={goesWith ?? ''}
            disabled={going.running}
            onChange={({ currentTarget: { value } }) =>
              going.start({
                params: { sessionId: view.sessionId },
                body: { pseudonym, ...(value === '' ? {} : { goesWith: value }) },
              })
            }
          >
            <option value="">{t('court.asUsual')}</option>
            <option value="court">{t('court.theCourt')}</option>
            {whom.map((seat) => (
              <option key={seat.pseudonym} value={seat.pseudonym}>
                {t(`staff:roles.${seat.seat}`)} {seat.pseudonym}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
