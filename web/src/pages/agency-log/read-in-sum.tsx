import { useTranslation } from 'react-i18next';
import { sumAgencyReadings } from '../../../../functions/custody/access/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';

/** How much the people of the agency read yesterday, by role where enough of it did. */
export function ReadInSum({ agencyId }: { readonly agencyId: string }) {
  const { t } = useTranslation('staff');
  const found = useAnswer(sumAgencyReadings, { params: { agencyId } });
  return (
    <section className="section" aria-labelledby="sums-title">
      <h2 id="sums-title">{t('readings.sums')}</h2>
      <Answer of={found}>
        {({ sums, few }) => (
          <>
            {sums.length === 0 && !few && <p>{t('readings.noneThatDay')}</p>}
            <ul>
              {sums.map(({ role, ...sum }) => (
                <li key={role ?? ''}>
                  <strong>{role === undefined ? t('readings.otherRoles') : t(`roles.${role}`)}</strong>:{' '}
                  {t('readings.sum', sum)}
                </li>
              ))}
              {few && <li>{t('readings.few')}</li>}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}
