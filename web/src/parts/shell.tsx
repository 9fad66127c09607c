import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import type { SignIn } from '../api/sign-in.ts';
import { useWipeDrafts } from '../drafts/kept.tsx';
import { Ringing } from '../on-call/ringing.tsx';
import { BellSettings } from '../own-day/bell-settings.tsx';
import { Button } from './button.tsx';
import { useOwnRecord } from './own-record.tsx';
import { LanguageChooser, TimeSettingsChooser } from './settings.tsx';

/** What stands around every page of staff. */
export function Shell({ signIn }: { readonly signIn: SignIn }) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const wipe = useWipeDrafts();
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="shell">
        <Link to="/" className="brand">
          saksi
        </Link>
        <p className="shell-me">
          <strong>{t(`roles.${me.role}`)}</strong> <span className="quiet">{me.label}</span>
        </p>
        <Link className="shell-way" to="/calendars">
          {t('shell.calendars')}
        </Link>
        <LanguageChooser />
        <Button quiet small onClick={() => void wipe().then(() => signIn.end())}>
          {t('shell.signOut')}
        </Button>
      </header>
      <Ringing />
      <Outlet />
      <footer className="foot">
        <TimeSettingsChooser />
        {me.role === 'clerk' && <BellSettings />}
      </footer>
    </>
  );
}
