import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { SignIn } from '../api/sign-in.ts';
import { Button } from './button.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { useIdle } from './use-idle.ts';

/** Lies over a page that nobody touched for a quarter of an hour. What is under it stays as it is, and cannot be seen or used. */
export function IdleLock({ signIn }: { readonly signIn: SignIn }) {
  const { pathname } = useLocation();
  const [locked, setLocked] = useState(false);
  const lock = useCallback(() => {
    signIn.lock();
    setLocked(true);
  }, [signIn]);
  useIdle(pathname, lock);
  return locked ? <LockScreen signIn={signIn} onOpened={() => setLocked(false)} /> : null;
}

function LockScreen({ signIn, onOpened }: { readonly signIn: SignIn; readonly onOpened: () => void }) {
  const { t } = useTranslation('staff');
  const screen = useRef<HTMLDialogElement>(null);
  useEffect(() => screen.current?.showModal(), []);
  return (
    <dialog
      ref={screen}
      className="lock"
      aria-labelledby="lock-title"
      // No key closes it.
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
    >
      <h2 id="lock-title">{t('lock.title')}</h2>
      <p>{t('lock.text')}</p>
      <div className="row">
        <SignInAgain label={t('lock.open')} onDone={onOpened} />
        <Button quiet onClick={() => void signIn.end()}>
          {t('shell.signOut')}
        </Button>
      </div>
    </dialog>
  );
}
