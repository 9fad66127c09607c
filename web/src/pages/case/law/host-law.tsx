import { useTranslation } from 'react-i18next';
import type { readLaw } from '../../../../../functions/requests/law/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { StandingBadge, Statement } from './statement.tsx';

type Field = AnswerOf<typeof readLaw>['law'][number];

/** The host State’s law, field by field, folded. A default that stands in for it is said to be no law. */
export function HostLaw({ fields }: { readonly fields: readonly Field[] }) {
  const { t } = useTranslation('request');
  return (
    <section className="section" aria-labelledby="host-law-title">
      <h2 id="host-law-title">{t('law.hostLaw')}</h2>
      {fields.map(({ field, standing, statements, worksBy }) => (
        <details key={field} className="law-list">
          <summary>
            <strong>{t(`law.fields.${field}`)}</strong> <StandingBadge standing={standing} />
          </summary>
          {worksBy?.isDefault === true && worksBy.value !== 'unknown' && (
            <p>{t('law.byDefault', { value: t(`law.values.${worksBy.value as 'needed'}`) })}</p>
          )}
          {statements.map((statement, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- drawn whole, without state
            <Statement key={index} of={statement} />
          ))}
        </details>
      ))}
    </section>
  );
}
