/** What is entered of the machines of a hearing, and by them. */
import * as z from 'zod';
import { defineAction, seatName } from '../../custody/port/action.ts';
import { kindOfRoom } from '../presence/actions.ts';

/** What the observer of a room saw that the media server does not report, or whose report was lost. */
export const observed = defineAction({
  action: 'media.observed',
  log: 'session',
  by: [{ system: 'observer' }],
  authority: ['rule'],
  details: z.strictObject({
    /** Whose it was, where it was somebody's and no machine's. */
    seat: seatName.optional(),
    room: kindOfRoom,
    what: z.enum(['muted', 'unmuted', 'quality', 'track-on', 'track-off', 'came', 'went']),
    quality: z.enum(['lost', 'poor', 'good', 'excellent']).optional(),
  }),
});

/** Nothing of the court came over to the screened side any more: the hearing is paused, off the record. */
export const relayLost = defineAction({
  action: 'room.relay-lost',
  log: 'session',
  by: [{ system: 'rooms' }],
  authority: ['rule'],
  part: { 'central-authority': 'every', 'defence-counsel': 'every', 'victim-counsel': 'every' },
  details: z.strictObject({
    epoch: z.int().min(0),
    milliseconds: z.int().min(0),
    repeat: z.literal('last-answer'),
  }),
});
