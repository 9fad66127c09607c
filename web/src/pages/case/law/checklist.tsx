import { useTranslation } from 'react-i18next';
import type { readLaw } from '../../../../../functions/requests/law/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { ByList } from './by-list.tsx';
import { Statement } from './statement.tsx';

type Item = AnswerOf<typeof readLaw>['checklist'][number];

/** What a request of the one State to the other needs, by the lists of the instruments and of the host State. */
export function Checklist({ items }: { readonly items: readonly Item[] }) {
  const { t } = useTranslation('request');
  return (
    <section className="section" aria-labelledby="checklist-title">
      <h2 id="checklist-title">{t('law.checklist')}</h2>
      <ByList items={items}>
        {({ id, level, statement }) => (
          <>
            <span className="reference">{id}</span> <span className="badge">{t(`law.levels.${level}`)}</span>
            <Statement of={statement} />
          </>
        )}
      </ByList>
    </section>
  );
}
