import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import { searchSlots } from '../../../../functions/availability/search/contract.ts';
import { epochMs, instantOf } from '../../../../functions/shared/values/instants.ts';
import { useQuestion } from '../../api/use-question.ts';
import { Answer } from '../../parts/answer.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { ChosenTime } from './chosen-time.tsx';
import { NothingFits } from './nothing-fits.tsx';
import { attendeesOf } from './attendees.ts';
import { Picture } from './picture.tsx';
import { SlotList } from './slot-list.tsx';
import type { Proposal } from '../../parts/proposal.ts';
import { toBooking } from './to-booking.ts';
import { useChoosable, useAttendeeWords } from './use-names.ts';
import type { Answer as Found } from './widen.ts';
import { questionOf, unnamedIn, type FinderContext, type WantedSession } from './wanted-session.ts';
import { WantedKind, WantedForm } from './wanted-form.tsx';
import './finder.css';
import './picture.css';
import './slot-list.css';

export interface FinderProps {
  readonly context: FinderContext;
  readonly first: WantedSession;
  /** Among which kinds the reader chooses, where they do. */
  readonly kinds?: readonly SessionKind[];
  /** Where another kind of session can be looked for: what is looked for then, at first. */
  readonly firstOf?: (kind: SessionKind) => WantedSession;
  /** What the button says that takes a time. */
  readonly take: string;
  /** Whether the reader may book what is looked for, or may only look; unless said, they may. */
  readonly mayTake?: (wanted: WantedSession) => boolean;
  readonly onTake: (taken: Proposal) => void;
}

/** What is looked for, what was found as a picture and as a list, and the one time that is being looked at. */
export function Finder({
  context,
  first,
  kinds = [],
  firstOf,
  take,
  mayTake = () => true,
  onTake,
}: FinderProps) {
  const { t } = useTranslation('scheduling');
  const [wanted, setWanted] = useState(first);
  const [start, setStart] = useState<number>();
  // On a phone what was found comes first.
  const [wide] = useState(() => matchMedia('(width >= 60rem)').matches);
  const choosable = useChoosable();
  const asked = useSettled(JSON.stringify(wanted), 300);
  const settled = JSON.parse(asked) as WantedSession;
  const found = useQuestion(searchSlots, { ...questionOf(settled, context), most: 30 }, { keepLast: true });
  const change = (changed: WantedSession) => {
    setStart(undefined);
    setWanted(changed);
  };
  return (
    <>
      <details className="wanted-box" open={wide}>
        <summary>{t('find.wanted')}</summary>
        {firstOf !== undefined && (
          <WantedKind wanted={wanted} kinds={kinds} firstOf={firstOf} onWanted={change} />
        )}
        <WantedForm wanted={wanted} context={context} choosable={choosable} onWanted={change} />
      </details>
      <NotTaken wanted={wanted} context={context} />
      <Answer of={found}>
        {(answer) => (
          <Results
            {...{ wanted: settled, context, answer, choosable, start, take }}
            busy={found.isFetching || JSON.stringify(wanted) !== asked}
            onStart={setStart}
            onWanted={change}
            {...(mayTake(settled) ? { onTake } : {})}
          />
        )}
      </Answer>
    </>
  );
}

/** Whose agencies have not taken the case yet, and what follows. */
function NotTaken({ wanted, context }: { readonly wanted: WantedSession; readonly context: FinderContext }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const who = unnamedIn(wanted, context).map(
    ({ role, pseudonym }) => `${t(`staff:roles.${role}`)} ${pseudonym}`,
  );
  return who.length === 0 ? null : <p>{t('find.notTaken', { who: who.join(', ') })}</p>;
}

function Results({
  wanted,
  context,
  answer,
  choosable,
  start,
  busy,
  take,
  onStart,
  onWanted,
  onTake,
}: {
  readonly wanted: WantedSession;
  readonly context: FinderContext;
  readonly answer: Found;
  readonly choosable: ReturnType<typeof useChoosable>;
  readonly start: number | undefined;
  readonly busy: boolean;
  readonly take: string;
  readonly onStart: (start: number) => void;
  readonly onWanted: (wanted: WantedSession) => void;
  readonly onTake?: (taken: Proposal) => void;
}) {
  const { t } = useTranslation('scheduling');
  const words = useAttendeeWords(wanted, choosable);
  const attendees = attendeesOf(wanted, context);
  const best = answer.slots[0];
  const looked = start ?? (best === undefined ? undefined : epochMs(best.start));
  const shared = { wanted, context, attendees, words, choosable };
  return (
    <div aria-busy={busy}>
      <p role="status" className={answer.nothing === undefined || busy ? 'found-count' : 'unseen'}>
        {busy
          ? t('find.looking')
          : answer.slots.length === 0
            ? t('nothing.title')
            : t('find.found', { number: answer.slots.length })}
      </p>
      {answer.nothing !== undefined && (
        <NothingFits nothing={answer.nothing} {...shared} onWanted={onWanted} onStart={onStart} />
      )}
      <Picture {...shared} answer={answer} start={looked} onStart={onStart} />
      {looked !== undefined && (
        <ChosenTime
          {...shared}
          start={instantOf(looked)}
          take={take}
          {...(onTake === undefined
            ? {}
            : {
                onTake: (fits, overrides) =>
                  onTake(toBooking(wanted, context, instantOf(looked), fits, overrides)),
              })}
        />
      )}
      <SlotList {...shared} slots={answer.slots} looked={looked} onStart={onStart} />
    </div>
  );
}
