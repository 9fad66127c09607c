import type { WorkerRole } from '../shared/capability-role.ts';

/** All that it does in a session it does by the passes that `rooms` gives it, turn by turn. */
export const role = {
  whenThisFails:
    'A hearing with a screened side cannot begin, or has been paused: nothing is carried over to that side.',
  // A relay takes a quarter of a processor at the most, an observer much less; a hearing has one of each.
  tasksAtOnce: 6,
  alarmsOn: {
    'task.failed':
      'A machine of a hearing ended by itself: if it was the relay, the hearing is paused until another has taken over.',
    'task.unreadable': 'Somebody sent a task that is none to the media worker; it was left where it is.',
    'machine.fenced':
      'A machine of a hearing could not reach the API for twelve seconds and left its rooms: the hearing is being paused.',
  },
} satisfies WorkerRole;
