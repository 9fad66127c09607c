import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffGround } from '../shared/http/staff-ground.ts';
import { retimeSessions } from './retime-sessions.ts';
import { sessionsApp } from './routes.ts';

const ground = staffGround(readStaff);

export const handler = lambdaEntry({ http: sessionsApp(ground), sweep: () => retimeSessions(ground) });
