/** What the form says so far. */
interface Chosen {
  readonly date: string | undefined;
  /** `HH:mm` or `HH:mm:ss`. */
  readonly time: string | undefined;
  readonly zone: string;
  readonly offset: string | undefined;
  readonly minutes: string;
  readonly clerk: string;
  readonly supportOfficer: string;
  readonly interpreter: string;
}

/** The question for a preview, once all that it needs is chosen. */
export function questionOf(caseId: string, { date, time, ...rest }: Chosen) {
  const people = [rest.clerk, rest.supportOfficer, rest.interpreter];
  if (date === undefined || time === undefined || rest.minutes === '' || people.includes(''))
    return undefined;
  return { ...rest, caseId, local: `${date}T${time.slice(0, 5)}`, minutes: Number(rest.minutes) };
}

export type Question = NonNullable<ReturnType<typeof questionOf>>;
