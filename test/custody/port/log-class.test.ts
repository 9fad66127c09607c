import { describe, expect, test } from 'vitest';
import {
  isOfClass,
  logClass,
  mayRead,
  readersOf,
  type LogClass,
  type Owned,
} from '../../../functions/custody/port/log-class.ts';
import { staffRoles } from '../../../functions/shared/access/roles.ts';

const logId = '4x7k2q9d1m3n5p8r0s6t7v2w4y';
const caseId = '5x7k2q9d1m3n5p8r0s6t7v2w4y';

const logs: Readonly<Record<LogClass, Owned>> = {
  session: { logId, caseId },
  case: { logId: caseId, caseId },
  agency: { logId: caseId, caseId },
  access: { logId: `${logId}-access`, caseId },
};
const classes = logClass.options;

/** Written out once more, so that nobody becomes a reader by a slip in the table. */
const expected: Readonly<Record<LogClass, readonly string[]>> = {
  session: [
    'clerk',
    'prosecutor',
    'auditor',
    'judge',
    'support-officer',
    'attending-officer',
    'central-authority',
    'defence-counsel',
    'victim-counsel',
  ],
  case: [
    'clerk',
    'prosecutor',
    'auditor',
    'judge',
    'support-officer',
    'central-authority',
    'attending-officer',
  ],
  agency: ['clerk', 'central-authority', 'support-officer'],
  access: ['auditor'],
};

describe('who reads which log', () => {
  test.each(classes)('a log of class %s: by role', (of) => {
    const readers = staffRoles.filter((role) => mayRead(role, { ...logs[of], class: of }, of));
    expect(new Set(readers)).toEqual(new Set(expected[of]));
    expect(new Set<string>(readersOf[of])).toEqual(new Set(expected[of]));
  });

  test.each(classes.flatMap((of) => classes.filter((as) => as !== of).map((as) => [of, as] as const)))(
    'nobody reads a log of class %s as one of class %s',
    (of, as) => {
      const readers = staffRoles.filter((role) => mayRead(role, { ...logs[of], class: of }, as));
      expect(readers).toEqual([]);
    },
  );
});

describe('a head from before heads named their class', () => {
  test.each(classes)('%s is told by its ids', (of) => {
    expect(isOfClass(logs[of], of)).toBe(true);
  });

  test('an access log, a session’s log, and one that stands beside itself are never taken for one another', () => {
    const told = (log: Owned) => classes.filter((as) => isOfClass(log, as));
    expect(told(logs.session)).toEqual(['session']);
    expect(told(logs.access)).toEqual(['access']);
    expect(told({ logId: `${caseId}-access`, caseId })).toEqual(['access']);
    expect(told(logs.case)).toEqual(['case', 'agency']);
  });
});
