import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { carryLanguages } from '../../../../../functions/rooms/presiding/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { interpretedInto, langOf, nameOfLanguage } from '../../../video/language-name.ts';
import type { RoomView } from '../../../video/room-view.ts';

const most = 3;

/** Which languages the screened side can listen to. Shown where there is such a side. */
export function Carried({
  view,
  word,
}: {
  readonly view: RoomView;
  readonly word: { readonly onWordOf?: 'judge' };
}) {
  const { t } = useTranslation('desk');
  const carrying = useAction(carryLanguages);
  const [chosen, setChosen] = useState(view.carried ?? { court: [], screened: [] });
  if (!view.seats.some(({ screened }) => screened === true)) return null;
  return (
    <details className="presiding-carried" data-testid="carried">
      <summary>{t('court.carried')}</summary>
      <p>{t('court.carriedHint')}</p>
      <ProblemNotice problem={carrying.problem} />
      {(['court', 'screened'] as const).map((whose) => (
        <Languages
          key={whose}
          label={t(whose === 'court' ? 'court.carriedCourt' : 'court.carriedTheirs')}
          chosen={chosen[whose]}
          onChoose={(languages) => setChosen({ ...chosen, [whose]: languages })}
        />
      ))}
      <Button
        small
        disabled={carrying.running || chosen.court.length === 0}
        onClick={() =>
          carrying.start({ params: { sessionId: view.sessionId }, body: { ...chosen, ...word } })
        }
      >
        {t('court.carriedSay')}
      </Button>
    </details>
  );
}

function Languages({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: string[];
  readonly onChoose: (languages: string[]) => void;
}) {
  const { t } = useTranslation('desk');
  const rest = interpretedInto.filter((each) => !chosen.includes(each));
  return (
    <div className="presiding-row" role="group" aria-label={label}>
      <span>{label}</span>
      {chosen.map((language) => (
        <Button
          key={language}
          small
          quiet
          aria-label={t('court.carriedRemove', { language: nameOfLanguage(language) })}
          onClick={() => onChoose(chosen.filter((each) => each !== language))}
        >
          <span {...langOf(language)}>{nameOfLanguage(language)}</span> <span aria-hidden="true">×</span>
        </Button>
      ))}
      {chosen.length < most && (
        <select
          value=""
          aria-label={`${label}: ${t('court.carriedAdd')}`}
          onChange={({ currentTarget: { value } }) => onChoose([...chosen, value])}
        >
          <option value="">{t('court.carriedAdd')}</option>
          {rest.map((language) => (
            <option key={language} value={language} {...langOf(language)}>
              {nameOfLanguage(language)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
