import type { Person } from '../../functions/directory/port/actor.ts';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import { noticesApp } from '../../functions/notices/routes.ts';
import { actorOf, ask, contextOver, type Told } from '../support/in-process.ts';
import { now } from '../support/prepared-case.ts';
import type { NoticeOffice } from './office.ts';

/** What somebody of a case asks of the messages: what was sent, and what would be. */

export const getNotices = (
  { store }: NoticeOffice,
  viewer: Person,
  path: string,
  when = now,
): Promise<Told> => ask(noticesApp(contextOver(store, when), usualDueRules), actorOf(viewer), 'GET', path);

export const listNotices = (
  office: NoticeOffice,
  sessionId: string,
  viewer: Person,
  when = now,
): Promise<Told> => getNotices(office, viewer, `/api/notices?sessionId=${sessionId}`, when);

export const postNotices = (
  { store }: NoticeOffice,
  viewer: Person,
  path: string,
  body: object,
): Promise<Told> =>
  ask(noticesApp(contextOver(store, now), usualDueRules), actorOf(viewer), 'POST', path, body);
