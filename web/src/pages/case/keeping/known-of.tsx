import { useTranslation } from 'react-i18next';
import { zonePlace } from '../../../../../functions/shared/values/zone-places.ts';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { useReader } from '../../../parts/reader.tsx';
import { useDayWords } from '../../../parts/use-day-words.ts';
import type { OfWitness } from './file.ts';

/** What stands, as far as the reader may know it. */
export function KnownOf({ file, witness }: OfWitness) {
  const { t } = useTranslation(['witness', 'staff', 'names']);
  const names = useNames();
  const dayWords = useDayWords();
  const { language } = useReader();
  const holder = file.members.find(({ personId }) => personId === witness.holder);
  return (
    <dl className="facts">
      <div>
        <dt>{t('keep.heardAs')}</dt>
        <dd>
          {t(`keep.capacities.${witness.capacity}`)}
          {witness.protected && <span className="badge badge-wait">{t('staff:case.protectedWitness')}</span>}
        </dd>
      </div>
      {witness.ofAgeOn !== undefined && (
        <div>
          <dt>{t('consent.ofAgeOn')}</dt>
          <dd>{dayWords(witness.ofAgeOn)}</dd>
        </div>
      )}
      {witness.languages !== undefined && (
        <div>
          <dt>{t('keep.languages')}</dt>
          <dd>
            {witness.languages
              .map(({ language: tag, dialect }) =>
                dialect === undefined
                  ? names.language(tag)
                  : `${names.language(tag)} (${t(`names:dialects.${dialect}`)})`,
              )
              .join(' · ')}
          </dd>
        </div>
      )}
      {witness.zone !== undefined && (
        <div>
          <dt>{t('staff:newCase.zone')}</dt>
          <dd>{zonePlace(witness.zone, language)}</dd>
        </div>
      )}
      {holder !== undefined && (
        <div>
          <dt>{t('keep.holder')}</dt>
          <dd>
            <span className="pseudonym">{holder.pseudonym}</span>{' '}
            <span className="quiet">{holder.label}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}
