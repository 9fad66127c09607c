import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../functions/shared/access/roles.ts';
import { Tick, type Option } from '../../parts/fields.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { kindHasSeat } from '../session/kind-seats.ts';
import type { SeatProps } from './case-file.ts';
import { seatsBeside } from './draft.ts';
import { memberOption } from './people-options.ts';

/** Who else of the case takes part: a group for each seat that this kind can have and that somebody could take. */
export function BesideFields({ draft, file, onChange }: Pick<SeatProps, 'draft' | 'file' | 'onChange'>) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const tick = (seat: (typeof seatsBeside)[number], id: string, on: boolean) =>
    onChange({
      also: on ? [...draft.also, { seat, id }] : draft.also.filter((each) => each.id !== id),
    });
  return seatsBeside
    .filter((seat) => kindHasSeat(draft.kind, seat))
    .map((seat) => {
      const others = candidates(file, seat).filter(({ value }) => value !== draft.presiding);
      return others.length === 0 ? null : (
        <FieldGroup
          key={seat}
          name={`seats.${seat}`}
          label={seat === 'judge' ? t('booking.otherJudges') : t(`staff:roles.${seat}`)}
        >
          <div className="choices">
            {others.map(({ value, label }) => (
              <Tick
                key={value}
                label={label}
                checked={draft.also.some(({ id }) => id === value)}
                onTick={(on) => tick(seat, value, on)}
              />
            ))}
          </div>
        </FieldGroup>
      );
    });
}

/** Members of the case by their ids, and whoever has no account by pseudonym. */
const candidates = ({ members, parties }: SeatProps['file'], seat: Role): readonly Option[] => [
  ...members.filter(({ role }) => role === seat).map(memberOption),
  ...parties
    .filter(({ role }) => role === seat)
    .map(({ pseudonym, label }) => ({ value: pseudonym, label: `${pseudonym} – ${label}` })),
];
