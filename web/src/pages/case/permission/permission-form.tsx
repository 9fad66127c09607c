import { useTranslation } from 'react-i18next';
import { enterPaper, recordPermission } from '../../../../../functions/requests/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { decisionFrom, useDecisionLabels } from './decision-values.ts';
import { DecisionFields } from './decision-fields.tsx';
import { PaperFile } from './paper-file.tsx';
import type { Whose } from './whose.ts';

/** An officer of the host State enters its decision. */
export function DecisionForm(whose: Whose) {
  const { t } = useTranslation('request');
  const labels = useDecisionLabels('');
  const action = useAction(recordPermission);
  return (
    <Form
      keep={`permission ${whose.caseId} ${whose.party}`}
      route={recordPermission}
      read={(values) => decisionFrom(values, '') as Unsaid<BodyIn<typeof recordPermission>>}
      labels={labels}
      onSend={(body) => action.run({ params: whose, body })}
      problem={action.problem}
      sending={action.running}
      button={t('permission.enter')}
    >
      <DecisionFields {...whose} prefix="" labels={labels} />
    </Form>
  );
}

/** An officer of the requesting authority enters what the host State’s paper says. */
export function PaperForm(whose: Whose) {
  const { t } = useTranslation('request');
  const action = useAction(enterPaper);
  const labels = {
    'paper.number': t('permission.paper.number'),
    'paper.datedOn': t('permission.paper.datedOn'),
    'paper.sha256': t('permission.paper.file'),
    ...useDecisionLabels('decision.'),
  };
  return (
    <Form
      keep={`permission on paper ${whose.caseId} ${whose.party}`}
      route={enterPaper}
      read={(values) => {
        const { text } = answersOf(values);
        const paper = {
          number: text('paper.number'),
          datedOn: text('paper.datedOn'),
          sha256: text('paper.sha256'),
        };
        return { decision: decisionFrom(values, 'decision.'), paper } as Unsaid<BodyIn<typeof enterPaper>>;
      }}
      labels={labels}
      onSend={(body) => action.run({ params: whose, body })}
      problem={action.problem}
      sending={action.running}
      button={t('permission.enter')}
    >
      <TextBox name="paper.number" label={labels['paper.number']} maxLength={60} />
      <DateBox name="paper.datedOn" label={labels['paper.datedOn']} />
      <PaperFile name="paper.sha256" />
      <DecisionFields {...whose} prefix="decision." labels={labels} />
    </Form>
  );
}
