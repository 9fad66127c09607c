import { memoryStore } from '../../support/memory-store.ts';
import { storeSuite } from './store-suite.ts';

const store = memoryStore();
storeSuite('the model of the store in memory', () => store, 'rooms');
