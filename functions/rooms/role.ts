import type { CapabilityRole } from '../shared/capability-role.ts';

const intruded =
  'Somebody was in a hearing room whom nobody let in; the room was replaced, and its clerk is told.';

/**
 * The door is checked, and closed at the end of a session; it is never written otherwise. Following the sessions table
 * is how a withdrawal reaches a room that is open. Who ends a session takes its facts out of the log's inbox, and so may query
 * and delete in that table; nothing else here may.
 */
export const role = {
  whenThisFails:
    'No room can be opened, nobody invited or let in; a withdrawal does not reach a room that is open until this works again.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    sessions: ['BatchGetItem', 'ConditionCheckItem'],
    custody: ['BatchGetItem', 'PutItem'],
    directory: ['BatchGetItem'],
    // What stands for those who are heard; an invitation holds the case open.
    cases: ['BatchGetItem', 'ConditionCheckItem'],
    // What the court ordered.
    orders: ['Query'],
  },
  functions: {
    stopping: {
      whenThisFails:
        'Nobody can pause, end or put somebody out; a witness who presses pause is only off on their own side.',
      tables: {
        own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
        sessions: ['BatchGetItem', 'UpdateItem', 'ConditionCheckItem'],
        custody: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
        directory: ['BatchGetItem'],
        // Whoever withdraws on their own page: what stands, and the record of it.
        cases: ['BatchGetItem', 'PutItem'],
        witnesses: ['Query', 'PutItem'],
      },
      readsMediaKeys: true,
    },
    entering: {
      whenThisFails: 'Nobody can come into a hearing, and no page learns what happens in one.',
      tables: {
        own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
        sessions: ['BatchGetItem', 'ConditionCheckItem'],
        custody: ['BatchGetItem', 'PutItem'],
        directory: ['BatchGetItem', 'ConditionCheckItem'],
        // What stands for those who are heard, the case, membership and account are checked in the pass's own transaction.
        cases: ['BatchGetItem', 'ConditionCheckItem'],
        orders: ['Query', 'ConditionCheckItem'],
      },
      readsMediaKeys: true,
    },
    knocking: {
      whenThisFails:
        'A witness or an interpreter with link and PIN is not let as far as the door, pages learn late what happens, and what the media server reports is late.',
      tables: {
        own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
        sessions: ['BatchGetItem', 'ConditionCheckItem'],
        // Whether an officer who went takes the room with them; and, by link and PIN, a withdrawal and the record of it.
        cases: ['BatchGetItem', 'PutItem'],
        witnesses: ['Query', 'PutItem'],
        orders: ['Query'],
        custody: ['BatchGetItem', 'PutItem'],
      },
      pageSockets: ['connect', 'close'],
      readsMediaKeys: true,
      alarmsOn: {
        'room.intruded': intruded,
        'webhook.forged':
          'Somebody sent a report in the media server’s name. It had no effect; if it goes on, change the webhook key.',
        'webhook.quarantined':
          'The media server reported a room that saksi did not make: look whether somebody else has its keys.',
      },
    },
  },
  // Machines are sent for when a room that needs them is opened, and again when none came.
  sendsTasksTo: ['media'],
  // What is entered in a hearing is told to the pages of the room.
  follows: ['own', 'sessions', 'hearing', 'exhibits'],
  sweepEveryMinutes: 1,
  pageSockets: ['tell', 'close'],
  readsMediaKeys: true,
  alarmsOn: {
    'media.room-not-refused':
      'The media server lets people into rooms that are gone: whoever was put out can come back. Set auto_create to false.',
    'room.intruded': intruded,
  },
} satisfies CapabilityRole;
