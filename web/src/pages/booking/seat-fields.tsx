import { useTranslation } from 'react-i18next';
import { Tick } from '../../parts/fields.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Picker } from '../../parts/picker.tsx';
import { BesideFields } from './beside-fields.tsx';
import type { SeatProps } from './case-file.ts';
import { roleOf, seatsOf, type SeatField } from './draft.ts';
import { InterpreterFields } from './interpreter-fields.tsx';
import { memberOption } from './people-options.ts';

/** Who takes part: a field for each seat that the kind of session has. */
export function SeatFields(props: SeatProps) {
  const me = useOwnRecord();
  // A prosecutor who books has the seat; nobody chooses it.
  const chosen = seatsOf(props.draft.kind).filter(
    ({ field }) => field !== 'prosecutor' || me.role !== 'prosecutor',
  );
  return (
    <>
      {chosen.map(({ field }) => (
        <SeatField key={field} {...props} field={field} />
      ))}
      <BesideFields {...props} />
    </>
  );
}

function SeatField({ field, ...props }: SeatProps & { readonly field: SeatField }) {
  if (field === 'authorities') return <Authorities {...props} />;
  if (field === 'interpreter') return <InterpreterFields {...props} />;
  const { draft, file, labels, onChange } = props;
  return (
    <Picker
      name={`seats.${field}`}
      label={labels[`seats.${field}`] ?? ''}
      options={file.members.filter(({ role }) => role === roleOf[field]).map(memberOption)}
      value={draft[field]}
      onPick={(value) => onChange({ [field]: value })}
    />
  );
}

/** The other central authorities of the case; whoever books takes part herself. */
function Authorities({ draft, file, labels, onChange }: SeatProps) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const others = file.members.filter(
    ({ role, personId }) => role === 'central-authority' && personId !== me.personId,
  );
  const tick = (personId: string, on: boolean) =>
    onChange({
      authorities: on
        ? [...draft.authorities, personId]
        : draft.authorities.filter((each) => each !== personId),
    });
  return (
    <FieldGroup
      name="seats.authorities"
      label={labels['seats.authorities']}
      hint={others.length === 0 ? t('booking.noAuthorities') : t('booking.youToo')}
    >
      <div className="choices">
        {others.map(({ personId, pseudonym, label }) => (
          <Tick
            key={personId}
            label={`${pseudonym} – ${label}`}
            checked={draft.authorities.includes(personId)}
            onTick={(on) => tick(personId, on)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
