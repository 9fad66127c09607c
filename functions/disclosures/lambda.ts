import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { disclosuresApp } from './routes.ts';

export const handler = lambdaEntry({ http: disclosuresApp(staffContext(readStaff, readings)) });
