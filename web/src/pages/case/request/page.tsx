import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { readRequest } from '../../../../../functions/requests/sending/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Select } from '../../../parts/fields.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Page } from '../../../parts/page.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { useDayWords } from '../../../parts/use-day-words.ts';
import { ByList } from '../law/by-list.tsx';
import '../law/law.css';
import { RequestLine } from './request-line.tsx';
import { SendForm } from './send-form.tsx';

const tones = { red: 'bad', amber: 'wait', green: 'good' } as const;

/** What the request for hearing somebody has of what is demanded, what it lacks, and that it was sent. */
export default function RequestPage() {
  const { t } = useTranslation(['request', 'staff']);
  const names = useNames();
  const dayWords = useDayWords();
  const { caseId = '', party = '' } = useParams();
  const [asked, ask] = useSearchParams();
  const basis = asked.get('basis') ?? undefined;
  const whose = { caseId, party };
  const lacks = (own: readonly { readonly light: string }[]) => {
    const number = own.filter(({ light }) => light === 'red').length;
    return number === 0 ? undefined : t('sending.missing', { number });
  };
  const found = useAnswer(
    readRequest,
    { params: whose, query: basis === undefined ? {} : { basis } },
    { keepLast: true },
  );
  return (
    <Page
      title={t('sending.of', { who: party })}
      above={{ to: `/cases/${caseId}/permission/${party}`, label: t('permission.of', { who: party }) }}
    >
      <Answer of={found}>
        {(request) => (
          <>
            <p className="lead">
              {names.country(request.requestingState)} → {names.country(request.hostState)}
            </p>
            {request.basis === undefined ? (
              <Notice tone="wait" title={t('sending.notKnown')} />
            ) : (
              <Select
                name="chosenBasis"
                label={t('sending.basis')}
                options={request.bases.map((value) => ({ value, label: t(`bases.${value}`) }))}
                value={request.basis}
                onChoose={(value) => ask({ basis: value }, { replace: true })}
              />
            )}
            {request.sent !== undefined && (
              <Notice tone="plain" title={t('sending.sent', { day: dayWords(request.sent.sentOn) })}>
                <p>
                  {t(`bases.${request.sent.basis}`)} ·{' '}
                  <span className="reference">{request.sent.reference}</span>
                </p>
              </Notice>
            )}
            <div data-testid="request-light" data-light={request.light}>
              <Notice tone={tones[request.light]} title={t(`sending.light.${request.light}`)}>
                {request.light === 'red' && <p>{t('sending.redNext')}</p>}
                <p>{t('sending.notSettled')}</p>
              </Notice>
            </div>
            <section className="section" aria-labelledby="checklist-title">
              <h2 id="checklist-title">{t('law.checklist')}</h2>
              <ByList items={request.checklist} lacks={lacks}>
                {(line) => <RequestLine {...whose} line={line} mayMark={request.mayMark} />}
              </ByList>
            </section>
            {request.mayMark && request.basis !== undefined && request.light !== 'red' && (
              <SendForm {...whose} basis={request.basis} />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}
