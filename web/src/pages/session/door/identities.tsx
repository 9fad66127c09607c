import { useTranslation } from 'react-i18next';
import type { readDoor } from '../../../../../functions/sessions/door/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { IdentityBadge } from '../identity-badge.tsx';

/** Who must be identified on the day before they are let in, by whom, and how that stands. */
export function Identities({ of }: { readonly of: AnswerOf<typeof readDoor>['identities'] }) {
  const { t } = useTranslation(['door', 'staff']);
  return (
    <section className="section" aria-labelledby="identities-title">
      <h2 id="identities-title">{t('identities.title')}</h2>
      <ul className="door-list">
        {of.map(({ pseudonym, state, turn, who }) => (
          <li key={pseudonym} className="card" data-testid="door-identity" data-state={state}>
            <p>
              <span className="pseudonym">{pseudonym}</span> <IdentityBadge state={state} />
            </p>
            {state !== 'established' && (
              <>
                <p>{t('identities.turn', { role: t(`staff:roles.${turn}`), who: pseudonym })}</p>
                <ul className="door-who">
                  {who.map((each) => (
                    <li key={each.pseudonym}>
                      {each.label} <span className="reference">{each.pseudonym}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
