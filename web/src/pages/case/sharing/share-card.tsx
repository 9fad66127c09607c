import { useTranslation } from 'react-i18next';
import { confirmReceipt, enterUse, uses } from '../../../../../functions/sharing/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { By } from './by.tsx';
import { usePurposeName, type About, type Share } from './told.ts';
import { UseShown } from './use-shown.tsx';

/** One share: with whom and for what, whether consent stands, who received it, and what came of it. */
export function ShareCard({
  about,
  share,
  isHolder,
  receives,
}: {
  readonly about: About;
  readonly share: Share;
  readonly isHolder: boolean;
  readonly receives: boolean;
}) {
  const { t } = useTranslation('sharing');
  const { zone } = useOwnRecord();
  const names = useNames();
  const nameOf = usePurposeName();
  const { to, purpose, information, fallen, text } = share;
  return (
    <>
      <h3>
        {to.name} ({names.country(to.state)})
      </h3>
      <p>
        {t('shares.for', { purpose: nameOf(purpose) })}{' '}
        {information !== undefined && <span className="badge">{t('number', { number: information })}</span>}
      </p>
      <p>
        <By by={share.by} at={share.at} />
      </p>
      {fallen !== undefined && (
        <Notice tone="wait" title={t('shares.fallen')}>
          <Moment at={fallen} zone={zone} />
        </Notice>
      )}
      {share.mayReceive && <Receive about={about} share={share.number} />}
      {text !== undefined && <p className="lines">{text}</p>}
      {share.receipts.length === 0 ? (
        <p className="quiet">{t('shares.unread')}</p>
      ) : (
        <div>
          {t('shares.receipts')}{' '}
          {share.receipts.map(({ by, at }) => (
            <By key={by.pseudonym} by={by} at={at} />
          ))}
        </div>
      )}
      {share.uses.map((use) => (
        <UseShown key={use.number} about={about} use={use} isHolder={isHolder} receives={receives} />
      ))}
      {share.mayUse && <UseForm key={`use ${share.uses.length}`} about={about} share={share.number} />}
    </>
  );
}

function Receive({ about, share }: { readonly about: About; readonly share: number }) {
  const { t } = useTranslation('sharing');
  const action = useAction(confirmReceipt);
  return (
    <>
      <p>{t('shares.limits')}</p>
      <ProblemNotice problem={action.problem} />
      <p>
        <Button
          disabled={action.running}
          onClick={() => action.start({ params: about, body: { share, limits: 'accepted' } })}
        >
          {t('shares.accept')}
        </Button>
      </p>
    </>
  );
}

function UseForm({ about, share }: { readonly about: About; readonly share: number }) {
  const { t } = useTranslation('sharing');
  const action = useAction(enterUse);
  return (
    <details>
      <summary>{t('use.title')}</summary>
      <Form
        route={enterUse}
        read={(values) => ({
          share,
          use: answersOf(values).text('use') as BodyIn<typeof enterUse>['use'] | undefined,
        })}
        labels={{ use: t('use.of') }}
        onSend={(body) => action.run({ params: about, body })}
        problem={action.problem}
        sending={action.running}
        button={t('use.send')}
      >
        <Select
          name="use"
          label={t('use.of')}
          options={uses.map((value) => ({ value, label: t(`use.uses.${value}`) }))}
        />
      </Form>
    </details>
  );
}
