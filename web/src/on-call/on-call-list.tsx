import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepOnCall, readOnCall } from '../../../functions/help/on-call/contract.ts';
import type { AnswerOf } from '../../../functions/shared/http/contract.ts';
import { useAction, useAnswer } from '../api/hooks.ts';
import { Answer } from '../parts/answer.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Select, Tick } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { Notice } from '../parts/notice.tsx';
import { isNoNumber, moved, said, type Row } from './rows.ts';

type List = AnswerOf<typeof readOnCall>;

/** Who is on call for a session, as its support officer names them: in order, and with a telephone or without. */
export function OnCallList({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('help');
  const found = useAnswer(readOnCall, { params: { sessionId } });
  return (
    <section className="section">
      <h2>{t('list.title')}</h2>
      <p>{t('list.what')}</p>
      <Answer of={found}>
        {(list) => <Naming key={JSON.stringify(list)} sessionId={sessionId} list={list} />}
      </Answer>
    </section>
  );
}

function Naming({ sessionId, list }: { readonly sessionId: string; readonly list: List }) {
  const { t } = useTranslation(['help', 'staff']);
  const keeping = useAction(keepOnCall);
  const [rows, setRows] = useState<readonly Row[]>(list.people);
  const [next, setNext] = useState('');
  const all = [...list.people, ...list.others];
  const others = all.filter(({ pseudonym }) => !rows.some((row) => row.pseudonym === pseudonym));
  const nameOf = ({ role, pseudonym }: Pick<Row, 'role' | 'pseudonym'>) =>
    `${t(`staff:roles.${role}`)} ${pseudonym}`;
  const labels = Object.fromEntries(
    rows.map((row, index) => [`people.${index}.telephone`, t('list.number', { who: nameOf(row) })]),
  );
  const faults = Object.fromEntries(
    rows.flatMap((row, index) =>
      isNoNumber(row) ? [[`people.${index}.telephone`, t('list.numberHint')] as const] : [],
    ),
  );
  const without = (row: Row) => setRows(rows.filter((each) => each !== row));
  const change = (row: Row, more: Partial<Row>) =>
    setRows(rows.map((each) => (each === row ? { ...each, ...more } : each)));
  return (
    <Form
      route={keepOnCall}
      labels={labels}
      read={() => ({ people: rows.map(said) })}
      faults={faults}
      onSend={(body) => keeping.start({ params: { sessionId }, body })}
      problem={keeping.problem}
      sending={keeping.running}
      button={t('list.keep')}
    >
      {!list.named && <Notice tone="wait" title={t('list.notNamed')} />}
      <ol className="on-call">
        {rows.map((row, index) => (
          <li key={row.pseudonym} data-testid="on-call">
            <p>
              <strong>{nameOf(row)}</strong> <span className="quiet">{row.label}</span>
            </p>
            <Field
              name={`people.${index}.telephone`}
              label={t('list.number', { who: nameOf(row) })}
              hint={row.telephone === 'known' ? t('list.known') : t('list.numberHint')}
            >
              {(control) => (
                <input
                  {...control}
                  name={`people.${index}.telephone`}
                  type="tel"
                  inputMode="tel"
                  autoComplete="off"
                  disabled={row.noText === true}
                  value={row.number ?? ''}
                  onChange={(event) => change(row, { number: event.currentTarget.value })}
                />
              )}
            </Field>
            {row.telephone === 'known' && (
              <Tick
                label={t('list.noText', { who: nameOf(row) })}
                checked={row.noText === true}
                onTick={(noText) => change(row, { noText })}
              />
            )}
            <div className="row">
              {index > 0 && (
                <Button quiet small onClick={() => setRows(moved(rows, index))}>
                  {t('list.earlier', { who: nameOf(row) })}
                </Button>
              )}
              {rows.length > 1 && (
                <Button quiet small onClick={() => without(row)}>
                  {t('list.remove', { who: nameOf(row) })}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <div className="row">
          <Select
            label={t('list.add')}
            value={next}
            none={t('staff:form.pleaseChoose')}
            options={others.map((each) => ({
              value: each.pseudonym,
              label: `${nameOf(each)} – ${each.label}`,
            }))}
            onChoose={setNext}
          />
          <Button
            quiet
            onClick={() => {
              const added = others.find(({ pseudonym }) => pseudonym === next);
              if (added !== undefined) setRows([...rows, { telephone: 'none', ...added }]);
              setNext('');
            }}
          >
            {t('list.put')}
          </Button>
        </div>
      )}
      {keeping.answer !== undefined && <Notice tone="good" live title={t('list.kept')} />}
    </Form>
  );
}
