import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInContext } from '../api/sign-in.ts';
import { Button } from './button.tsx';
import { useReader } from './reader.tsx';

/** Asks once more who is there, in a window of its own; what is on the page stays. */
export function SignInAgain({
  label,
  done,
  onDone,
}: {
  readonly label: string;
  /** What is said once it was done. */
  readonly done?: string;
  readonly onDone?: () => void;
}) {
  const { t } = useTranslation('staff');
  const { language } = useReader();
  const signIn = use(SignInContext);
  const [outcome, setOutcome] = useState<'done' | 'blocked' | 'refused'>();
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  const ask = async () => {
    const came = await signIn?.again(language);
    // What is on this page is not theirs: it is gone, and they begin on one of their own.
    if (came === 'another') return signIn?.end();
    setOutcome(came);
    if (came === 'done') onDone?.();
  };
  return (
    <>
      {outcome === 'done' && done !== undefined ? (
        <p role="status">{done}</p>
      ) : (
        <Button onClick={() => void ask().catch(setFault)}>{label}</Button>
      )}
      {(outcome === 'blocked' || outcome === 'refused') && <p role="alert">{t(`again.${outcome}`)}</p>}
    </>
  );
}
