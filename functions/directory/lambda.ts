import { readStaff } from './port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffGround } from '../shared/http/staff-ground.ts';
import { directoryApp } from './routes.ts';

export const handler = lambdaEntry({ http: directoryApp(staffGround(readStaff)) });
