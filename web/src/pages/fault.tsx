import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';

/** Something in the page itself broke. */
export function Fault() {
  const { t } = useTranslation('staff');
  const error = useRouteError();
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <Page title={t('fault.title')}>
      <Notice tone="bad" live title={t('fault.what')}>
        <p>{t('fault.next')}</p>
        <Button onClick={() => location.reload()}>{t('fault.reload')}</Button>
      </Notice>
    </Page>
  );
}

/** An address that is no page. */
export function Lost() {
  const { t } = useTranslation('staff');
  return (
    <Page title={t('fault.lost')}>
      <p>
        <Link to="/">{t('cases.title')}</Link>
      </p>
    </Page>
  );
}
