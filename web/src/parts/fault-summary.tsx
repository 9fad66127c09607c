import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldId, type Faults } from './field-faults.ts';

/** All that is wrong with a form, each with a way to its field; the one place that speaks up by itself. */
export function FaultSummary({ faults, labels }: { readonly faults: Faults; readonly labels: Faults }) {
  const { t } = useTranslation('staff');
  const fieldId = useFieldId();
  const box = useRef<HTMLDivElement>(null);
  const names = Object.keys(faults);
  const count = names.length;
  const before = useRef(0);
  useEffect(() => {
    // Only when there are more than before: mending one of several must not take the person away from the next.
    if (count > before.current) box.current?.focus();
    before.current = count;
  }, [count]);
  if (names.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="notice notice-bad">
      <div>
        <p className="notice-title">{t('form.summary')}</p>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>
                {labels[name]}: {faults[name]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
