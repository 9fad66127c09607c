import { useTranslation } from 'react-i18next';
import {
  ruleOnChallenge,
  ruleOnObjection,
  ruleOnStop,
} from '../../../../functions/hearing/rulings/contract.ts';
import { rulings, type Ruling, type ShownAct } from '../../../../functions/hearing/acts/contract.ts';
import { timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useActWords } from './act-words.ts';
import type { Doing, Hearing } from './hearing.ts';

type Act = Hearing['acts'][number];
const roads = { objection: ruleOnObjection, challenge: ruleOnChallenge, stop: ruleOnStop } as const;
type RuledOn = keyof typeof roads;

const isRuledOn = (act: Act): act is Extract<Act, { kind: RuledOn }> => act.kind in roads;

/** One act with when it was and who entered it; and, where it waits for a ruling, what can be ruled. */
export function ActRow({
  act,
  sessionId,
  hearing,
}: Pick<Doing, 'sessionId' | 'hearing'> & { readonly act: Act }) {
  const { t } = useTranslation(['acts', 'staff']);
  const reader = useReader();
  const { zone } = useOwnRecord();
  const { title, facts } = useActWords()(act, hearing.acts);
  const at = timeForPeople(act.at, zone, reader);
  const isOpen = waits(act, hearing);
  return (
    <li className="hearing-acts-row" data-testid="act" data-kind={act.kind} data-open={isOpen || undefined}>
      <p>
        <time dateTime={at.machine}>{at.time}</time> <strong>{title}</strong>
        {isOpen && <span className="badge badge-wait">{t('waits')}</span>}
      </p>
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {act.by !== undefined && (
        <p className="quiet">
          {t(`staff:roles.${act.by.seat}`)} {act.by.pseudonym}
          {act.onWordOf !== undefined && `, ${t('onWordOf', { who: act.onWordOf })}`}
        </p>
      )}
      {isRuledOn(act) && isOpen && hearing.mayRule === true && (
        <Rule of={act.kind} act={act.act} sessionId={sessionId} />
      )}
    </li>
  );
}

/** Whether somebody waits for a ruling on it. */
export const waits = (act: Act, { acts }: Hearing): boolean =>
  isRuledOn(act) && ruledOn(act.act, acts) === undefined;

/** The ruling that stands; what was only reserved does not. */
const ruledOn = (act: string, acts: readonly Act[]): Ruling | undefined => {
  const last = acts.findLast(
    (each): each is Extract<ShownAct, { kind: 'ruling' }> & Act => each.kind === 'ruling' && each.on === act,
  );
  return last?.ruling === 'reserved' ? undefined : last?.ruling;
};

function Rule({
  of,
  act,
  sessionId,
}: {
  readonly of: RuledOn;
  readonly act: string;
  readonly sessionId: string;
}) {
  const { t } = useTranslation('acts');
  const params = { sessionId, act };
  const objection = useAction(ruleOnObjection);
  const challenge = useAction(ruleOnChallenge);
  const stop = useAction(ruleOnStop);
  const running = objection.running || challenge.running || stop.running;
  const choices =
    of === 'objection'
      ? rulings.objection.map(
          (ruling) => [ruling, () => objection.start({ params, body: { ruling } })] as const,
        )
      : of === 'challenge'
        ? rulings.challenge.map(
            (ruling) => [ruling, () => challenge.start({ params, body: { ruling } })] as const,
          )
        : rulings.stop.map((ruling) => [ruling, () => stop.start({ params, body: { ruling } })] as const);
  return (
    <div className="row" role="group" aria-label={t('rule')}>
      <ProblemNotice problem={objection.problem ?? challenge.problem ?? stop.problem} />
      {choices.map(([ruling, rule]) => (
        <Button key={ruling} small quiet busy={running} onClick={rule}>
          {t(`rulings.${ruling}`)}
        </Button>
      ))}
    </div>
  );
}
