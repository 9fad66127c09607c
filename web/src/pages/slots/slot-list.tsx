import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMinutes, epochMs } from '../../../../functions/shared/values/instants.ts';
import {
  numberForPeople,
  spanForPeople,
  timeForPeople,
} from '../../../../functions/shared/values/times-for-people.ts';
import { Button } from '../../parts/button.tsx';
import { Span } from '../../parts/moment.tsx';
import { useReader } from '../../parts/reader.tsx';
import type { Attendee } from './attendees.ts';
import type { Choosable, useAttendeeWords } from './use-names.ts';
import { Warnings } from './warnings.tsx';
import type { Answer } from './widen.ts';
import type { FinderContext } from './wanted-session.ts';

type Slot = Answer['slots'][number];
type Order = 'rank' | 'time';
/** So many at first; the rest on request. */
const few = 8;

/** What the picture shows, as a table: each found time with what it means for each. */
export function SlotList({
  slots,
  context,
  attendees,
  words,
  looked,
  onStart,
}: {
  readonly slots: readonly Slot[];
  readonly context: FinderContext;
  readonly attendees: readonly Attendee[];
  readonly words: ReturnType<typeof useAttendeeWords>;
  readonly choosable: Choosable;
  readonly looked: number | undefined;
  readonly onStart: (start: number) => void;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const [order, setOrder] = useState<Order>('rank');
  const [all, setAll] = useState(false);
  const ranked = slots.map((slot, index) => ({ slot, rank: index + 1 }));
  const shown =
    order === 'rank' ? ranked : ranked.toSorted((one, other) => (one.slot.start < other.slot.start ? -1 : 1));
  if (slots.length === 0) return null;
  const look = (slot: Slot) => {
    onStart(epochMs(slot.start));
    document.getElementById('chosen')?.focus();
  };
  const head = (column: Order, label: string) => (
    <th scope="col" aria-sort={order === column ? 'ascending' : 'none'}>
      <button type="button" className="sort" onClick={() => setOrder(column)}>
        {label}
        <span aria-hidden="true">{order === column ? ' ▲' : ' △'}</span>
      </button>
    </th>
  );
  return (
    <section className="section" aria-labelledby="list-title">
      <h2 id="list-title">{t('list.title')}</h2>
      <table className="slot-list">
        <thead>
          <tr>
            {head('rank', t('list.rank'))}
            {head('time', t('list.time'))}
            <th scope="col">{t('list.forEach')}</th>
            <th scope="col">
              <span className="unseen">{t('list.look')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? shown : shown.slice(0, few)).map(({ slot, rank }) => (
            <tr key={slot.start} aria-current={epochMs(slot.start) === looked ? 'true' : undefined}>
              <td data-label={t('list.rank')}>{numberForPeople(rank, reader)}</td>
              <th scope="row">
                <Span start={slot.start} end={slot.end} zone={context.zone} />
              </th>
              <td>
                <ul className="slot-attendees">
                  {attendees.map((attendee) => (
                    <AttendeeLine key={attendee.key} {...{ attendee, slot, words }} />
                  ))}
                </ul>
              </td>
              <td>
                <Button quiet small onClick={() => look(slot)}>
                  {t('list.look')}
                  <span className="unseen"> {spanForPeople(slot, context.zone, reader)}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && shown.length > few && (
        <p className="row">
          <Button quiet onClick={() => setAll(true)}>
            {t('list.all', { number: shown.length })}
          </Button>
        </p>
      )}
    </section>
  );
}

function AttendeeLine({
  attendee,
  slot,
  words,
}: {
  readonly attendee: Attendee;
  readonly slot: Slot;
  readonly words: ReturnType<typeof useAttendeeWords>;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const pool = slot.pools.find(({ key }) => key === attendee.key);
  const said = pool === undefined ? slot.seats.find(({ key }) => key === attendee.key) : pool.fits[0];
  const shown =
    said?.time === undefined
      ? undefined
      : timeForPeople(addMinutes(slot.start, attendee.block.at), said.time.zone, reader);
  return (
    <li>
      <strong>{words.title(attendee)}</strong>{' '}
      {shown === undefined ? (
        t('list.available')
      ) : (
        <time dateTime={shown.machine}>
          {shown.weekday} {shown.time}{' '}
          <span className="quiet">
            ({shown.offset}, {shown.place})
          </span>
        </time>
      )}
      {pool !== undefined && <span className="quiet"> {t('chosen.couldCome', { number: pool.count })}</span>}
      <Warnings warnings={said?.warnings ?? []} />
    </li>
  );
}
