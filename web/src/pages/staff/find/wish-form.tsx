import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../../functions/shared/access/roles.ts';
import { Chooser, Tick } from '../../../parts/chooser.tsx';
import { DateBox } from '../../../parts/date-time.tsx';
import { InterpreterWish } from './interpreter-wish.tsx';
import { RoomWish } from './room-wish.tsx';
import type { Choosable } from './use-names.ts';
import type { FinderGround, Wish } from './wish.ts';

const lengths = [30, 45, 60, 90, 120, 180, 240, 300, 360, 480];
const around = [0, 15, 30, 45, 60, 90, 120];
const windows = [7, 14, 28, 56, 91, 180];

/** What is looked for. Each change is looked for at once; there is no button to press. */
export function WishForm({
  wish,
  ground,
  choosable,
  onWish,
}: {
  readonly wish: Wish;
  readonly ground: FinderGround;
  readonly choosable: Choosable;
  readonly onWish: (wish: Wish) => void;
}) {
  // A session that is moved stays what it is.
  if (ground.moving !== undefined)
    return (
      <div className="wish">
        <WindowWish wish={wish} onWish={onWish} />
        <StepsWish wish={wish} onWish={onWish} />
      </div>
    );
  return (
    <div className="wish">
      <WhenWish wish={wish} onWish={onWish} />
      <WhoWish wish={wish} ground={ground} onWish={onWish} />
      <div>
        <InterpreterWish wish={wish} usual={ground.usual} choosable={choosable} onWish={onWish} />
        <RoomWish wish={wish} choosable={choosable} onWish={onWish} />
      </div>
    </div>
  );
}

interface PartProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}

/** A list of lengths; the one in force is always among them. */
const among = (options: readonly number[], value: number): readonly number[] =>
  [...new Set([...options, value])].toSorted((one, other) => one - other);

const useMinutes = () => {
  const { t } = useTranslation(['scheduling', 'staff']);
  return (options: readonly number[], value: number) =>
    among(options, value).map((each) => ({
      value: String(each),
      label: each === 0 ? t('when.none') : t('staff:book.minutes', { number: each }),
    }));
};

function WhenWish({ wish, onWish }: PartProps) {
  const { t } = useTranslation('scheduling');
  const minutes = useMinutes();
  return (
    <section aria-labelledby="wish-when">
      <h2 id="wish-when">{t('when.title')}</h2>
      <WindowWish wish={wish} onWish={onWish} />
      <Chooser
        label={t('when.length')}
        options={minutes(lengths, wish.minutes)}
        value={String(wish.minutes)}
        onChoose={(value) => onWish({ ...wish, minutes: Number(value) })}
      />
      <details>
        <summary>{t('when.more')}</summary>
        <Chooser
          label={t('when.pre')}
          options={minutes(around, wish.pre)}
          value={String(wish.pre)}
          onChoose={(value) => onWish({ ...wish, pre: Number(value) })}
        />
        <Chooser
          label={t('when.post')}
          options={minutes(around, wish.post)}
          value={String(wish.post)}
          onChoose={(value) => onWish({ ...wish, post: Number(value) })}
        />
        <StepsWish wish={wish} onWish={onWish} />
      </details>
    </section>
  );
}

function WindowWish({ wish, onWish }: PartProps) {
  const { t } = useTranslation('scheduling');
  return (
    <div>
      <DateBox
        name="from"
        label={t('when.from')}
        held={[wish.from, (from) => from !== undefined && onWish({ ...wish, from })]}
      />
      <Chooser
        label={t('when.window')}
        options={among(windows, wish.days).map((days) => ({
          value: String(days),
          label: t('when.days', { number: days }),
        }))}
        value={String(wish.days)}
        onChoose={(days) => onWish({ ...wish, days: Number(days) })}
      />
    </div>
  );
}

function StepsWish({ wish, onWish }: PartProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  return (
    <div>
      <Chooser
        label={t('when.grid')}
        options={(['15', '5'] as const).map((value) => ({
          value,
          label: t('staff:book.minutes', { number: Number(value) }),
        }))}
        value={wish.grid === 5 ? '5' : '15'}
        onChoose={(value) => onWish({ ...wish, grid: value === '5' ? 5 : 15 })}
      />
      <Tick
        label={t('when.outsideHours')}
        checked={wish.outsideHours}
        onTick={(outsideHours) => onWish({ ...wish, outsideHours })}
      />
    </div>
  );
}

/** An auditor has no seat; who interprets is asked below. */
const hasSeat = ({ role }: FinderGround['members'][number]): boolean =>
  role !== 'auditor' && role !== 'interpreter';

function WhoWish({ wish, ground, onWish }: PartProps & { readonly ground: FinderGround }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const tick = (personId: string, on: boolean) =>
    onWish({
      ...wish,
      members: on ? [...wish.members, personId] : wish.members.filter((each) => each !== personId),
    });
  return (
    <fieldset className="field">
      <legend>
        <h2>{t('who.title')}</h2>
      </legend>
      <p className="hint">{t('who.witnessAlways', { pseudonym: ground.witness })}</p>
      <div className="choices">
        {ground.members.filter(hasSeat).map(({ personId, role, pseudonym, label }) => (
          <Tick
            key={personId}
            label={`${t(`staff:roles.${role as Role}`)} ${pseudonym}: ${label}`}
            checked={wish.members.includes(personId)}
            onTick={(on) => tick(personId, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}
