import { useTranslation } from 'react-i18next';
import { epochMs } from '../../../../functions/shared/values/instants.ts';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { Attendee } from './attendees.ts';
import type { useAttendeeWords } from './use-names.ts';
import { widened, type Answer, type Change } from './widen.ts';
import type { FinderContext, WantedSession } from './wanted-session.ts';

/**
 * Why there is no time, and the smallest changes that would open one: a press makes the change and goes to the time.
 */
export function NothingFits({
  nothing,
  wanted,
  context,
  attendees,
  words,
  onWanted,
  onStart,
}: {
  readonly nothing: NonNullable<Answer['nothing']>;
  readonly wanted: WantedSession;
  readonly context: FinderContext;
  readonly attendees: readonly Attendee[];
  readonly words: ReturnType<typeof useAttendeeWords>;
  readonly onWanted: (wanted: WantedSession) => void;
  readonly onStart: (start: number) => void;
}) {
  const { t } = useTranslation('scheduling');
  const named = (keys: readonly string[]) =>
    attendees
      .filter(({ key }) => keys.includes(key))
      .map((attendee) =>
        [words.title(attendee), attendee.pseudonym].filter((each) => each !== undefined).join(' '),
      )
      .join(', ');
  const say = (change: Change): string => {
    switch (change.kind) {
      case 'outside-hours':
        return t('nothing.outsideHours', { number: change.minutes, who: named(change.keys) });
      case 'no-buffers':
        return t('nothing.noBuffers', { who: named(change.keys) });
      case 'short-notice':
        return t('nothing.shortNotice', { who: named(change.keys) });
      case 'shorter':
        return t('nothing.shorter', { number: change.minutes });
      case 'criterion':
        return t(`nothing.without.${change.dropped}`, { who: named([change.key]) });
      case 'later':
        return t('nothing.later');
    }
  };
  // What cannot be made here is not offered.
  const ways = nothing.changes.flatMap((change) => {
    const wider = widened(wanted, change, context);
    return wider === undefined ? [] : [{ change, wider }];
  });
  const make = (wider: WantedSession, change: Change) => {
    onWanted(wider);
    onStart(epochMs(change.start));
  };
  return (
    <Notice tone="wait" title={t('nothing.title')}>
      {nothing.binding.map(({ keys, start }) => (
        <p key={keys.join(' ')}>
          {t('nothing.binding', { who: named(keys) })} <Moment at={start} zone={context.zone} />
        </p>
      ))}
      {ways.length > 0 && (
        <>
          <h3>{t('nothing.changes')}</h3>
          <ul className="nothing-changes">
            {ways.map(({ change, wider }) => (
              <li key={JSON.stringify(change)}>
                <Button quiet onClick={() => make(wider, change)}>
                  {say(change)}
                </Button>{' '}
                <Moment at={change.start} zone={context.zone} />
              </li>
            ))}
          </ul>
        </>
      )}
      {nothing.binding.length === 0 && ways.length === 0 && <p>{t('nothing.none')}</p>}
    </Notice>
  );
}
