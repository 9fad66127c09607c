import { storeOf } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { bookingSuite } from './booking-suite.ts';

bookingSuite('on the deployed tables', () => storeOf(deployedStack()));
