import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listAgencyPeople } from '../../../../functions/accounts/contract.ts';
import { listAgencyReadings } from '../../../../functions/custody/access/contract.ts';
import { readOwnDay } from '../../../../functions/interpreting/times/contract.ts';
import { listTasks } from '../../../../functions/preparation/contract.ts';
import { listRequestTasks } from '../../../../functions/requests/other-way/contract.ts';
import { listSharingTasks } from '../../../../functions/sharing/contract.ts';
import { mayCall } from '../../api/may-call.ts';
import type { OwnSession } from '../../own-day/at-door.ts';
import { useOwnDay } from '../../own-day/own-day.tsx';
import { Answer } from '../../parts/answer.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { isMeant } from '../../parts/matching.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { useNow } from '../../parts/use-now.ts';
import { InterpretersDay } from '../interpreters-day/interpreters-day.tsx';
import { AfterTasks } from './after-tasks.tsx';
import { listsOf } from './lists.ts';
import { OwnCases } from './own-cases.tsx';
import { RequestTasks } from './request-tasks.tsx';
import { SessionCard, useSearchWords } from './session-card.tsx';
import { SharingTasks } from './sharing-tasks.tsx';
import './home.css';

/** Of what is to come, or over, so many are shown until more are asked for. */
const shownAtFirst = 10;

/** The first page of everybody: what waits for them, what is today, what is to come, and their cases. */
export default function HomePage() {
  const { role } = useOwnRecord();
  if (mayCall(listAgencyPeople, role)) return <AdministratorsHome />;
  if (mayCall(readOwnDay, role)) return <InterpretersDay />;
  return <Day />;
}

/** An administrator keeps accounts, and has no part in any case. */
function AdministratorsHome() {
  const { t } = useTranslation('daily');
  return (
    <Page title={t('home.title')}>
      <p className="lead">{t('home.accounts')}</p>
      <p>
        <ButtonLink to="/people">{t('home.toAccounts')}</ButtonLink>
      </p>
    </Page>
  );
}

function Day() {
  const { t } = useTranslation(['daily', 'staff']);
  const { sessions } = useOwnDay();
  const { role, agency } = useOwnRecord();
  const [typed, setTyped] = useState('');
  return (
    <Page title={t('home.title')}>
      <search className="home-search">
        <label htmlFor="home-search">{t('home.search')}</label>
        <p id="home-search-hint" className="hint">
          {t('home.searchHint')}
        </p>
        <input
          id="home-search"
          type="search"
          maxLength={100}
          aria-describedby="home-search-hint"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </search>
      {mayCall(listTasks, role) && <AfterTasks />}
      {mayCall(listRequestTasks, role) && <RequestTasks />}
      {mayCall(listSharingTasks, role) && <SharingTasks />}
      {mayCall(listAgencyReadings, role) && (
        <p>
          <Link to={`/agencies/${agency.agencyId}/readings`}>{t('staff:readings.titleOfAgency')}</Link>
        </p>
      )}
      <Answer of={sessions}>{(answer) => <OwnSessions all={answer.sessions} typed={typed} />}</Answer>
      <OwnCases typed={typed} />
    </Page>
  );
}

function OwnSessions({ all, typed }: { readonly all: readonly OwnSession[]; readonly typed: string }) {
  const { t } = useTranslation('daily');
  const { zone } = useOwnRecord();
  const wordsOf = useSearchWords();
  const found = all.filter((session) => isMeant(wordsOf(session), typed));
  const { waiting, today, coming, over } = listsOf(found, zone, useNow());
  return (
    <>
      <section className="section">
        <h2>{t('home.waiting')}</h2>
        <AtTheDoor />
        <Cards of={waiting} waiting none={t('home.nothingWaits')} />
      </section>
      <section className="section">
        <h2>{t('home.today')}</h2>
        <Cards of={today} none={t('home.nothingToday')} />
      </section>
      <section className="section">
        <h2>{t('home.coming')}</h2>
        <Cards of={coming} none={t('home.nothingComing')} />
      </section>
      {over.length > 0 && (
        <details className="section">
          <summary>{t('home.over')}</summary>
          <Cards of={over} none="" />
        </details>
      )}
    </>
  );
}

/** Who waits at a door that the reader keeps: before all else. */
function AtTheDoor() {
  const { t } = useTranslation(['daily', 'staff']);
  const { atDoor } = useOwnDay();
  return (
    <ul className="cards at-doors" aria-live="polite">
      {atDoor.map(({ sessionId, seat, pseudonym }) => (
        <li key={`${sessionId} ${pseudonym}`}>
          <Link className="card card-link" to={`/sessions/${sessionId}/room`}>
            <strong>
              <Icon name="door" /> {t('home.atDoor')}
            </strong>
            <span>
              {t(`staff:roles.${seat}`)} <span className="pseudonym">{pseudonym}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Cards({
  of,
  waiting = false,
  none,
}: {
  readonly of: readonly OwnSession[];
  readonly waiting?: boolean;
  readonly none: ReactNode;
}) {
  const { t } = useTranslation('daily');
  const [all, setAll] = useState(false);
  if (of.length === 0) return <p className="quiet">{none}</p>;
  const shown = all ? of : of.slice(0, shownAtFirst);
  return (
    <>
      <ul className="cards">
        {shown.map((session) => (
          <li key={session.sessionId}>
            <SessionCard session={session} waiting={waiting} />
          </li>
        ))}
      </ul>
      {shown.length < of.length && (
        <p>
          <Button quiet onClick={() => setAll(true)}>
            {t('home.more', { number: of.length - shown.length })}
          </Button>
        </p>
      )}
    </>
  );
}
