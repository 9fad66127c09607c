import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import {
  waivedHow,
  waiveWish,
  type readWitness,
  type WaivableWish,
} from '../../../../functions/witnesses/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Radios } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';

type Consent = NonNullable<AnswerOf<typeof readWitness>['consent']>;

/** That somebody wishes for a woman as interpreter, or for a supporter, and that they waive it, in their own word. */
export function WishKept({
  wish,
  consent: { record, withdrawnAt, waivedAt, supporterWaivedAt },
  caseId,
  party,
}: {
  readonly wish: WaivableWish;
  readonly consent: Consent;
  readonly caseId: string;
  readonly party: string;
}) {
  const { t } = useTranslation('witness');
  const action = useAction(waiveWish);
  const isChild = record?.person === 'child';
  const answer = record?.scopes[wish]?.answer;
  const isWished = answer === 'yes' || (answer === 'limited' && wish === 'womanInterpreter');
  if (withdrawnAt !== undefined || !isWished) return null;
  const saidAt = wish === 'supporter' ? supporterWaivedAt : waivedAt;
  if (saidAt !== undefined) return <p>{t(`consent.wish.of.${wish}.waived`)}</p>;
  return (
    <div className="task-end">
      <Form
        route={waiveWish}
        read={(values) => ({
          waived: wish,
          said: { by: isChild ? 'guardian' : 'themselves', how: answersOf(values).text('said.how') },
        })}
        labels={{ 'said.how': t('consent.wish.how'), 'said.by': t('consent.wish.how') }}
        onSend={(body) => action.run({ params: { caseId, party }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('consent.wish.waive')}
      >
        <p>{t(`consent.wish.of.${wish}.what`)}</p>
        <p>
          {wish === 'supporter'
            ? t('consent.wish.again')
            : t(isChild ? 'consent.wish.childs' : 'consent.wish.consequence')}
        </p>
        <Radios
          name="said.how"
          label={t('consent.wish.how')}
          options={waivedHow.map((value) => ({ value, label: t(`consent.wish.said.${value}`) }))}
        />
      </Form>
    </div>
  );
}
