import { useTranslation } from 'react-i18next';
import { interpretingMode } from '../../../../functions/shared/values/interpreting.ts';
import { type People, usePeople } from '../../api/use-people.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { type Option, Select, Tick } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Picker } from '../../parts/picker.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { useReader } from '../../parts/reader.tsx';
import type { SeatProps } from './case-file.ts';
import { mostInterpreters } from '../../../../functions/sessions/proposal/contract.ts';
import { interprets, usuallyEnough, wholeMinutes } from './draft.ts';
import { interpreterOption } from './people-options.ts';

/** Who interprets and how; where that is too long for one alone, why a second one is needed, and a way to add one. */
export function InterpreterFields({
  draft,
  labels,
  onChange,
}: Pick<SeatProps, 'draft' | 'labels' | 'onChange'>) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const { language } = useReader();
  const names = useNames();
  const {
    people = [],
    onSearch,
    first,
  } = usePeople('interpreter', true, [draft.interpreter, ...draft.moreInterpreters]);
  return (
    <Answer of={first}>
      {() => {
        const options = people.map((person) => interpreterOption(person, language, names.language));
        return (
          <>
            <Picker
              name="seats.interpreter"
              label={labels['seats.interpreter'] ?? ''}
              none={t('interpreter.none')}
              options={options}
              onSearch={onSearch}
              value={draft.interpreter}
              onPick={(interpreter) => onChange({ interpreter })}
            />
            {draft.interpreter === '' && (
              <Tick
                label={t('booking.withoutInterpreter')}
                checked={draft.noInterpreter}
                onTick={(noInterpreter) => onChange({ noInterpreter })}
              />
            )}
            {interprets(draft) && (
              <>
                <Select
                  label={t('staff:interpreter.mode')}
                  options={interpretingMode.options.map((value) => ({
                    value,
                    label: t(`staff:interpreter.modes.${value}`),
                  }))}
                  value={draft.mode}
                  onChoose={(mode) => onChange({ mode })}
                />
                <Team draft={draft} options={options} onSearch={onSearch} onChange={onChange} />
              </>
            )}
          </>
        );
      }}
    </Answer>
  );
}

/** Those who take turns with the first, and one more to choose. */
function Team({
  draft,
  options,
  onSearch,
  onChange,
}: Pick<SeatProps, 'draft' | 'onChange'> &
  Pick<People, 'onSearch'> & { readonly options: readonly Option[] }) {
  const { t } = useTranslation('scheduling');
  const { interpreter, moreInterpreters } = draft;
  const left = options.filter(({ value }) => value !== interpreter && !moreInterpreters.includes(value));
  const enough = usuallyEnough(draft);
  return (
    <div role="group" aria-label={t('booking.team')}>
      {wholeMinutes(draft) > enough && (
        <p className="why-team">
          <Icon name="clock" />
          {t(moreInterpreters.length === 0 ? 'booking.aloneTooLong' : 'booking.teamTooSmall', {
            number: enough,
          })}
        </p>
      )}
      {moreInterpreters.length > 0 && (
        <ul className="chosen-ones">
          {moreInterpreters.map((id) => {
            const who = options.find(({ value }) => value === id)?.label ?? '';
            return (
              <li key={id}>
                <span>{who}</span>
                <Button
                  quiet
                  small
                  onClick={() =>
                    onChange({ moreInterpreters: moreInterpreters.filter((each) => each !== id) })
                  }
                >
                  <Icon name="cross" />
                  <span className="unseen">{t('booking.remove', { what: who })}</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {moreInterpreters.length + 1 < mostInterpreters && left.length > 0 && (
        <Picker
          label={t('booking.anotherInterpreter')}
          none={t('booking.noOtherInterpreter')}
          options={left}
          onSearch={onSearch}
          onPick={(id) => id !== '' && onChange({ moreInterpreters: [...moreInterpreters, id] })}
        />
      )}
    </div>
  );
}
