import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { readMe } from '../../../functions/directory/contract.ts';
import { useAnswer } from '../api/hooks.ts';
import type { SignIn } from '../api/sign-in.ts';
import { DraftsProvider } from '../drafts/kept.tsx';
import { OwnDayProvider } from '../own-day/own-day.tsx';
import { Answer } from '../parts/answer.tsx';
import { Button } from '../parts/button.tsx';
import { IdleLock } from '../parts/idle-lock.tsx';
import { Notice } from '../parts/notice.tsx';
import { OwnRecordContext, type OwnRecord } from '../parts/own-record.tsx';
import { Page } from '../parts/page.tsx';
import { useReader } from '../parts/reader.tsx';
import { LanguageChooser } from '../parts/settings.tsx';
import { Shell } from '../parts/shell.tsx';
import { languageWasChosen, speak } from '../words/words.ts';

/** Every page of staff is drawn inside this: nobody sees one without having signed in. */
export function SignedIn({ signIn, refused }: { readonly signIn: SignIn; readonly refused: boolean }) {
  const me = useAnswer(readMe, {}, { when: signIn.held });
  if (!signIn.held || me.error?.code === 'sign-in-needed')
    return <Welcome signIn={signIn} refused={refused} />;
  return (
    <Answer of={me}>
      {(record) => (
        <OwnRecordContext value={record}>
          <OwnLanguage record={record} />
          <DraftsProvider personId={record.personId} draftsKey={record.draftsKey}>
            <OwnDayProvider>
              <Shell signIn={signIn} />
              <IdleLock signIn={signIn} />
            </OwnDayProvider>
          </DraftsProvider>
        </OwnRecordContext>
      )}
    </Answer>
  );
}

/** The directory knows in which language a person works; a choice made in this browser comes first. */
function OwnLanguage({ record }: { readonly record: OwnRecord }) {
  const [fault, setFault] = useState<unknown>();
  useEffect(() => {
    if (!languageWasChosen()) speak(record.language).catch(setFault);
  }, [record.language]);
  if (fault !== undefined) throw fault;
  return null;
}

function Welcome({ signIn, refused }: { readonly signIn: SignIn; readonly refused: boolean }) {
  const { t } = useTranslation('staff');
  const { language } = useReader();
  const { pathname } = useLocation();
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  return (
    <div className="welcome">
      <header>
        <LanguageChooser />
      </header>
      <Page title={t('welcome.title')}>
        <p className="lead">{t('welcome.what')}</p>
        {refused && (
          <Notice tone="bad" live title={t('welcome.refused')}>
            <p>{t('welcome.refusedNext')}</p>
          </Notice>
        )}
        <Button
          onClick={() => {
            signIn.start(pathname, language).catch(setFault);
          }}
        >
          {t('welcome.signIn')}
        </Button>
        <p className="hint">{t('welcome.guests')}</p>
      </Page>
    </div>
  );
}
