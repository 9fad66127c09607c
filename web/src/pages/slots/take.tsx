import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { AllTheSame, type Need, type Override } from '../../parts/time-problem.tsx';

/** The button that takes the time; where something must be set aside for it, once there is a reason. */
export function Take({
  needs,
  take,
  onTake,
}: {
  readonly needs: readonly Need[];
  readonly take: string;
  readonly onTake: (overrides: readonly Override[]) => void;
}) {
  const { t } = useTranslation('scheduling');
  if (needs.length > 0)
    return (
      <div className="take-needs">
        <p>{t('chosen.needs')}</p>
        <AllTheSame quiet needs={needs} button={take} onOverride={onTake} />
      </div>
    );
  return (
    <p className="row">
      <Button onClick={() => onTake([])}>{take}</Button>
    </p>
  );
}
