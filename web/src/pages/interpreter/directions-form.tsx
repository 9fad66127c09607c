import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { Tick } from '../../parts/fields.tsx';
import { Field, FieldGroup } from '../../parts/field.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { LanguagePick } from './language-pick.tsx';
import { faultOfDirection, noDirection, type Direction } from './profile-draft.ts';

/** From which language into which, with the dialect where it matters. */
export function DirectionsForm({
  directions,
  adding,
  onDirections,
  onAdding,
}: {
  readonly directions: readonly Direction[];
  readonly adding: Direction;
  readonly onDirections: (directions: readonly Direction[]) => void;
  readonly onAdding: (adding: Direction) => void;
}) {
  return (
    <>
      <ul className="spans">
        {directions.map((direction, index) => (
          <DirectionRow
            // The row is that place in the list; two that are the same are shown as such.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${directions.length} ${index}`}
            name={`profile.directions.${index}`}
            direction={direction}
            onDialect={(dialect) =>
              onDirections(directions.map((each, at) => (at === index ? { ...each, dialect } : each)))
            }
            onRemove={() => onDirections(directions.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <AddDirection
        directions={directions}
        adding={adding}
        onAdding={onAdding}
        onAdd={(added) => onDirections([...directions, ...added])}
      />
    </>
  );
}

function DirectionRow({
  name,
  direction: { from, to, dialect },
  onDialect,
  onRemove,
}: {
  readonly name: string;
  readonly direction: Direction;
  readonly onDialect: (dialect: string) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation(['keeping', 'scheduling']);
  const names = useNames();
  const words = `${names.language(from)} → ${names.language(to)}`;
  return (
    <li className="field">
      <div className="span-row">
        <strong className="direction">{words}</strong>
        <Field
          name={name}
          label={
            <>
              {t('scheduling:interpreter.dialect')}
              <span className="unseen"> {words}</span>
            </>
          }
        >
          {(control) => (
            <input
              {...control}
              type="text"
              className="dialect"
              maxLength={40}
              autoComplete="off"
              value={dialect}
              onChange={(event) => onDialect(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button quiet small onClick={onRemove}>
          {t('scheduling:calendar.remove')}
          <span className="unseen"> {words}</span>
        </Button>
      </div>
    </li>
  );
}

function AddDirection({
  directions,
  adding,
  onAdding,
  onAdd,
}: {
  readonly directions: readonly Direction[];
  readonly adding: Direction;
  readonly onAdding: (adding: Direction) => void;
  readonly onAdd: (added: readonly Direction[]) => void;
}) {
  const { t } = useTranslation(['keeping', 'scheduling']);
  const [bothWays, setBothWays] = useState(true);
  const { from, to } = adding;
  const isWhole = from !== '' && to !== '';
  const both = [adding, ...(bothWays ? [{ ...adding, from: to, to: from }] : [])];
  const added = both.filter((each) => faultOfDirection(each, directions) === undefined);
  const wrong = isWhole && added.length === 0 ? faultOfDirection(adding, directions) : undefined;
  return (
    <FieldGroup
      name="profile.directions"
      label={t('profile.addDirection')}
      wrong={wrong === undefined ? undefined : t(`faults.${wrong}`)}
    >
      {({ id }) => (
        <>
          <LanguagePick
            id={id}
            label={t('profile.from')}
            value={from}
            onPick={(tag) => onAdding({ ...adding, from: tag })}
          />
          <LanguagePick
            label={t('profile.to')}
            value={to}
            onPick={(tag) => onAdding({ ...adding, to: tag })}
          />
          <div className="choices">
            <Tick label={t('profile.bothWays')} checked={bothWays} onTick={setBothWays} />
          </div>
          <div className="row">
            <Button
              quiet
              disabled={added.length === 0 || !isWhole}
              onClick={() => {
                onAdd(added);
                onAdding(noDirection);
              }}
            >
              {t('scheduling:calendar.add')}
            </Button>
            {(from !== '' || to !== '') && (
              <Button quiet onClick={() => onAdding(noDirection)}>
                {t('profile.dropChoice')}
              </Button>
            )}
          </div>
        </>
      )}
    </FieldGroup>
  );
}
