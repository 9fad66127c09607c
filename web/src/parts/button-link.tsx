import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { buttonClass, type ButtonLook } from './button.tsx';

/** A way to another page that is as big as a button. */
export function ButtonLink({
  to,
  children,
  ...look
}: ButtonLook & { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link className={buttonClass(look)} to={to}>
      {children}
    </Link>
  );
}
