import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesBetween, type Change, type Moment } from './announce.ts';

/**
 * Says each change in the room to whoever listens to the page. Nothing is said of those who were there when one came in.
 * @param moment undefined while one is not in the room
 */
export function Announcer({ moment }: { readonly moment: Moment | undefined }) {
  const { t } = useTranslation('desk');
  const [said, setSaid] = useState('');
  const last = useRef(moment);
  useEffect(() => {
    const before = last.current;
    last.current = moment;
    if (before === undefined || moment === undefined) return;
    const word = (change: Change) => t(`said.${change.what}`, { who: 'who' in change ? change.who : '' });
    const changes = changesBetween(before, moment);
    if (changes.length > 0) setSaid(changes.map(word).join(' '));
  }, [moment, t]);
  return (
    <p className="unseen" role="status" data-testid="announcer">
      {said}
    </p>
  );
}
