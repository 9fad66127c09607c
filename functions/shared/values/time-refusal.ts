/** Why a time or a zone was refused; a closed list, so that a caller can answer each in its own words. */
export type TimeRefusalCode =
  | 'bad-instant'
  | 'bad-local-time'
  | 'out-of-table'
  | 'unknown-zone'
  | 'skipped-time'
  | 'repeated-time'
  | 'wrong-offset';

/** A time that cannot be used. The message is plain English, safe to show, and says what to do next. */
export class TimeRefusal extends Error {
  override readonly name: string = 'TimeRefusal';
  readonly code: TimeRefusalCode;
  /** What would be accepted in its place, may be empty: zone names, local times or offsets, as the code says. */
  readonly choices: readonly string[];

  constructor(code: TimeRefusalCode, message: string, choices: readonly string[] = []) {
    super(message);
    this.code = code;
    this.choices = choices;
  }
}

/** A zone name that is not in the table; its choices are the names that were most likely meant. */
export class ZoneRefusal extends TimeRefusal {
  override readonly name = 'ZoneRefusal';

  constructor(message: string, choices: readonly string[]) {
    super('unknown-zone', message, choices);
  }
}
