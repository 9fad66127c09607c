import * as z from 'zod';
import { id } from '../shared/values/ids.ts';

/** What a machine says to `rooms` and is told by it, about once in a second; the route itself is of rooms. */

/** `relay` carries from the hearing to the screened side what may pass; `observer` says what happens in the rooms. */
export const machines = ['relay', 'observer'] as const;
export const machine = z.enum(machines);
export type MachineKind = z.output<typeof machine>;

/**
 * Seconds for which a machine is the one, counted from a turn. A relay that leaves is a hearing that is paused, so an API that is slow
 * or away for some seconds must not make it leave; one that stands still is seen by an observer long before, and not by this.
 */
export const holdSeconds = 12;

/** A room of a session by its key: `hearing`, `screened`, `witness-W-4K7Q`. */
const room = z
  .string()
  .regex(/^[a-z]+(?:-[A-Za-z0-9-]+)?$/)
  .max(64);

/** `since`: a number of the session, greater each time the room was made anew or this machine put into it. */
const place = z.strictObject({ room, since: z.int().min(0) });
export type Place = z.output<typeof place>;

/** Entries of `noted` at the most in one turn; what is more waits for the next. Each is two changes of one transaction. */
export const mostNoted = 40;

/** What an observer saw of somebody in a room: whatever no event of the media server tells, and what some lose. */
export const noted = z.strictObject({
  room,
  identity: z.string().min(1).max(128),
  what: z.enum(['muted', 'unmuted', 'quality', 'track-on', 'track-off', 'came', 'went']),
  /** The media server's own name of the connection, with `came` and `went`. */
  connection: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  /** Of the connection, with `quality`. */
  quality: z.enum(['lost', 'poor', 'good', 'excellent']).optional(),
  /** By the machine's clock. */
  at: z.iso.datetime(),
});
export type Noted = z.output<typeof noted>;

/** What a machine says. */
export const turn = z.strictObject({
  /** Of this machine in this session (port/task.ts). */
  secret: z.string().max(64),
  /** Random, of one process. */
  holder: id,
  /** Where it is. */
  at: z.array(place).max(16),
  /** Of a relay: whether its own loops gave away voice and picture within the last second. */
  flowing: z.boolean().optional(),
  /** Of an observer: for how many milliseconds the relay's tracks have brought nothing in a room. */
  stalls: z
    .array(z.strictObject({ room, for: z.int().min(0) }))
    .max(4)
    .optional(),
  /** Of an observer, in the order in which it was seen. */
  noted: z.array(noted).max(mostNoted).optional(),
});
export type Turn = z.output<typeof turn>;

/** A language that is carried, as its track is named (shared/values/channel-name.ts). */
export const channel = z.string().regex(/^[a-z]{2,3}$/);

const level = z.enum(['as-is', 'altered', 'not']);

/** How one of those in the hearing is let through. */
export const passage = z.strictObject({
  heard: level,
  seen: level,
  /** Of whoever interprets: whichever of their voices into a language passes too, each on its own, as they are heard. */
  channels: z.array(channel).optional(),
});
export type Passage = z.output<typeof passage>;

/** With it one room is entered, once. */
export const machinePass = z.strictObject({ url: z.string(), token: z.string(), identity: z.string() });
export type MachinePass = z.output<typeof machinePass>;

/** What a machine is told. */
export const turned = z.strictObject({
  /** `yours` holds for `holdSeconds`; `of-another`: wait, and be nowhere; `over`: end, for good. */
  hold: z.enum(['yours', 'of-another', 'over']),
  /** Milliseconds until the next turn. */
  again: z.int().min(0),
  /** Where it is to be, and nowhere else; a pass stands where it is not there yet. */
  places: z.array(place.extend({ pass: machinePass.optional() })),
  /** Of those in the hearing, by identity, for the relay; whoever is not named does not pass. */
  passage: z.record(z.string(), passage),
  /** For the relay: the languages that have a channel of their own on the screened side, whether anybody speaks in it or not. */
  channels: z.array(channel).optional(),
});
export type Turned = z.output<typeof turned>;
