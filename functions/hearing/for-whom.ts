import { mayKnowField } from '../cases/port/who-may-know-a-field.ts';
import type { InRoom } from '../rooms/port/in-room.ts';
import { isOfScreenedSide } from '../rooms/port/screened-side.ts';
import type { Door } from '../sessions/port/door.ts';
import { countryCode } from '../shared/values/countries.ts';
import { languageTag } from '../shared/values/languages.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { outcomeOf, type Act, type Somebody } from './act.ts';
import type { ShownAct } from './acts/contract.ts';

/**
 * Who is shown which act of a hearing, and what of it. Whoever is screened from somebody who is heard must not find her by it: not
 * her languages, her place, that she came, went, spoke or stopped. Whoever comes by invitation sees what concerns them. Pure.
 */

export interface Reader extends Somebody {
  /** May know what those speak who are heard (cases/port/who-may-know-a-field.ts). */
  readonly knowsLanguages: boolean;
}

/** What it is decided from: the acts of the day, and who is on the screened side. */
export interface Day {
  readonly acts: readonly Act[];
  readonly screened: ReadonlySet<string>;
}

/** Pseudonyms of the screened side; an accused whom no order screens is of it: languages are not theirs to know either. */
export const screenedIn = (
  door: Pick<Door, 'sessionId' | 'seats' | 'apart' | 'kind' | 'gates'>,
  room: Pick<InRoom, 'beside'>,
): ReadonlySet<string> =>
  new Set(door.seats.flatMap((seat) => (isOfScreenedSide(door, room, seat) ? [seat.pseudonym] : [])));

/** From where somebody looks. */
type Place = 'court' | 'beside-her' | 'interpreter' | 'heard' | 'screened' | 'listener';

function placeOf({ seat, pseudonym: name }: Somebody, { screened }: Day): Place {
  if (screened.has(name)) return 'screened';
  switch (seat) {
    case 'judge':
    case 'clerk':
    case 'prosecutor':
    case 'defence-counsel':
    case 'victim-counsel':
      return 'court';
    case 'support-officer':
    case 'attending-officer':
      return 'beside-her';
    case 'interpreter':
      return 'interpreter';
    case 'witness':
    case 'expert':
      return 'heard';
    default:
      return 'listener';
  }
}

const ofCourt: readonly Place[] = ['court', 'beside-her'];

/** Whether somebody is shown an act at all: by it, whose pages are told to look again. */
export function sees(act: Act, reader: Somebody, day: Day): boolean {
  if (act.by.pseudonym === reader.pseudonym) return true;
  const place = placeOf(reader, day);
  const ofTheirs = (name: string | undefined) => name !== undefined && day.screened.has(name);
  switch (act.kind) {
    case 'oath':
    case 'told':
    case 'read-back':
      if (place === 'screened') return act.of.seat === 'interpreter' && ofTheirs(act.of.pseudonym);
      return ofCourt.includes(place) || act.of.pseudonym === reader.pseudonym;
    case 'oath-answer':
    case 'ruling':
      return day.acts.some((each) => each.id === act.on && sees(each, reader, day));
    case 'objection':
      // The accused hears it through the relay; who guards them and who interprets for them have no part in it.
      return ofCourt.includes(place) || (place === 'screened' && isParty(reader));
    case 'challenge':
      // That somebody else's rendition is challenged would tell that she speaks another language.
      if (place === 'screened') return ofTheirs(act.interpreter);
      return ofCourt.includes(place) || place === 'interpreter';
    case 'stop':
      return ofCourt.includes(place) || act.of.pseudonym === reader.pseudonym;
    case 'languages':
      if (place === 'screened') return act.channels.some(({ interpreter }) => ofTheirs(interpreter));
      return ofCourt.includes(place) || place === 'interpreter';
    case 'hand-over':
    case 'taken-over':
      if (place === 'screened') return ofTheirs(act.from) && ofTheirs(act.to);
      return ofCourt.includes(place) || place === 'interpreter';
    case 'signal':
      // Never the defence, screened or not: that she does not understand tells what she speaks.
      return (
        place === 'beside-her' ||
        place === 'interpreter' ||
        (place === 'court' && ['judge', 'clerk', 'prosecutor'].includes(reader.seat))
      );
  }
}

const isParty = ({ seat }: Somebody): boolean => seat === 'accused' || seat === 'defence-counsel';

/** What of it they are shown; undefined where nothing. An answer is shown with the oath that it is to. */
export function asSeenBy(act: Act, reader: Reader, day: Day): ShownAct | undefined {
  if (act.kind === 'oath-answer' || !sees(act, reader, day)) return undefined;
  const place = placeOf(reader, day);
  const isOwn = act.by.pseudonym === reader.pseudonym;
  const common = {
    act: id.parse(act.id),
    at: act.recordedAt,
    by: { seat: act.by.seat, pseudonym: pseudonym.parse(act.by.pseudonym) },
    ...(act.onWordOf === undefined ? {} : { onWordOf: pseudonym.parse(act.onWordOf) }),
  };
  const knower = { role: reader.seat, isHolder: false, knowsPlace: false, wroteIt: isOwn };
  const hearsWords = (isOwn || ofCourt.includes(place)) && mayKnowField('saidInCourt', knower);
  const isMine = 'of' in act && act.of.pseudonym === reader.pseudonym;
  const knowsText = isOwn || isMine || reader.knowsLanguages;
  const optional = <Value>(name: string, value: Value | undefined, shown: boolean) =>
    value === undefined || !shown ? {} : { [name]: value };
  switch (act.kind) {
    case 'oath': {
      const outcome = outcomeOf(day.acts, act);
      return {
        ...common,
        kind: 'oath',
        of: pseudonym.parse(act.of.pseudonym),
        form: act.form,
        ...(place === 'screened' ? {} : { state: countryCode.parse(act.state) }),
        ...(knowsText ? { text: act.text } : {}),
        draft: act.draft,
        readOut: act.readOut,
        answered: act.answered,
        ...(outcome === undefined ? {} : { outcome }),
      };
    }
    case 'told':
      return {
        ...common,
        kind: 'told',
        of: pseudonym.parse(act.of.pseudonym),
        what: act.what,
        ...(knowsText ? { text: act.text } : {}),
        draft: act.draft,
        readOut: act.readOut,
        told: pseudonym.parse(act.told),
        understood: act.understood,
      };
    case 'read-back':
      return {
        ...common,
        kind: 'read-back',
        of: pseudonym.parse(act.of.pseudonym),
        ...(knowsText ? { language: languageTag.parse(act.language) } : {}),
        ...(act.interpreter === undefined ? {} : { interpreter: pseudonym.parse(act.interpreter) }),
        ...(hearsWords ? { corrections: act.corrections } : {}),
        outcome: act.outcome,
      };
    case 'objection':
      return {
        ...common,
        kind: 'objection',
        ground: act.ground,
        ...optional('words', act.words, hearsWords),
      };
    case 'challenge':
      return {
        ...common,
        kind: 'challenge',
        what: act.what,
        ...(act.interpreter === undefined ? {} : { interpreter: pseudonym.parse(act.interpreter) }),
        ...optional('words', act.words, hearsWords),
      };
    case 'stop':
      return { ...common, kind: 'stop', of: pseudonym.parse(act.of.pseudonym) };
    case 'ruling':
      return { ...common, kind: 'ruling', on: id.parse(act.on), ruling: act.ruling };
    case 'languages': {
      const channels =
        place === 'screened'
          ? act.channels.filter(({ interpreter }) => day.screened.has(interpreter))
          : act.channels;
      const knows = place === 'screened' || place === 'interpreter' || reader.knowsLanguages;
      return {
        ...common,
        kind: 'languages',
        how: act.how,
        channels: channels.map(({ from, to, ...each }) => (knows ? { ...each, from, to } : each)),
      };
    }
    case 'hand-over':
      return { ...common, kind: 'hand-over', from: pseudonym.parse(act.from), to: pseudonym.parse(act.to) };
    case 'taken-over':
      return {
        ...common,
        kind: 'taken-over',
        on: id.parse(act.on),
        from: pseudonym.parse(act.from),
        to: pseudonym.parse(act.to),
        ...optional('minutes', act.minutes, place !== 'screened'),
      };
    case 'signal':
      return { ...common, kind: 'signal', what: act.what };
  }
}

/** Who asks the speaker to wait; everybody else sees that somebody does. */
export const seesWhoWaits = (reader: Somebody, day: Day): boolean =>
  [...ofCourt, 'interpreter'].includes(placeOf(reader, day));
