import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import * as z from 'zod';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { readLaw } from '../../../../../functions/requests/law/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { DateBox } from '../../../parts/date-time.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { useToday } from '../../../parts/use-now.ts';
import { Checklist } from './checklist.tsx';
import { HostLaw } from './host-law.tsx';
import { Instruments } from './instruments.tsx';
import { LawQuestions } from './law-questions.tsx';
import './law.css';

/** What is known of the law that a request of the case goes by, and what its central authority has to ask. */
export default function LawPage() {
  const { t } = useTranslation(['request', 'staff']);
  const names = useNames();
  const { caseId = '' } = useParams();
  const { receivedOn, hearingDay, choose } = useDays();
  const found = useAnswer(readCase, { params: { caseId } });
  const { requestingState: requesting = '', hostState: host = '', reference } = found.data ?? {};
  const law = useAnswer(
    readLaw,
    { query: { requesting, host, receivedOn, ...(hearingDay === undefined ? {} : { hearingDay }) } },
    { when: found.data !== undefined, keepLast: true },
  );
  return (
    <Page
      title={t('law.title')}
      above={{ to: `/cases/${caseId}`, label: t('staff:case.title') }}
      reference={reference}
    >
      <p>{t('law.what')}</p>
      <Answer of={found}>
        {() => (
          <p className="lead">
            {names.country(requesting)} → {names.country(host)}
          </p>
        )}
      </Answer>
      <div className="pair">
        <DateBox
          name="receivedOn"
          label={t('law.receivedOn')}
          hint={t('law.receivedHint')}
          held={[receivedOn, (day) => choose({ receivedOn: day })]}
        />
        <DateBox
          name="hearingDay"
          label={t('law.hearingDay')}
          held={[hearingDay, (day) => choose({ hearingDay: day })]}
        />
      </div>
      <Answer of={law}>
        {(answer) => (
          <>
            <section className="section" aria-labelledby="questions-title">
              <h2 id="questions-title">{t('law.questions')}</h2>
              <LawQuestions questions={answer.questions} />
            </section>
            <Instruments instruments={answer.instruments} />
            <HostLaw fields={answer.law} />
            <Checklist items={answer.checklist} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const day = z.iso.date();

/** The days stand in the address, so that what somebody looked at can be linked to. */
function useDays() {
  const me = useOwnRecord();
  const today = useToday(me.zone);
  const [asked, ask] = useSearchParams();
  const of = (name: string) => day.safeParse(asked.get(name) ?? '').data;
  return {
    receivedOn: of('receivedOn') ?? today,
    hearingDay: of('hearingDay'),
    choose: (changed: Readonly<Record<string, string | undefined>>) =>
      ask(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed))
            if (value === undefined) after.delete(name);
            else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
  };
}
