import { storeOf } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { attendingOfficerSuite } from './attending-officer-suite.ts';
import { bookingSuite } from './booking-suite.ts';
import { manyAtOnceSuite } from './many-at-once-suite.ts';

bookingSuite(() => storeOf(deployedStack()));
attendingOfficerSuite(() => storeOf(deployedStack()));
manyAtOnceSuite('on the deployed tables', () => storeOf(deployedStack()));
