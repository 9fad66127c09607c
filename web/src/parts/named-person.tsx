/** Somebody by pseudonym, as the directory calls them where the reader may know. */
export interface NamedPerson {
  readonly pseudonym: string;
  readonly label?: string | undefined;
}

/** A heading with whom it is about, where that must be said; a pseudonym is never broken over lines. */
export const HeadingFor = ({
  text,
  who,
}: {
  readonly text: string;
  readonly who?: NamedPerson | undefined;
}) =>
  who === undefined ? (
    text
  ) : (
    <>
      {text}: <span className="pseudonym">{who.pseudonym}</span>
      {who.label === undefined ? '' : ` – ${who.label}`}
    </>
  );

/** The same as plain text, for lists and for those who hear the page. */
export const headingFor = (text: string, who?: NamedPerson): string =>
  who === undefined ? text : `${text}: ${calledAs(who)}`;

/** How one of several is called in a list. */
export const calledAs = ({ pseudonym, label }: NamedPerson): string =>
  label === undefined ? pseudonym : `${pseudonym} – ${label}`;
