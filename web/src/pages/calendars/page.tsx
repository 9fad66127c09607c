import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listKept, listRooms, readHolidays } from '../../../../functions/directory/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { instantOf } from '../../../../functions/shared/values/instants.ts';
import { timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { useAnswer } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { Answer } from '../../parts/answer.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields.tsx';
import { addDays } from '../../parts/local-day.ts';
import { useNames } from '../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useToday } from '../../parts/use-now.ts';
import type { Whose } from '../calendar/whose.ts';
import { BoardRow } from './board-row.tsx';
import '../calendar/calendar.css';

/** The own calendar, and those that the reader keeps: a court, an interpreting service, a site, one day at a time. */
export default function CalendarsPage() {
  const { t } = useTranslation(['scheduling', 'keeping']);
  const me = useOwnRecord();
  return (
    <Page wide title={t('calendars.title')} above={{ to: '/', label: t('calendars.cases') }}>
      <p className="row">
        <ButtonLink to="/calendars/me">{t('calendars.own')}</ButtonLink>
        {mayCall(readHolidays, me.role) && (
          <ButtonLink quiet to="/holidays">
            {t('keeping:holidays.title')}
          </ButtonLink>
        )}
      </p>
      {mayCall(listKept, me.role) && <Kept />}
    </Page>
  );
}

interface Owner {
  readonly agency: string;
  readonly name: string;
  readonly whose: Whose;
  readonly path: string;
}

function Kept() {
  const { t } = useTranslation(['scheduling', 'staff']);
  const people = useAnswer(listKept);
  const rooms = useAnswer(listRooms);
  return (
    <Answer of={people}>
      {(found) => (
        <Answer of={rooms}>
          {(places) => (
            <>
              <Board
                owners={[
                  ...found.people.map(({ personId, role, label, agency }): Owner => ({
                    agency,
                    name: `${t(`staff:roles.${role}`)}: ${label}`,
                    whose: { kind: 'person', personId },
                    path: `/calendars/person/${personId}`,
                  })),
                  // A version is told to those alone who keep the room.
                  ...places.rooms
                    .filter(({ version }) => version !== undefined)
                    .map(({ roomId, label, agency, city }): Owner => ({
                      agency,
                      name: [label, city].filter((each) => each !== undefined).join(', '),
                      whose: { kind: 'room', roomId },
                      path: `/calendars/room/${roomId}`,
                    })),
                ]}
              />
              <Logs agencies={found.agencies} />
            </>
          )}
        </Answer>
      )}
    </Answer>
  );
}

/** The logs of who changed working time, one for each agency. */
function Logs({ agencies }: { readonly agencies: AnswerOf<typeof listKept>['agencies'] }) {
  const { t } = useTranslation('keeping');
  const names = useNames();
  return (
    <section className="section" aria-labelledby="logs-title">
      <h2 id="logs-title">{t('log.title')}</h2>
      <ul>
        {agencies.map(({ agencyId, name, country }) => (
          <li key={agencyId}>
            <Link className="line-link" to={`/calendars/log/${agencyId}`}>
              {name} ({names.country(country)})
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Board({ owners }: { readonly owners: readonly Owner[] }) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const reader = useReader();
  const agencies = [...new Set(owners.map(({ agency }) => agency))].toSorted();
  const [chosen, setChosen] = useState(agencies[0] ?? '');
  const today = useToday(me.zone);
  const [day, setDay] = useState(today);
  if (owners.length === 0) return <p>{t('calendars.none')}</p>;
  const { weekday, date } = timeForPeople(instantOf(Date.parse(`${day}T12:00:00Z`)), 'Etc/UTC', reader);
  return (
    <section className="section" aria-labelledby="board-title">
      <h2 id="board-title">{t('calendars.kept')}</h2>
      <Select
        label={t('calendars.agency')}
        options={agencies.map((agency) => ({ value: agency, label: agency }))}
        value={chosen}
        onChoose={setChosen}
      />
      <div className="row">
        <Button quiet small onClick={() => setDay(addDays(day, -1))}>
          ‹ {t('picture.earlier.day')}
        </Button>
        <strong aria-live="polite">
          {weekday} {date}
        </strong>
        <Button quiet small onClick={() => setDay(addDays(day, 1))}>
          {t('picture.later.day')} ›
        </Button>
        <Button quiet small onClick={() => setDay(today)}>
          {t('calendar.today')}
        </Button>
      </div>
      <ul className="board">
        {owners
          .filter(({ agency }) => agency === chosen)
          .map(({ name, whose, path }) => (
            <BoardRow key={path} {...{ name, whose, path, day }} />
          ))}
      </ul>
      <p className="hint">{t('calendars.ownClock')}</p>
    </section>
  );
}
