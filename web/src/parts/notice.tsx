import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'plain' | 'good' | 'wait' | 'bad';
const icons: Readonly<Record<Tone, IconName>> = {
  plain: 'record',
  good: 'check',
  wait: 'clock',
  bad: 'warning',
};

/** A message in its place on the page. `live`: it came about while the page was open, and is read out. */
export function Notice({
  tone = 'plain',
  title,
  live = false,
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly title: string;
  readonly live?: boolean;
  readonly icon?: IconName;
  readonly children?: ReactNode;
}) {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon name={icon ?? icons[tone]} />
      <div>
        <p className="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
