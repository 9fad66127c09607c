import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../../functions/shared/access/roles.ts';
import type { SessionKind } from '../../../../../functions/sessions/kinds.ts';
import { Chooser, Tick } from '../../../parts/chooser.tsx';
import { DateBox } from '../../../parts/date-time.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { hasSeat, isHearing, kindsToLookFor } from '../kind-seats.ts';
import { wishOfKind } from './first-wish.ts';
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
        {hasSeat(wish.kind, 'interpreter') && (
          <InterpreterWish wish={wish} usual={ground.usual} choosable={choosable} onWish={onWish} />
        )}
        <RoomWish wish={wish} choosable={choosable} onWish={onWish} />
      </div>
    </div>
  );
}

/** What kind of session a time is looked for, of those that the reader may know of. */
export function KindWish({
  wish,
  firstOf,
  onWish,
}: PartProps & { readonly firstOf: (kind: SessionKind) => Wish }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  return (
    <Chooser
      label={t('booking.kind')}
      options={kindsToLookFor(me.role).map((value) => ({ value, label: t(`staff:session.kind.${value}`) }))}
      value={wish.kind}
      onChoose={(kind) => onWish(wishOfKind(wish, kind, firstOf(kind)))}
    />
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
        {isHearing(wish.kind) &&
          (['pre', 'post'] as const).map((part) => (
            <Chooser
              key={part}
              label={t(`when.${part}`)}
              options={minutes(around, wish[part])}
              value={String(wish[part])}
              onChoose={(value) => onWish({ ...wish, [part]: Number(value) })}
            />
          ))}
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
      <Tick
        label={t('when.shortNotice')}
        checked={wish.shortNotice}
        onTick={(shortNotice) => onWish({ ...wish, shortNotice })}
      />
      <Tick
        label={t('when.withoutBuffers')}
        checked={wish.withoutBuffers}
        onTick={(withoutBuffers) => onWish({ ...wish, withoutBuffers })}
      />
    </div>
  );
}

function WhoWish({ wish, ground, onWish }: PartProps & { readonly ground: FinderGround }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const tick = (personId: string, on: boolean) =>
    onWish({
      ...wish,
      members: on ? [...wish.members, personId] : wish.members.filter((each) => each !== personId),
    });
  // Who interprets is asked beside it.
  const canSit = ground.members.filter(
    ({ role }) => role !== 'interpreter' && hasSeat(wish.kind, role as Role),
  );
  return (
    <fieldset className="field">
      <legend>
        <h2>{t('who.title')}</h2>
      </legend>
      {isHearing(wish.kind) && (
        <p className="hint">{t('who.witnessAlways', { pseudonym: ground.witness })}</p>
      )}
      <div className="choices">
        {canSit.map(({ personId, role, pseudonym, label }) => (
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
