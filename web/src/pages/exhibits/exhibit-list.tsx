import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowExhibit, listExhibits, showExhibit } from '../../../../functions/exhibits/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { useAction, useAnswer } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { Button } from '../../parts/button.tsx';
import { Tick } from '../../parts/fields.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { RoomView } from '../../video/room-view.ts';
import { HandIn } from './hand-in.tsx';
import type { OnScreen } from './use-shown.ts';

type Exhibit = AnswerOf<typeof listExhibits>['exhibits'][number];

interface Parts {
  readonly view: RoomView;
  readonly screen: OnScreen;
}

/** What there is, for those who hand in or show. */
export const Exhibits = (parts: Parts) =>
  mayCall(listExhibits, parts.view.mySeat) ? <List {...parts} /> : null;

function List({ view, screen }: Parts) {
  const { t } = useTranslation('exhibits');
  const { sessionId } = view;
  const every = (answer: AnswerOf<typeof listExhibits> | undefined) =>
    answer?.exhibits.some(({ state }) => state === 'drawing') === true ? 2_000 : 20_000;
  const { data } = useAnswer(listExhibits, { params: { sessionId } }, { every });
  if (data === undefined) return null;
  const isIn = view.myState === 'admitted' && view.phase === 'open';
  return (
    <section className="exhibits" aria-labelledby="exhibits-title" data-testid="exhibits">
      <h2 id="exhibits-title">{t('title')}</h2>
      {data.exhibits.length === 0 && <p>{t('none')}</p>}
      <ul className="exhibit-list">
        {data.exhibits.map((exhibit) => (
          <li key={exhibit.exhibitId} data-testid="exhibit" data-state={exhibit.state}>
            <strong>{exhibit.number}</strong> {exhibit.title}
            <How exhibit={exhibit} />
            {isIn && exhibit.drawn > 0 && <Showing view={view} exhibit={exhibit} allows={screen.allows} />}
          </li>
        ))}
      </ul>
      {data.handsIn && <HandIn sessionId={sessionId} />}
    </section>
  );
}

/** How far it is, from whom it is kept, and the hash of what was handed in. */
function How({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('exhibits');
  const { state, drawn, pages, why, notFor, sha256 } = exhibit;
  return (
    <>
      <p role="status">
        {state === 'drawing'
          ? t('drawing', { drawn, pages })
          : state === 'failed'
            ? t('failed', { drawn, pages, why: t(`why.${why ?? 'damaged'}`) })
            : t('ready', { pages })}
      </p>
      {notFor.length > 0 && <p>{notFor.map((whom) => t(`notFor.${whom}`)).join(' · ')}</p>}
      <p>
        {t('hash')} <code>{sha256}</code>
      </p>
    </>
  );
}

function Showing({
  view,
  exhibit,
  allows,
}: {
  readonly view: RoomView;
  readonly exhibit: Exhibit;
  readonly allows: boolean;
}) {
  const { t } = useTranslation(['exhibits', 'staff']);
  const params = { sessionId: view.sessionId };
  const showing = useAction(showExhibit);
  const allowing = useAction(allowExhibit);
  const [some, setSome] = useState<readonly string[]>([]);
  const { exhibitId, allowed, mine } = exhibit;
  const may = allows || (mine && allowed);
  const show = (to: 'all' | readonly string[]) =>
    showing.start({ params, body: { exhibitId, page: 1, to: to === 'all' ? to : [...to] } });
  const tick = (who: string, checked: boolean) =>
    setSome((now) => (checked ? [...now, who] : now.filter((each) => each !== who)));
  return (
    <>
      <ProblemNotice problem={showing.problem ?? allowing.problem} />
      {!allows && mine && !allowed && <p>{t('waits')}</p>}
      <p className="row">
        {may && (
          <Button small busy={showing.running} onClick={() => show('all')}>
            {t('showAll')}
          </Button>
        )}
        {allows && !mine && (
          <Button
            small
            quiet
            busy={allowing.running}
            onClick={() => allowing.start({ params, body: { exhibitId, allowed: !allowed } })}
          >
            {t(allowed ? 'disallow' : 'allow')}
          </Button>
        )}
      </p>
      {may && (
        <details>
          <summary>{t('showSome')}</summary>
          {view.seats.map(({ seat, pseudonym }) => (
            <Tick
              key={pseudonym}
              label={`${t(`staff:roles.${seat}`)} ${pseudonym}`}
              checked={some.includes(pseudonym)}
              onTick={(checked) => tick(pseudonym, checked)}
            />
          ))}
          <Button small busy={showing.running || some.length === 0} onClick={() => show(some)}>
            {t('showThese')}
          </Button>
        </details>
      )}
    </>
  );
}
