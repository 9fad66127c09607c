import { useTranslation } from 'react-i18next';
import type { readLaw } from '../../../../../functions/requests/law/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { StandingBadge, Statement } from './statement.tsx';

type Instrument = AnswerOf<typeof readLaw>['instruments'][number];

/** What an instrument says on a matter goes by the name that the law’s field on it has. */
const fieldOf = { conducts: 'questions', official: 'officialPresent', language: 'languages' } as const;

/** What may bind the two States, in its order. */
export function Instruments({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const { t } = useTranslation('request');
  return (
    <section className="section" aria-labelledby="instruments-title">
      <h2 id="instruments-title">{t('law.instruments')}</h2>
      <p>{t('law.order')}</p>
      <ol>
        {instruments.map((each) => (
          <li key={`${each.basis} ${each.title}`}>
            <details>
              <summary>
                {t(`bases.${each.basis}`)} <StandingBadge standing={each.standing} />
              </summary>
              <p lang="en">{each.title}</p>
              {each.onlyFor !== undefined && <p>{t('law.onlyCorruption')}</p>}
              {each.because.map((statement, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- drawn whole, without state
                <Statement key={index} of={statement} />
              ))}
              {each.says.map(({ provision, statement }) => (
                <div key={provision}>
                  <h3>
                    {t(
                      `law.fields.${provision in fieldOf ? fieldOf[provision as keyof typeof fieldOf] : (provision as Exclude<typeof provision, keyof typeof fieldOf>)}`,
                    )}
                  </h3>
                  <Statement of={statement} />
                </div>
              ))}
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
