import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/notice.tsx';
import type { Hearing } from './hearing.ts';

/** Milliseconds for which a signal stands above the list. */
const STANDS_MS = 30_000;

/** Whoever interprets asks the speaker to wait; it goes out by itself. */
export function Wait({ hearing: { wait }, now }: { readonly hearing: Hearing; readonly now: number }) {
  const { t } = useTranslation('acts');
  if (wait === undefined || Date.parse(wait.until) <= now) return null;
  const words = wait.by === undefined ? t('wait') : t('waitBy', { who: wait.by });
  return <Notice tone="wait" live title={words} />;
}

/** What whoever is heard has just signalled, so that nobody has to look for it. */
export function Signals({ hearing: { acts }, now }: { readonly hearing: Hearing; readonly now: number }) {
  const { t } = useTranslation('acts');
  return acts.flatMap((act) =>
    act.kind === 'signal' && now - Date.parse(act.at) < STANDS_MS
      ? [
          <Notice
            key={act.act}
            tone="bad"
            live
            title={t(`signals.${act.what}`, { of: act.by?.pseudonym ?? '' })}
          />,
        ]
      : [],
  );
}
