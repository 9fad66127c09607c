import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tickItem } from '../../../../functions/preparation/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Item } from './prepared.ts';

/** What is looked at before, in the phases in which it is due. */
export function Checklist({
  sessionId,
  items,
}: {
  readonly sessionId: string;
  readonly items: readonly Item[];
}) {
  const { t } = useTranslation('preparation');
  const { zone } = useOwnRecord();
  // The items come in the order of their phases.
  return [...new Set(items.map(({ phase }) => phase))].map((phase) => {
    const own = items.filter((each) => each.phase === phase);
    const due = own[0]?.dueAt;
    return (
      <details key={phase} className="phase" open={own.some(({ state }) => state === 'open')}>
        <summary>
          <strong>{t(`list.phases.${phase}`)}</strong>{' '}
          <span className="quiet">
            {t('list.progress', {
              done: own.filter(({ state }) => state !== 'open').length,
              all: own.length,
            })}
          </span>
        </summary>
        {due !== undefined && (
          <p className="quiet">
            {t('list.due')} <Moment at={due} zone={zone} />
          </p>
        )}
        <ul className="checklist">
          {own.map((item) => (
            <ChecklistRow key={item.item} sessionId={sessionId} item={item} />
          ))}
        </ul>
      </details>
    );
  });
}

const icons: Readonly<Record<Item['state'], IconName>> = {
  open: 'clock',
  done: 'check',
  'not-applicable': 'hidden',
};

function ChecklistRow({ sessionId, item }: { readonly sessionId: string; readonly item: Item }) {
  const { t } = useTranslation(['preparation', 'staff']);
  const { zone } = useOwnRecord();
  const [asks, setAsks] = useState(false);
  const action = useAction(tickItem, () => setAsks(false));
  const params = { sessionId };
  const { item: name, state, late, by, reason, ticked, mine } = item;
  const text = t(`preparation:list.items.${name}`);
  return (
    <li data-testid={`item-${name}`} data-state={state}>
      <Icon name={icons[state]} />
      <div>
        <p>{text}</p>
        <p className="quiet">
          {late && <span className="badge badge-bad">{t('preparation:list.late')}</span>}{' '}
          {state === 'not-applicable' && `${t('preparation:list.state.not-applicable')}: ${reason ?? ''} `}
          {ticked === undefined ? (
            by.map((role) => t(`staff:roles.${role}`)).join(' · ')
          ) : (
            <>
              {t(`staff:roles.${ticked.role}`)} <span className="pseudonym">{ticked.pseudonym}</span>{' '}
              <Moment at={ticked.at} zone={zone} />
            </>
          )}
        </p>
        <ProblemNotice problem={action.problem} />
        {mine && (
          <div className="row">
            {state === 'open' ? (
              <>
                <Button
                  small
                  disabled={action.running}
                  aria-label={`${t('preparation:list.tick')}: ${text}`}
                  onClick={() => action.start({ params, body: { item: name, state: 'done' } })}
                >
                  {t('preparation:list.tick')}
                </Button>
                <Button
                  small
                  quiet
                  aria-expanded={asks}
                  aria-label={`${t('preparation:list.notApplies')}: ${text}`}
                  onClick={() => setAsks(!asks)}
                >
                  {t('preparation:list.notApplies')}
                </Button>
              </>
            ) : (
              <Button
                small
                quiet
                disabled={action.running}
                aria-label={`${t('preparation:list.untick')}: ${text}`}
                onClick={() => action.start({ params, body: { item: name, state: 'open' } })}
              >
                {t('preparation:list.untick')}
              </Button>
            )}
          </div>
        )}
        {asks && state === 'open' && (
          <Form
            route={tickItem}
            read={(values) => ({
              item: name,
              state: 'not-applicable' as const,
              reason: answersOf(values).text('reason'),
            })}
            needs={['reason']}
            labels={{ reason: t('preparation:list.reason') }}
            onSend={(body) => action.run({ params, body })}
            problem={undefined}
            sending={action.running}
            button={t('preparation:list.enter')}
          >
            <TextBox name="reason" label={t('preparation:list.reason')} maxLength={300} />
          </Form>
        )}
      </div>
    </li>
  );
}
