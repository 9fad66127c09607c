import { storeOf } from '../../support/office.ts';
import { deployedStack } from '../../support/stack.ts';
import { storeSuite } from './store-suite.ts';

const store = storeOf(deployedStack());
storeSuite('the store on the deployed tables', () => store, 'rooms');
