import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../functions/shared/access/roles.ts';
import type { SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import { Select, Tick } from '../../parts/fields.tsx';
import { DateBox } from '../../parts/date-time.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { kindHasSeat, isHearing } from '../session/kind-seats.ts';
import { wantedOfKind } from './first-wanted.ts';
import { WantedInterpreter } from './wanted-interpreter.tsx';
import { WantedRoom } from './wanted-room.tsx';
import type { Choosable } from './use-names.ts';
import type { FinderContext, WantedSession } from './wanted-session.ts';

const lengths = [30, 45, 60, 90, 120, 180, 240, 300, 360, 480];
const around = [0, 15, 30, 45, 60, 90, 120];
const windows = [7, 14, 28, 56, 91, 180];

/** What is looked for. Each change is looked for at once; there is no button to press. */
export function WantedForm({
  wanted,
  context,
  choosable,
  onWanted,
}: {
  readonly wanted: WantedSession;
  readonly context: FinderContext;
  readonly choosable: Choosable;
  readonly onWanted: (wanted: WantedSession) => void;
}) {
  // A session that is moved stays what it is.
  if (context.moving !== undefined)
    return (
      <div className="wanted">
        <WantedWindow wanted={wanted} onWanted={onWanted} />
        <WantedSteps wanted={wanted} onWanted={onWanted} />
      </div>
    );
  return (
    <div className="wanted">
      <WantedWhen wanted={wanted} onWanted={onWanted} />
      <WantedWho wanted={wanted} context={context} onWanted={onWanted} />
      <div>
        {kindHasSeat(wanted.kind, 'interpreter') && (
          <WantedInterpreter
            wanted={wanted}
            usual={context.usual}
            choosable={choosable}
            onWanted={onWanted}
          />
        )}
        <WantedRoom wanted={wanted} choosable={choosable} onWanted={onWanted} />
      </div>
    </div>
  );
}

/** What kind of session a time is looked for, of those that the reader may know of. */
export function WantedKind({
  wanted,
  kinds,
  firstOf,
  onWanted,
}: PartProps & {
  readonly kinds: readonly SessionKind[];
  readonly firstOf: (kind: SessionKind) => WantedSession;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  return (
    <Select
      label={t('booking.kind')}
      options={kinds.map((value) => ({ value, label: t(`staff:session.kind.${value}`) }))}
      value={wanted.kind}
      onChoose={(kind) => onWanted(wantedOfKind(wanted, kind, firstOf(kind)))}
    />
  );
}

interface PartProps {
  readonly wanted: WantedSession;
  readonly onWanted: (wanted: WantedSession) => void;
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

function WantedWhen({ wanted, onWanted }: PartProps) {
  const { t } = useTranslation('scheduling');
  const minutes = useMinutes();
  return (
    <section aria-labelledby="wanted-when">
      <h2 id="wanted-when">{t('when.title')}</h2>
      <WantedWindow wanted={wanted} onWanted={onWanted} />
      <Select
        label={t('when.length')}
        options={minutes(lengths, wanted.minutes)}
        value={String(wanted.minutes)}
        onChoose={(value) => onWanted({ ...wanted, minutes: Number(value) })}
      />
      <details>
        <summary>{t('when.more')}</summary>
        {isHearing(wanted.kind) &&
          (['pre', 'post'] as const).map((part) => (
            <Select
              key={part}
              label={t(`when.${part}`)}
              options={minutes(around, wanted[part])}
              value={String(wanted[part])}
              onChoose={(value) => onWanted({ ...wanted, [part]: Number(value) })}
            />
          ))}
        <WantedSteps wanted={wanted} onWanted={onWanted} />
      </details>
    </section>
  );
}

function WantedWindow({ wanted, onWanted }: PartProps) {
  const { t } = useTranslation('scheduling');
  return (
    <div>
      <DateBox
        name="from"
        label={t('when.from')}
        held={[wanted.from, (from) => from !== undefined && onWanted({ ...wanted, from })]}
      />
      <Select
        label={t('when.window')}
        options={among(windows, wanted.days).map((days) => ({
          value: String(days),
          label: t('when.days', { number: days }),
        }))}
        value={String(wanted.days)}
        onChoose={(days) => onWanted({ ...wanted, days: Number(days) })}
      />
    </div>
  );
}

function WantedSteps({ wanted, onWanted }: PartProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  return (
    <div>
      <Select
        label={t('when.grid')}
        options={(['15', '5'] as const).map((value) => ({
          value,
          label: t('staff:book.minutes', { number: Number(value) }),
        }))}
        value={wanted.grid === 5 ? '5' : '15'}
        onChoose={(value) => onWanted({ ...wanted, grid: value === '5' ? 5 : 15 })}
      />
      <Tick
        label={t('when.outsideHours')}
        checked={wanted.outsideHours}
        onTick={(outsideHours) => onWanted({ ...wanted, outsideHours })}
      />
      <Tick
        label={t('when.shortNotice')}
        checked={wanted.shortNotice}
        onTick={(shortNotice) => onWanted({ ...wanted, shortNotice })}
      />
      <Tick
        label={t('when.withoutBuffers')}
        checked={wanted.withoutBuffers}
        onTick={(withoutBuffers) => onWanted({ ...wanted, withoutBuffers })}
      />
    </div>
  );
}

function WantedWho({ wanted, context, onWanted }: PartProps & { readonly context: FinderContext }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const tick = (personId: string, on: boolean) =>
    onWanted({
      ...wanted,
      members: on ? [...wanted.members, personId] : wanted.members.filter((each) => each !== personId),
    });
  // Who interprets is asked beside it.
  const canSit = context.members.filter(
    ({ role }) => role !== 'interpreter' && kindHasSeat(wanted.kind, role as Role),
  );
  return (
    <FieldGroup label={<h2>{t('who.title')}</h2>}>
      {isHearing(wanted.kind) && (
        <p className="hint">{t('who.witnessAlways', { pseudonym: context.witness })}</p>
      )}
      <div className="choices">
        {canSit.map(({ personId, role, pseudonym, label }) => (
          <Tick
            key={personId}
            label={`${t(`staff:roles.${role}`)} ${pseudonym}: ${label}`}
            checked={wanted.members.includes(personId)}
            onTick={(on) => tick(personId, on)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
