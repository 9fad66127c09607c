import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { sharingApp } from './routes.ts';

export const handler = lambdaEntry({ http: sharingApp(staffContext(readStaff, readings)) });
