import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionKind } from '../../../../../functions/sessions/kinds.ts';
import { searchSlots } from '../../../../../functions/sessions/search/contract.ts';
import { epochMs, instantOf } from '../../../../../functions/shared/values/instants.ts';
import { useQuestion } from '../../../api/use-question.ts';
import { Answer } from '../../../parts/answer.tsx';
import { useSettled } from '../../../parts/use-settled.ts';
import { ChosenTime } from './chosen-time.tsx';
import { NothingFits } from './nothing-fits.tsx';
import { partiesOf } from './parties.ts';
import { Picture } from './picture.tsx';
import { SlotList } from './slot-list.tsx';
import { takenOf, type Taken } from './taken.ts';
import { useChoosable, usePartyWords } from './use-names.ts';
import type { Answer as Found } from './widen.ts';
import { questionOf, type FinderGround, type Wish } from './wish.ts';
import { KindWish, WishForm } from './wish-form.tsx';
import './find.css';

export interface FinderProps {
  readonly ground: FinderGround;
  readonly first: Wish;
  /** Where another kind of session can be looked for: what is looked for then, at first. */
  readonly firstOf?: (kind: SessionKind) => Wish;
  /** What the button says that takes a time. */
  readonly take: string;
  /** Whether the reader may book what is looked for, or may only look; unless said, they may. */
  readonly mayTake?: (wish: Wish) => boolean;
  readonly onTake: (taken: Taken) => void;
}

/** What is looked for, what was found as a picture and as a list, and the one time that is being looked at. */
export function Finder({ ground, first, firstOf, take, mayTake = () => true, onTake }: FinderProps) {
  const { t } = useTranslation('scheduling');
  const [wish, setWish] = useState(first);
  const [start, setStart] = useState<number>();
  // On a phone what was found comes first.
  const [wide] = useState(() => matchMedia('(width >= 60rem)').matches);
  const choosable = useChoosable();
  const asked = useSettled(JSON.stringify(wish), 300);
  const settled = JSON.parse(asked) as Wish;
  const found = useQuestion(searchSlots, { ...questionOf(settled, ground), most: 30 }, { keepLast: true });
  const change = (changed: Wish) => {
    setStart(undefined);
    setWish(changed);
  };
  return (
    <>
      <details className="wish-box" open={wide}>
        <summary>{t('find.wish')}</summary>
        {firstOf !== undefined && <KindWish wish={wish} firstOf={firstOf} onWish={change} />}
        <WishForm wish={wish} ground={ground} choosable={choosable} onWish={change} />
      </details>
      <Answer of={found}>
        {(answer) => (
          <Results
            {...{ wish: settled, ground, answer, choosable, start, take }}
            busy={found.isFetching || JSON.stringify(wish) !== asked}
            onStart={setStart}
            onWish={change}
            {...(mayTake(settled) ? { onTake } : {})}
          />
        )}
      </Answer>
    </>
  );
}

function Results({
  wish,
  ground,
  answer,
  choosable,
  start,
  busy,
  take,
  onStart,
  onWish,
  onTake,
}: {
  readonly wish: Wish;
  readonly ground: FinderGround;
  readonly answer: Found;
  readonly choosable: ReturnType<typeof useChoosable>;
  readonly start: number | undefined;
  readonly busy: boolean;
  readonly take: string;
  readonly onStart: (start: number) => void;
  readonly onWish: (wish: Wish) => void;
  readonly onTake?: (taken: Taken) => void;
}) {
  const { t } = useTranslation('scheduling');
  const words = usePartyWords(wish, choosable);
  const parties = partiesOf(wish, ground);
  const best = answer.slots[0];
  const looked = start ?? (best === undefined ? undefined : epochMs(best.start));
  const shared = { wish, ground, parties, words, choosable };
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
        <NothingFits nothing={answer.nothing} {...shared} onWish={onWish} onStart={onStart} />
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
                  onTake(takenOf(wish, ground, instantOf(looked), fits, overrides)),
              })}
        />
      )}
      <SlotList {...shared} slots={answer.slots} looked={looked} onStart={onStart} />
    </div>
  );
}
