import { marshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { nudge } from '../../../functions/rooms/pages/nudge.ts';
import type { PageSockets } from '../../../functions/rooms/pages/page-sockets.ts';
import { letPageListen } from '../../../functions/rooms/pages/take-ticket.ts';
import type { Item, Store } from '../../../functions/shared/store/store.ts';
import { keyName } from '../../../functions/shared/store/store.ts';
import type { MemoryStore } from '../../support/memory-store.ts';
import { running, type Hearing, type SeatName } from '../hearing.ts';

/** A hearing with pages that listen: what the gateway and the streams do is done here. */

const image = (item: Item | undefined) =>
  item === undefined
    ? {}
    : (marshall(item, { removeUndefinedValues: true }) as unknown as Record<string, AttributeValue>);

/** A gateway that remembers what each socket heard. */
export function socketsInMemory() {
  const open = new Map<string, number>();
  const sockets: PageSockets = {
    tell: async (connectionId) => {
      const heard = open.get(connectionId);
      if (heard === undefined) return false;
      open.set(connectionId, heard + 1);
      return true;
    },
    close: async (connectionId) => void open.delete(connectionId),
  };
  return { open, sockets };
}

export async function listeningPages(among: readonly SeatName[], begin: typeof running = running) {
  const records: DynamoDBRecord[] = [];
  const follow = (store: Store): Store => ({
    ...store,
    async write(changes) {
      const { items } = store as MemoryStore;
      const keys = changes.flatMap((change) =>
        change.kind === 'put'
          ? { table: change.table, pk: change.item.pk, sk: change.item.sk }
          : change.kind === 'check'
            ? []
            : change.key,
      );
      const before = keys.map((key) => items.get(keyName(key)));
      await store.write(changes);
      for (const [index, key] of keys.entries())
        records.push({
          dynamodb: {
            Keys: { pk: { S: key.pk }, sk: { S: key.sk } },
            ...(before[index] === undefined ? {} : { OldImage: image(before[index]) }),
            ...(items.has(keyName(key)) ? { NewImage: image(items.get(keyName(key))) } : {}),
          },
        });
    },
  });
  const here = await begin(among, follow);
  const { open, sockets } = socketsInMemory();
  let made = 0;
  const show = async (protocols: string | undefined) => {
    const connectionId = `connection-${(made += 1)}`;
    const answer = await letPageListen(here.context, sockets, {
      requestContext: { eventType: 'CONNECT', connectionId },
      ...(protocols === undefined ? {} : { headers: { 'Sec-WebSocket-Protocol': protocols } }),
    });
    if (answer.statusCode === 200) open.set(connectionId, 0);
    return { ...answer, connectionId };
  };
  const ticketOf = async (seat: SeatName, of: Hearing = here) =>
    String((await of.post(seat, 'listening')).body.ticket);
  return {
    here,
    open,
    sockets,
    show,
    ticketOf,
    /** A page of this seat opens a socket. */
    listen: async (seat: SeatName) => (await show(`look-again, ${await ticketOf(seat)}`)).connectionId,
    /** What the streams have brought since the last time comes to those who follow. */
    async follow() {
      await nudge(here.context, sockets, records.splice(0));
    },
    /** How often each socket has been told, since it opened. */
    heard: (...connections: readonly string[]) => connections.map((each) => open.get(each)),
    records,
  };
}
