import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from './port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { directoryApp } from './routes.ts';

export const handler = lambdaEntry({ http: directoryApp(staffContext(readStaff, readings)) });
