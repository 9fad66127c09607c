import { memoryStore } from '../support/memory-store.ts';
import { twentyCalendarsSuite } from './twenty-calendars-suite.ts';

const store = memoryStore();
twentyCalendarsSuite('in memory', () => store);
