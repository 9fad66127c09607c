/** Why a time or a zone was refused; a closed list, so that a caller can answer each in its own words. */
export type TimeRefusalCode = 'bad-instant' | 'bad-local-time' | 'out-of-table' | 'unknown-zone';

/** A time that cannot be used. The message is plain English, safe to show, and says what to do next. */
export class TimeRefusal extends Error {
  override readonly name: string = 'TimeRefusal';
  readonly code: TimeRefusalCode;

  constructor(code: TimeRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A zone name that is not in the table, with the names that were most likely meant (best first, may be empty). */
export class ZoneRefusal extends TimeRefusal {
  override readonly name = 'ZoneRefusal';
  readonly nearMatches: readonly string[];

  constructor(message: string, nearMatches: readonly string[]) {
    super('unknown-zone', message);
    this.nearMatches = nearMatches;
  }
}
