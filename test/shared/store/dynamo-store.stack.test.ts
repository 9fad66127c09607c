import { storeOf, tablesOf } from '../../support/office.ts';
import { deployedStack } from '../../support/stack.ts';
import { leftUnreadSuite } from './left-unread-suite.ts';
import { storeSuite } from './store-suite.ts';

const store = storeOf(deployedStack());
storeSuite('the store on the deployed tables', () => store, 'rooms');

const tables = tablesOf(deployedStack());
leftUnreadSuite('the deployed tables', () => tables, 'rooms');
