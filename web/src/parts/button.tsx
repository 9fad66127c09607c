import type { ButtonHTMLAttributes } from 'react';

export interface ButtonLook {
  /** One of several, or a way back: not what the page is there for. */
  readonly quiet?: boolean;
  readonly small?: boolean;
  /** What it does cannot be taken back, or takes something from somebody. */
  readonly danger?: boolean;
}

export const buttonClass = ({ quiet = false, small = false, danger = false }: ButtonLook): string =>
  [
    'button',
    ...(danger ? ['button-danger'] : []),
    ...(quiet ? ['button-quiet'] : []),
    ...(small ? ['button-small'] : []),
  ].join(' ');

interface ButtonProps
  extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> {
  readonly submit?: boolean;
  /** What was asked is under way: the button keeps the focus, says that it cannot be pressed, and does nothing. */
  readonly busy?: boolean;
}

/** Every button of the staff's pages. It sends a form only where that is said. */
export function Button({ quiet, small, danger, submit = false, busy, onClick, ...rest }: ButtonProps) {
  const look = { quiet: quiet === true, small: small === true, danger: danger === true };
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={buttonClass(look)}
      {...(busy === undefined ? {} : { 'aria-disabled': busy })}
      onClick={busy === true ? undefined : onClick}
    />
  );
}
