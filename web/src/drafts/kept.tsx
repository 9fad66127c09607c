import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keepDrafts } from '../../../functions/directory/contract.ts';
import { randomKey } from '../api/action-key.ts';
import { call } from '../api/call.ts';
import { useLine } from '../api/hooks.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Drafts } from './drafts.ts';
import { Later } from './later.ts';

const DraftsContext = createContext<Drafts | undefined>(undefined);

/** Keeps what this person types on any page, until it is sent or they sign out. */
export function DraftsProvider({
  personId,
  draftsKey,
  children,
}: {
  readonly personId: string;
  readonly draftsKey: string | undefined;
  readonly children: ReactNode;
}) {
  const line = useLine();
  // A key that is made while the page is open is known to the drafts already.
  const [first] = useState(draftsKey);
  const drafts = useMemo(
    () =>
      new Drafts({
        personId,
        key: first,
        makeKey: async () => (await call(line, keepDrafts, { body: {}, key: randomKey() })).key,
        now: () => Date.now(),
      }),
    [personId, first, line],
  );
  useEffect(() => void drafts.forgetOld(), [drafts]);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

function useDrafts(): Drafts {
  const drafts = use(DraftsContext);
  if (drafts === undefined) throw new Error('Nobody is signed in above this part of the page.');
  return drafts;
}

/** Takes away all that was typed here; before the person signs out. */
export function useWipeDrafts(): () => Promise<void> {
  const drafts = useDrafts();
  return useCallback(() => drafts.wipe(), [drafts]);
}

/** What was typed in one form. */
export interface Kept {
  /** As it was left; undefined where nothing was. */
  readonly value: unknown;
  /** Keeps this in its place, in a moment: whoever types on is waited for. */
  readonly keep: (value: unknown) => void;
  /** It was sent: nothing of it is kept any longer. */
  readonly done: () => void;
  /** The same once it is known that it was. */
  readonly sent: (outcome: Promise<unknown>) => void;
}

/** Milliseconds without another letter after which what was typed is kept. */
const settled = 400;

interface Loaded {
  readonly name: string;
  readonly value: unknown;
  /** Rises when somebody starts afresh, so that every field is drawn anew. */
  readonly round: number;
}

/**
 * A part of a page in which something is typed. What was left in it is there again, and whoever does not want it starts
 * afresh.
 * @param name which form it is; has the number of its shape at its end, which rises when what is kept gets another one
 */
export function KeptTyping({
  name,
  children,
}: {
  readonly name: string;
  readonly children: (kept: Kept) => ReactNode;
}) {
  const { t } = useTranslation('daily');
  const drafts = useDrafts();
  const [loaded, setLoaded] = useState<Loaded>();
  const [later] = useState(() => new Later());
  useEffect(() => {
    let gone = false;
    void drafts.read(name).then((value) => gone || setLoaded({ name, value, round: 0 }));
    return () => {
      gone = true;
      // Whoever leaves the page while typing has typed it all the same.
      later.doNow();
    };
  }, [drafts, name, later]);
  const keep = useCallback(
    (value: unknown) => later.put(() => void drafts.keep(name, value), settled),
    [drafts, name, later],
  );
  const done = useCallback(() => {
    later.drop();
    void drafts.forget(name);
  }, [drafts, name, later]);
  const sent = useCallback(
    (outcome: Promise<unknown>) => {
      // What a field says of itself while it is on its way is nobody's typing.
      later.close();
      // Where that takes long what was typed last is kept meanwhile; where it does not, never.
      outcome.then(
        () => {
          later.drop();
          later.open();
        },
        () => later.open(),
      );
      void drafts.sent(name, outcome);
    },
    [drafts, name, later],
  );
  const value = loaded?.value;
  const kept = useMemo(() => ({ value, keep, done, sent }), [value, keep, done, sent]);
  if (loaded?.name !== name) return null;
  return (
    <div key={loaded.round} className="kept-typing">
      {loaded.value !== undefined && (
        <Notice tone="wait" title={t('drafts.hereAgain')}>
          <Button
            quiet
            small
            onClick={() => {
              done();
              setLoaded({ name, value: undefined, round: loaded.round + 1 });
            }}
          >
            {t('drafts.afresh')}
          </Button>
        </Notice>
      )}
      {children(kept)}
    </div>
  );
}
