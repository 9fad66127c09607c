import { expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { actorOf, ask, enterPerson, contextOver } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';

const now = new Date('2027-03-01T00:00:00.000Z');

it.each([
  ['FI', 'MM', '/requestingState'],
  ['TH', 'FI', '/hostState'],
])(
  'a case between %s and %s, whose clocks and holidays nobody knows, is not opened',
  async (one, other, where) => {
    const store = memoryStore();
    const [prosecutor, holder] = await Promise.all([
      enterPerson(store, 'prosecutor'),
      enterPerson(store, 'support-officer'),
    ]);
    const witness = { protected: true, holder: holder.personId, zone: 'Asia/Yangon', mayKnow: [] };
    const told = await ask(casesApp(contextOver(store, now)), actorOf(prosecutor), 'POST', '/api/cases', {
      reference: 'T 1/2027',
      requestingState: one,
      hostState: other,
      members: [holder.personId],
      witnesses: [witness],
    });
    expect([told.status, told.body.code, told.body.errors[0].pointer]).toEqual([
      400,
      'invalid-request',
      where,
    ]);
  },
);
