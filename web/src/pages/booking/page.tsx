import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import * as z from 'zod';
import { readCase } from '../../../../functions/cases/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { KeptTyping } from '../../drafts/kept.tsx';
import { Answer } from '../../parts/answer.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { idsIn } from '../../parts/proposal.ts';
import { WhoIsHeard } from '../../parts/who-is-heard.tsx';
import { kindsFor } from '../session/kind-seats.ts';
import { proposal } from '../../../../functions/sessions/proposal/contract.ts';
import { BookingForm } from './booking-form.tsx';

/** What the search handed over, if one comes from there. */
const handedOver = z.object({ taken: proposal });

/** Books a session of any kind, for those who may; the preview beside the form shows what the time means for each. */
export default function BookPage() {
  const { caseId = '' } = useParams();
  const { t } = useTranslation(['staff', 'scheduling']);
  const me = useOwnRecord();
  const found = useAnswer(readCase, { params: { caseId } });
  const state = handedOver.safeParse(useLocation().state);
  const kinds = kindsFor(me.role);
  return (
    <Page wide title={t('book.title')} above={{ to: `/cases/${caseId}`, label: t('case.title') }}>
      <p>
        <ButtonLink quiet to={`/cases/${caseId}/find`}>
          {t('scheduling:find.link')}
        </ButtonLink>
      </p>
      {kinds.length === 0 ? (
        <Notice tone="wait" title={t('scheduling:booking.notYours')} />
      ) : (
        <Answer of={found}>
          {(file) =>
            // What the search hands over is newer than whatever was typed.
            state.success ? (
              <WhoIsHeard witnesses={file.witnesses} first={idsIn(state.data.taken, 'witness')[0]}>
                {(heard) => (
                  <BookingForm
                    file={file}
                    heard={heard}
                    kinds={kinds}
                    taken={state.data.taken}
                    kept={undefined}
                  />
                )}
              </WhoIsHeard>
            ) : (
              <WhoIsHeard witnesses={file.witnesses}>
                {(heard) => (
                  <KeptTyping name={`booking ${caseId} ${heard.pseudonym} 1`}>
                    {(kept) => (
                      <BookingForm file={file} heard={heard} kinds={kinds} taken={undefined} kept={kept} />
                    )}
                  </KeptTyping>
                )}
              </WhoIsHeard>
            )
          }
        </Answer>
      )}
    </Page>
  );
}
