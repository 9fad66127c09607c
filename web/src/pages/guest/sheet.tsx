import { useEffect, useRef, type ReactNode } from 'react';
import { Picture, type PictureName } from './pictures.tsx';

/** One page of the guest's: a picture, one short heading, and what there is to do. A change of page moves the focus. */
export function Sheet(parts: {
  readonly name: string;
  readonly picture?: PictureName;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { name } = parts;
  useEffect(() => {
    if (name !== '') heading.current?.focus();
  }, [name]);
  return (
    <main className="sheet" data-step={name}>
      {parts.picture === undefined ? null : <Picture name={parts.picture} />}
      <h1 ref={heading} tabIndex={-1}>
        {parts.title}
      </h1>
      {parts.children}
    </main>
  );
}

export function BigButton(parts: {
  readonly press: () => void;
  readonly busy?: boolean;
  readonly quiet?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={parts.quiet === true ? 'big-button big-button-quiet' : 'big-button'}
      aria-disabled={parts.busy === true}
      onClick={() => parts.busy !== true && parts.press()}
    >
      {parts.children}
    </button>
  );
}
