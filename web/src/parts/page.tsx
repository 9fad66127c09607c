import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { OnPaper } from './on-paper.tsx';

/** How much waits for the reader: stands before the title, where a tab shows it. */
export const TitleMark = createContext(0);

/** A page: one heading, which is also the document's title. Neither ever holds more than ids and general words. */
export function Page({
  title,
  above,
  wide = false,
  reference,
  children,
}: {
  readonly title: string;
  /** The page from which one comes here. */
  readonly above?: { readonly to: string; readonly label: string };
  readonly wide?: boolean;
  /** Of what it is, where it is printed for a file. */
  readonly reference?: string | undefined;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const mark = use(TitleMark);
  useEffect(() => {
    // A new page is announced by its heading.
    heading.current?.focus();
  }, []);
  return (
    <main id="main" className={wide ? 'page page-wide' : 'page'}>
      <title>{`${mark === 0 ? '' : `(${mark}) `}${title} – saksi`}</title>
      {above !== undefined && (
        <p className="above">
          <Link to={above.to}>‹ {above.label}</Link>
        </p>
      )}
      <OnPaper reference={reference} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
