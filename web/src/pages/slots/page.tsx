import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { readCase } from '../../../../functions/cases/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { WhoIsHeard } from '../../parts/who-is-heard.tsx';
import { useToday } from '../../parts/use-now.ts';
import { kindsFor, kindsToLookFor } from '../session/kind-seats.ts';
import { Finder } from './finder.tsx';
import { firstWanted, usualInterpreter } from './first-wanted.ts';

/** Finds a time at which everybody can come, and takes it to the booking page. */
export default function FindPage() {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const today = useToday(me.zone);
  const go = useNavigate();
  const { caseId = '' } = useParams();
  const found = useAnswer(readCase, { params: { caseId } });
  return (
    <Page wide title={t('find.title')} above={{ to: `/cases/${caseId}`, label: t('staff:case.title') }}>
      <p className="lead">{t('find.lead')}</p>
      <Answer of={found}>
        {(each) => (
          <WhoIsHeard witnesses={each.witnesses}>
            {(witness) => (
              <Finder
                context={{
                  caseId,
                  members: each.members,
                  zone: me.zone,
                  today,
                  witness: witness.pseudonym,
                  usual: usualInterpreter(each),
                }}
                first={firstWanted(
                  { ...each, witness },
                  me,
                  today,
                  kindsToLookFor(me.role, each.ownCourt)[0],
                )}
                kinds={kindsToLookFor(me.role, each.ownCourt)}
                firstOf={(kind) => firstWanted({ ...each, witness }, me, today, kind)}
                take={t('find.take')}
                mayTake={({ kind }) => each.ownCourt && kindsFor(me.role).includes(kind)}
                onTake={(taken) => void go(`/cases/${caseId}/book`, { state: { taken } })}
              />
            )}
          </WhoIsHeard>
        )}
      </Answer>
    </Page>
  );
}
