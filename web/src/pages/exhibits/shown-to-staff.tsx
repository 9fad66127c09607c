import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  hideExhibit,
  pointAt,
  readShown,
  readShownPage,
  turnPage,
} from '../../../../functions/exhibits/contract.ts';
import { randomKey } from '../../api/action-key.ts';
import { call } from '../../api/call.ts';
import { useAction, useLine } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useOwnWindow } from './own-window.ts';
import './exhibits.css';
import { ShownPage } from './shown-page.tsx';
import { useShown, type OnScreen } from './use-shown.ts';

/** What is shown to somebody of the staff. @param looks rises each time the page looks at the room */
export function useShownToStaff(sessionId: string, looks: number): OnScreen {
  const line = useLine();
  const params = useMemo(() => ({ sessionId }), [sessionId]);
  const read = useCallback(() => call(line, readShown, { params }), [line, params]);
  const look = useCallback(
    (size: 'large' | 'small') => call(line, readShownPage, { params, query: { size } }),
    [line, params],
  );
  return useShown({ read, look, looks });
}

/** In the middle of the desk, beside the people; for whoever shows it with the means to turn, point and hide. */
export function ShownToStaff({
  sessionId,
  screen,
}: {
  readonly sessionId: string;
  readonly screen: OnScreen;
}) {
  return screen.shown === undefined ? null : (
    <Shown sessionId={sessionId} screen={{ ...screen, shown: screen.shown }} />
  );
}

const faces = {
  closer: <Icon name="closer" />,
  farther: <Icon name="farther" />,
  ownWindow: <Icon name="ownWindow" />,
};

/** The latest place is sent a few times a second, and nobody waits for it. */
const pointEvery = 300;

function Shown({
  sessionId,
  screen,
}: {
  readonly sessionId: string;
  readonly screen: OnScreen & { readonly shown: NonNullable<OnScreen['shown']> };
}) {
  const { t } = useTranslation('exhibits');
  const line = useLine();
  const params = { sessionId };
  const turning = useAction(turnPage);
  const hiding = useAction(hideExhibit);
  const sentAt = useRef(0);
  const { shown, image } = screen;
  const { number, page, pages, mine } = shown;
  const ownWindow = useOwnWindow(image, shown.pointer);
  const point = (x: number, y: number) => {
    const now = performance.now();
    if (now - sentAt.current < pointEvery) return;
    sentAt.current = now;
    call(line, pointAt, { params, body: { x, y }, key: randomKey() }).catch(() => undefined);
  };
  const turn = (to: number) => turning.start({ params, body: { page: to } });
  return (
    <section className="exhibit-now" aria-labelledby="shown-title" data-testid="shown" data-page={page}>
      <h2 id="shown-title" role="status">
        {t('shown', { number, page, pages })}
      </h2>
      <ProblemNotice problem={turning.problem ?? hiding.problem} />
      {mine === true && (
        <p className="quiet small">
          {t('to', { who: (shown.to ?? []).join(', ') })} · {t('pointHow')}
        </p>
      )}
      {(image !== undefined || mine === true) && (
        <ShownPage
          image={image}
          pointer={shown.pointer}
          words={{
            name: t('shown', { number, page, pages }),
            closer: t('closer'),
            farther: t('farther'),
            ownWindow: t('ownWindow'),
          }}
          look="desk-small"
          faces={faces}
          onOwnWindow={ownWindow}
          tools={
            mine === true && (
              <>
                <Button small quiet disabled={page <= 1} onClick={() => turn(page - 1)}>
                  {t('before')}
                </Button>
                <Button small quiet disabled={page >= pages} onClick={() => turn(page + 1)}>
                  {t('next')}
                </Button>
                <Button small busy={hiding.running} onClick={() => hiding.start({ params, body: {} })}>
                  {t('hide')}
                </Button>
              </>
            )
          }
          {...(mine === true ? { onPoint: point } : {})}
        />
      )}
    </section>
  );
}
