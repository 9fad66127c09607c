import { useTranslation } from 'react-i18next';
import type { readDoor } from '../../../functions/sessions/door/contract.ts';
import type { AnswerOf } from '../../../functions/shared/http/contract.ts';
import { Notice } from './notice.tsx';

/**
 * Who of those who have a seat is not in the room that the others sit in, as far as the reader may know; and where there is
 * more that they may not, whom to ask, in words that tell nobody who it is.
 */
export function OneRoom({ of: { keptOut, unsaid } }: { readonly of: AnswerOf<typeof readDoor>['oneRoom'] }) {
  const { t } = useTranslation(['door', 'staff']);
  return (
    <>
      {unsaid && (
        <Notice tone="bad" title={t('oneRoom.unsaid')}>
          <p>{t('oneRoom.unsaidNext')}</p>
        </Notice>
      )}
      {keptOut.length > 0 && (
        <Notice tone="wait" title={t('oneRoom.title')}>
          <ul>
            {keptOut.map(({ seat, pseudonym, why, ownRoom }) => (
              <li key={pseudonym} data-testid="kept-out">
                {t(ownRoom === true ? 'oneRoom.ownRoom' : 'oneRoom.out', {
                  who: `${t(`staff:roles.${seat}`)} ${pseudonym}`,
                })}{' '}
                {t(`oneRoom.why.${why}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
