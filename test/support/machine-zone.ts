/**
 * Notices whatever asks the machine in which zone it stands: what never asks gives the same answers in every zone, not
 * only in those in which it was tried. JavaScript has these roads and no others: the parts of a `Date` as the wall clock has
 * them, a `Date` made of them or of a text without an offset, and a format that is not told its zone.
 */

type Note = (road: string) => void;
type Made = new (...given: unknown[]) => object;
type Method = (this: unknown, ...given: unknown[]) => unknown;

const ofNoZone = /^constructor$|UTC|GMT|ISO|JSON|^valueOf$|^[gs]etTime$|^[gs]etMilliseconds$/;
const withOwnOffset = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)$|^[+-]?\d{4,6}(?:-\d\d){0,2}$/i;

const DateOfMachine = Date;
const isOfMachine = (text: unknown): boolean =>
  typeof text === 'string' && !withOwnOffset.test(text) && !Number.isNaN(DateOfMachine.parse(text));

const isToldZone = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'timeZone' in options && options.timeZone !== undefined;

/** Puts `replacement` in the place of `owner[name]`. @returns what puts it back */
function put(owner: object, name: string, replacement: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { ...before, value: replacement });
  return () => Object.defineProperty(owner, name, before ?? {});
}

/** Calls `note` whenever the zone of the machine is asked for. @returns what ends it */
export function watchMachineZone(note: Note): () => void {
  const undo = [...watchParts(note), ...watchMaking(note), watchFormats(note)];
  return () => undo.forEach((each) => each());
}

function watchParts(note: Note): (() => void)[] {
  const parts = Object.getOwnPropertyNames(Date.prototype).filter((name) => !ofNoZone.test(name));
  return parts.map((name) => {
    const before = Reflect.get(Date.prototype, name) as Method;
    return put(Date.prototype, name, function part(this: unknown, ...given: unknown[]) {
      if (!(name.startsWith('toLocale') && isToldZone(given[1]))) note(`Date.prototype.${name}`);
      return before.apply(this, given);
    });
  });
}

function watchMaking(note: Note): (() => void)[] {
  const Before = Date;
  function WatchedDate(this: unknown, ...given: unknown[]): unknown {
    if (new.target === undefined) {
      note('Date()');
      return Before();
    }
    if (given.length > 1) note('new Date(year, month)');
    else if (isOfMachine(given[0])) note(`new Date('${String(given[0])}')`);
    return Reflect.construct(Before as Made, given, new.target === WatchedDate ? Before : new.target);
  }
  const parse = (text: string) => {
    if (isOfMachine(text)) note(`Date.parse('${text}')`);
    return Before.parse(text);
  };
  Object.assign(WatchedDate, { parse, now: Before.now, UTC: Before.UTC });
  WatchedDate.prototype = Before.prototype;
  return [put(globalThis, 'Date', WatchedDate), put(Before.prototype, 'constructor', WatchedDate)];
}

function watchFormats(note: Note): () => void {
  const Before = Intl.DateTimeFormat;
  function WatchedFormat(this: unknown, ...given: unknown[]): unknown {
    if (!isToldZone(given[1])) note('Intl.DateTimeFormat');
    const target = new.target === undefined || new.target === WatchedFormat ? Before : new.target;
    return Reflect.construct(Before as unknown as Made, given, target);
  }
  WatchedFormat.prototype = Before.prototype;
  const which = 'supportedLocalesOf';
  Object.defineProperty(WatchedFormat, which, Object.getOwnPropertyDescriptor(Before, which) ?? {});
  return put(Intl, 'DateTimeFormat', WatchedFormat);
}
