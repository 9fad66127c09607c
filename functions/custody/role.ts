import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'What happens in sessions is still entered, but it is not signed and locked, and courts cannot take their logs away.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
    sessions: ['BatchGetItem'],
    cases: ['BatchGetItem'],
    directory: ['BatchGetItem'],
  },
  follows: ['own'],
  sweepEveryMinutes: 1,
  signsCheckpoints: true,
  evidence: ['PutObject', 'GetObject'],
  handsOutFiles: true,
  alarmsOn: {
    'custody.entry-altered':
      'Somebody or something changed or removed a custody entry. Keep the table as it is and call the auditor.',
    'custody.not-sequenced':
      'What happened in a session was noted and could not be entered in its log. It is not lost: see why, and the next sweep enters it.',
    'custody.unusual-reading':
      'Somebody reads far more cases, persons or searches in an hour than they ever did. The access logs of the cases say who: call their auditors.',
    'custody.publish-failed':
      'A custody log could not be signed and locked. If the fault is about data, keep the table as it is.',
  },
} satisfies CapabilityRole;
