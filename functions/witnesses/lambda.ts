import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffGround } from '../shared/http/staff-ground.ts';
import { witnessesApp } from './routes.ts';

export const handler = lambdaEntry({ http: witnessesApp(staffGround(readStaff)) });
