import { writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attendingOfficerSuite } from '../sessions/attending-officer-suite.ts';
import { bookingSuite } from '../sessions/booking-suite.ts';
import { manyAtOnceSuite } from '../sessions/many-at-once-suite.ts';
import { twentyCalendarsSuite } from '../sessions/twenty-calendars-suite.ts';
import { leftUnreadSuite } from '../shared/store/left-unread-suite.ts';
import { storeSuite } from '../shared/store/store-suite.ts';
import { startDynamoDbLocal, whatIsMissing } from '../support/dynamodb-local.ts';
import type { OwnTables } from '../support/own-tables.ts';

/**
 * What holds on the emulator holds on Amazon's own DynamoDB for one machine too: the store, and booking with all that can
 * cross it. It needs Java and Maven, which most machines of developers lack; there this says so, and shows nothing.
 */
const missing = whatIsMissing();

const onDynamoDbLocal = () =>
  describe('Amazon’s DynamoDB Local', () => {
    let local: OwnTables;
    beforeAll(async () => {
      local = await startDynamoDbLocal([
        'availability',
        'sessions',
        'cases',
        'directory',
        'custody',
        'notices',
        'orders',
      ]);
    }, 300_000);
    afterAll(() => local.stop());

    storeSuite('the store', () => local.store, 'sessions');
    leftUnreadSuite('Amazon’s DynamoDB Local', () => local, 'sessions');
    bookingSuite(() => local.store);
    attendingOfficerSuite(() => local.store);
    manyAtOnceSuite('on Amazon’s DynamoDB Local', () => local.store);
    twentyCalendarsSuite('on Amazon’s DynamoDB Local', () => local.store);
  });

const nowhere = () =>
  test(`${missing}: nothing was shown on Amazon’s DynamoDB Local`, () => {
    // Past the runner, which keeps what a passing test prints to itself.
    writeSync(2, `\n*** ${missing}: booking was NOT tested on Amazon’s DynamoDB Local. ***\n\n`);
    expect(missing).toMatch(/not found$/);
  });

const run = missing === undefined ? onDynamoDbLocal : nowhere;
run();
