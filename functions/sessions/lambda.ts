import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { sessionsApp } from './routes.ts';
import { sweep } from './sweep.ts';

const context = staffContext(readStaff);

export const handler = lambdaEntry({ http: sessionsApp(context), sweep: () => sweep(context) });
