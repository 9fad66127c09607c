import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchSlots } from '../../../../functions/availability/search/contract.ts';
import { addMinutes, type Instant } from '../../../../functions/shared/values/instants.ts';
import { useQuestion } from '../../api/use-question.ts';
import { Answer } from '../../parts/answer.tsx';
import { Select } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Span } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { Override } from '../../parts/time-problem.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { WallClock } from '../../parts/wall-clock.tsx';
import type { Attendee } from './attendees.ts';
import { needsAt, saidFor, type Said, type Slot } from './said.ts';
import { Take } from './take.tsx';
import type { Fits } from './wanted-session.ts';
import type { Choosable, useAttendeeWords } from './use-names.ts';
import { Warnings } from './warnings.tsx';
import type { Answer as Found } from './widen.ts';
import {
  minutesOfDays,
  questionOf,
  wholeMinutes,
  type FinderContext,
  type WantedSession,
} from './wanted-session.ts';

interface Shared {
  readonly attendees: readonly Attendee[];
  readonly words: ReturnType<typeof useAttendeeWords>;
  readonly choosable: Choosable;
}

/** One time, asked about anew: what it means for each, who of several could come, and the button that takes it. */
export function ChosenTime({
  wanted,
  context,
  start,
  take,
  onTake,
  ...shared
}: Shared & {
  readonly wanted: WantedSession;
  readonly context: FinderContext;
  readonly start: Instant;
  readonly take: string;
  readonly onTake?: (fits: Fits, overrides: readonly Override[]) => void;
}) {
  const { t } = useTranslation('scheduling');
  const end = addMinutes(start, wholeMinutes(wanted));
  const asked = useSettled(start, 250);
  const found = useQuestion(
    searchSlots,
    {
      ...questionOf(wanted, context),
      earliest: asked,
      latest: addMinutes(asked, minutesOfDays(wanted, context)),
      most: 1,
    },
    { keepLast: true },
  );
  const [fits, setFits] = useState<Fits>({});
  return (
    <section className="chosen-time" aria-labelledby="chosen-title" id="chosen" tabIndex={-1}>
      <h2 id="chosen-title">{t('chosen.title')}</h2>
      <p className="lead">
        <Span start={start} end={end} zone={context.zone} />
      </p>
      <Answer of={found}>
        {(answer) => {
          const slot = answer.slots.find((each) => each.start === start);
          if (slot === undefined)
            return asked === start && !found.isFetching ? (
              <NotPossible answer={answer} {...shared} />
            ) : (
              <p className="quiet">{t('find.looking')}</p>
            );
          const chosen = chosenFits(slot, fits);
          return (
            <>
              <ul className="seat-times">
                {shared.attendees.map((attendee) => (
                  <AttendeeRow
                    key={attendee.key}
                    attendee={attendee}
                    slot={slot}
                    chosen={chosen}
                    onFit={(key, id) => setFits({ ...fits, [key]: id })}
                    {...shared}
                  />
                ))}
              </ul>
              {onTake !== undefined && (
                <Take
                  // Another time needs other reasons.
                  key={start}
                  needs={needsAt(slot, shared.attendees, chosen)}
                  take={take}
                  onTake={(overrides) => onTake(chosen, overrides)}
                />
              )}
            </>
          );
        }}
      </Answer>
    </section>
  );
}

/** Who comes for each pool: whom somebody chose, as long as they fit, or the best. */
function chosenFits(slot: Slot, before: Fits): Fits {
  const of = (key: 'interpreter' | 'room') => {
    const fits = slot.pools.find((pool) => pool.key === key)?.fits ?? [];
    return (fits.find(({ id }) => id === before[key]) ?? fits[0])?.id;
  };
  const [interpreter, room] = [of('interpreter'), of('room')];
  return {
    ...(interpreter === undefined ? {} : { interpreter }),
    ...(room === undefined ? {} : { room }),
  };
}

function AttendeeRow({
  attendee,
  slot,
  chosen,
  words,
  choosable,
  onFit,
}: Shared & {
  readonly attendee: Attendee;
  readonly slot: Slot;
  readonly chosen: Fits;
  readonly onFit: (key: string, id: string) => void;
}) {
  const { t } = useTranslation('scheduling');
  const pool = slot.pools.find(({ key }) => key === attendee.key);
  const id = attendee.key === 'room' ? chosen.room : chosen.interpreter;
  const said = saidFor(attendee, slot, chosen);
  const named = (pool?.fits ?? []).flatMap((fit) => {
    const name = choosable.nameOf(fit.id);
    return name === undefined ? [] : [{ value: fit.id, label: name }];
  });
  return (
    <li className="seat-row">
      <div className="seat-who">
        <strong>{words.title(attendee)}</strong>
        {attendee.pseudonym !== undefined && <span className="pseudonym">{attendee.pseudonym}</span>}
        <span className="quiet">{words.detail(attendee)}</span>
        {pool !== undefined && <span className="quiet">{t('chosen.couldCome', { number: pool.count })}</span>}
      </div>
      <div>
        {named.length > 0 && id !== undefined && (
          <Select
            label={t(attendee.key === 'room' ? 'chosen.whichRoom' : 'chosen.whichInterpreter')}
            options={named}
            value={id}
            onChoose={(value) => onFit(attendee.key, value)}
          />
        )}
        <AttendeeTime said={said} attendee={attendee} slot={slot} />
      </div>
    </li>
  );
}

function AttendeeTime({
  said,
  attendee,
  slot,
}: {
  readonly said: Said | undefined;
  readonly attendee: Attendee;
  readonly slot: Slot;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  if (said?.time === undefined)
    return (
      <div>
        <p className="seat-hidden">
          <Icon name="hidden" />
          {t('chosen.available')}
        </p>
        <Warnings warnings={said?.warnings ?? []} />
      </div>
    );
  const begins = addMinutes(slot.start, attendee.block.at);
  return (
    <div className="seat-clock">
      <WallClock at={begins} clock={said.time} minutes={attendee.block.minutes} />
      <Warnings warnings={said.warnings ?? []} />
    </div>
  );
}

/** Who stands against this time. */
function NotPossible({ answer, attendees, words }: Shared & { readonly answer: Found }) {
  const { t } = useTranslation('scheduling');
  const keys = new Set((answer.nothing?.binding ?? []).flatMap((each) => each.keys));
  const against = attendees.filter(({ key }) => keys.has(key)).map((attendee) => words.title(attendee));
  return (
    <Notice tone="bad" live title={t('chosen.notPossible')}>
      <p>{against.length > 0 ? t('chosen.against', { who: against.join(', ') }) : t('chosen.over')}</p>
    </Notice>
  );
}
