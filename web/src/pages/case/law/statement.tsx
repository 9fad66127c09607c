import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { lawStatement } from '../../../../../functions/requests/law/contract.ts';
import { useDayWords } from '../../../parts/use-day-words.ts';

type LawStatement = z.output<typeof lawStatement>;
const tones = { sure: 'badge badge-good', confirm: 'badge badge-wait', ask: 'badge badge-bad' } as const;

/** What a statement is worth. Only what somebody read whole has the tone of what is good. */
export function StandingBadge({ standing }: Pick<LawStatement, 'standing'>) {
  const { t } = useTranslation('request');
  return <span className={tones[standing]}>{t(`law.standing.${standing}`)}</span>;
}

/** One statement, with where it was read, for which days it holds, and who looked. */
export function Statement({ of }: { readonly of: LawStatement }) {
  const { t, i18n } = useTranslation('request');
  const { value, standing, mark, part, remark } = of;
  const known = value !== undefined && i18n.exists(`request:law.values.${value}`);
  return (
    <div className="law-statement">
      <p>
        <StandingBadge standing={standing} />{' '}
        {known ? (
          t(`law.values.${value as 'unknown'}`)
        ) : (
          <span lang="en">
            {part !== undefined && <strong>{part}: </strong>}
            {value}
          </span>
        )}
      </p>
      {remark !== undefined && <p lang="en">{remark}</p>}
      <p className="quiet small">
        {t(`law.marks.${mark}`)}
        <Where of={of} />
      </p>
    </div>
  );
}

function Where({
  of: { article, sources, validFrom, validTo, checkedBy, checkedOn },
}: {
  readonly of: LawStatement;
}) {
  const { t } = useTranslation('request');
  const dayWords = useDayWords();
  const day = dayWords(checkedOn);
  return (
    <>
      {article !== undefined && <span lang="en"> · {article}</span>}
      {sources.map(({ id, read, language }) => (
        <span key={id} lang="en">
          {' '}
          · {read}
          {language !== undefined && ` (${language})`}
        </span>
      ))}
      {validFrom !== undefined && ` · ${t('law.from', { day: dayWords(validFrom) })}`}
      {validTo !== undefined && ` · ${t('law.until', { day: dayWords(validTo) })}`}
      {' · '}
      {checkedBy === 'draft' ? t('law.checked', { day }) : t('law.checkedBy', { day, who: checkedBy })}
    </>
  );
}
