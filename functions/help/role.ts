import type { CapabilityRole } from '../shared/capability-role.ts';

const unheard =
  'Somebody who is heard pressed the silent alarm, and nobody who is on call has answered: find out which session it is, and call there.';

/** Numbers are in the own table alone. */
export const role = {
  whenThisFails:
    'Whoever is on call is not rung up by text message when somebody who is heard presses the silent alarm, and no list of who is on call can be kept.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
    // A list is kept for a session as it was read.
    sessions: ['BatchGetItem', 'ConditionCheckItem'],
    cases: ['BatchGetItem', 'Query'],
    directory: ['BatchGetItem'],
    // By which device somebody has their seat; who is there, and with what.
    rooms: ['BatchGetItem', 'Query'],
    custody: ['BatchGetItem', 'PutItem'],
  },
  functions: {
    stopping: {
      whenThisFails: 'Nobody who is heard can press the silent alarm, and nobody can answer it.',
      tables: {
        own: ['BatchGetItem', 'PutItem', 'DeleteItem'],
        sessions: ['BatchGetItem'],
        cases: ['BatchGetItem', 'ConditionCheckItem'],
        directory: ['BatchGetItem'],
        rooms: ['BatchGetItem'],
        custody: ['BatchGetItem', 'PutItem'],
      },
    },
  },
  follows: ['own'],
  sweepEveryMinutes: 1,
  wakesItself: true,
  sendsTexts: true,
  alarmsOn: {
    'help.not-answered': unheard,
    'help.text-not-sent':
      'A text message to somebody on call was not taken for delivery: look at the spend limit, the sandbox and who has opted out.',
  },
} satisfies CapabilityRole;
