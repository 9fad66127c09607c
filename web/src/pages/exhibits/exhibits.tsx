import { useCallback, useMemo, useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  allowExhibit,
  hideExhibit,
  listExhibits,
  readShownPage,
  pointAt,
  readShown,
  showExhibit,
  turnPage,
} from '../../../../functions/exhibits/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { mostPaperBytes } from '../../../../functions/shared/values/papers.ts';
import { randomKey } from '../../api/action-key.ts';
import { call } from '../../api/call.ts';
import { useAction, useAnswer, useLine } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { RoomView } from '../../video/room-view.ts';
import { ShownPage } from './shown-page.tsx';
import { handIn } from './upload.ts';
import { useShown, type OnScreen } from './use-shown.ts';

type Exhibit = AnswerOf<typeof listExhibits>['exhibits'][number];

/** What is shown in the session, and for those who hand in or show the list of what there is. */
export function Exhibits({ view }: { readonly view: RoomView }) {
  const { sessionId } = view;
  const line = useLine();
  const params = useMemo(() => ({ sessionId }), [sessionId]);
  const read = useCallback(() => call(line, readShown, { params }), [line, params]);
  const look = useCallback(
    (size: 'large' | 'small') => call(line, readShownPage, { params, query: { size } }),
    [line, params],
  );
  const screen = useShown({ read, look });
  return (
    <>
      <OnScreenNow sessionId={sessionId} screen={screen} />
      {mayCall(listExhibits, view.mySeat) && <List view={view} screen={screen} />}
    </>
  );
}

/** The latest place is sent a few times a second, and nobody waits for it. */
const pointEvery = 300;

function OnScreenNow({ sessionId, screen }: { readonly sessionId: string; readonly screen: OnScreen }) {
  const { t } = useTranslation('exhibits');
  const line = useLine();
  const params = { sessionId };
  const turning = useAction(turnPage);
  const hiding = useAction(hideExhibit);
  const sentAt = useRef(0);
  const { shown, image } = screen;
  if (shown === undefined) return null;
  const { number, page, pages, mine } = shown;
  const point = (x: number, y: number) => {
    const now = performance.now();
    if (now - sentAt.current < pointEvery) return;
    sentAt.current = now;
    call(line, pointAt, { params, body: { x, y }, key: randomKey() }).catch(() => undefined);
  };
  const turn = (to: number) => turning.start({ params, body: { page: to } });
  return (
    <section className="section" aria-labelledby="shown-title" data-testid="shown" data-page={page}>
      <h2 id="shown-title" role="status">
        {t('shown', { number, page, pages })}
      </h2>
      <ProblemNotice problem={turning.problem ?? hiding.problem} />
      {mine === true && (
        <>
          <p className="row">
            <Button small quiet disabled={page <= 1} onClick={() => turn(page - 1)}>
              {t('before')}
            </Button>
            <Button small quiet disabled={page >= pages} onClick={() => turn(page + 1)}>
              {t('next')}
            </Button>
            <Button small busy={hiding.running} onClick={() => hiding.start({ params, body: {} })}>
              {t('hide')}
            </Button>
          </p>
          <p>{t('to', { who: (shown.to ?? []).join(', ') })}</p>
        </>
      )}
      {image !== undefined && (
        <ShownPage
          image={image}
          pointer={shown.pointer}
          words={{ name: t('shown', { number, page, pages }), closer: t('closer'), farther: t('farther') }}
          {...(mine === true ? { onPoint: point } : {})}
        />
      )}
    </section>
  );
}

function List({ view, screen }: { readonly view: RoomView; readonly screen: OnScreen }) {
  const { t } = useTranslation('exhibits');
  const { sessionId } = view;
  const every = (answer: AnswerOf<typeof listExhibits> | undefined) =>
    answer?.exhibits.some(({ state }) => state === 'drawing') === true ? 2_000 : 20_000;
  const { data } = useAnswer(listExhibits, { params: { sessionId } }, { every });
  if (data === undefined) return null;
  const isIn = view.myState === 'admitted' && view.phase === 'open';
  return (
    <section className="section" aria-labelledby="exhibits-title" data-testid="exhibits">
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
  const tick = ({ target }: ChangeEvent<HTMLInputElement>) =>
    setSome((now) => (target.checked ? [...now, target.value] : now.filter((each) => each !== target.value)));
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
            <label key={pseudonym} className="row">
              <input type="checkbox" value={pseudonym} checked={some.includes(pseudonym)} onChange={tick} />
              {t(`staff:roles.${seat}`)} <span className="pseudonym">{pseudonym}</span>
            </label>
          ))}
          <Button small busy={showing.running || some.length === 0} onClick={() => show(some)}>
            {t('showThese')}
          </Button>
        </details>
      )}
    </>
  );
}

function HandIn({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('exhibits');
  const line = useLine();
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [notFor, setNotFor] = useState<readonly ('witness' | 'screened')[]>([]);
  const [gone, setGone] = useState<number>();
  const [problem, setProblem] = useState<ApiProblem>();
  const { refetch } = useAnswer(listExhibits, { params: { sessionId } });
  const input = useRef<HTMLInputElement>(null);
  const tooLarge = file !== undefined && file.size > mostPaperBytes;
  const send = async () => {
    if (file === undefined) return;
    setGone(0);
    setProblem(undefined);
    try {
      await handIn(line, sessionId, file, { title, notFor: [...notFor] }, setGone);
      setFile(undefined);
      setTitle('');
      if (input.current !== null) input.current.value = '';
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setGone(undefined);
      void refetch();
    }
  };
  return (
    <details className="form" data-testid="hand-in">
      <summary>{t('handIn')}</summary>
      <p>{t('limits')}</p>
      <ProblemNotice problem={problem} />
      {tooLarge && <Notice tone="bad" live title={t('why.too-large')} />}
      <p>
        <label htmlFor="exhibit-file">{t('file')}</label>
        <input
          ref={input}
          id="exhibit-file"
          type="file"
          accept="application/pdf,image/png,image/jpeg"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
      </p>
      <p>
        <label htmlFor="exhibit-name">{t('name')}</label>
        <input
          id="exhibit-name"
          value={title}
          maxLength={80}
          autoComplete="off"
          onChange={({ target }) => setTitle(target.value)}
        />
      </p>
      {(['witness', 'screened'] as const).map((whom) => (
        <label key={whom} className="row">
          <input
            type="checkbox"
            checked={notFor.includes(whom)}
            onChange={({ target }) =>
              setNotFor((now) => (target.checked ? [...now, whom] : now.filter((each) => each !== whom)))
            }
          />
          {t(`notFor.${whom}`)}
        </label>
      ))}
      {gone !== undefined && (
        <p role="status">
          <progress value={gone} max={1} aria-label={t('sending')} /> {t('sending')}
        </p>
      )}
      <Button
        busy={gone !== undefined || file === undefined || tooLarge || title.trim() === ''}
        onClick={() => void send()}
      >
        {t('send')}
      </Button>
    </details>
  );
}
