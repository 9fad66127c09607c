import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffGround } from '../shared/http/staff-ground.ts';
import { requestsApp } from './routes.ts';

export const handler = lambdaEntry({ http: requestsApp(staffGround(readStaff)) });
