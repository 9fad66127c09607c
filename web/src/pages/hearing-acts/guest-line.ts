import { askAt, newKey } from '../guest/guest-api.ts';
import type { Hearing } from './hearing.ts';

/** The guest’s line to the hearing. Types come from the contract, paths are written here, as in guest-api.ts; a test compares them. */
export const paths = {
  readHearing: '/api/hearing/:sessionId',
  answerOath: '/api/hearing/:sessionId/oaths/:act/answer',
  giveSignal: '/api/hearing/:sessionId/signals',
  showWait: '/api/hearing/:sessionId/light',
  askHandOver: '/api/hearing/:sessionId/hand-overs',
  takeOver: '/api/hearing/:sessionId/hand-overs/:act/taking',
} as const;

const at = (path: string, sessionId: string, act = ''): string =>
  path.replace(':sessionId', sessionId).replace(':act', act);

export const readActs = (sessionId: string) => askAt<Hearing>(at(paths.readHearing, sessionId));

/** Each press is an action of its own. @throws GuestProblem */
export const press = (verb: keyof typeof paths, sessionId: string, body: object, act?: string) =>
  askAt<unknown>(at(paths[verb], sessionId, act), { body, key: newKey() });
