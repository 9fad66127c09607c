import { useTranslation } from 'react-i18next';
import type { readPermission } from '../../../../../functions/requests/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { Notice } from '../../../parts/notice.tsx';

type Shown = AnswerOf<typeof readPermission>['before'][number];

/** The ways in which the host State lets somebody be heard, where a live link is none of them; else nothing. */
export const waysWithoutLink = ({ decision: given }: Pick<Shown, 'decision'>) =>
  given.decision === 'granted' && !given.modalities.includes('live') ? given.modalities : undefined;

/** A grant that opens no door says so, what is to be done, and what whoever is heard is told of why. */
export function NoLink({ of }: { readonly of: Shown }) {
  const { t } = useTranslation('request');
  const ways = waysWithoutLink(of)
    ?.map((each) => t(`permission.modalities.${each}`))
    .join(' → ');
  if (ways === undefined) return null;
  return (
    <Notice tone="wait" title={t('permission.noLink.title', { ways })}>
      <p>{t('permission.noLink.next')}</p>
      <p>
        <strong>{t('permission.noLink.say')}</strong>
      </p>
      <blockquote>{t('permission.noLink.words', { ways })}</blockquote>
    </Notice>
  );
}
