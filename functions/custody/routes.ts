import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { exportAgencyLog, listAgencyEntries } from './agency/contract.ts';
import { openAgencyLog } from './agency/open.ts';
import { exportLog, listEntries, readKey } from './contract.ts';
import { encodeVerifierKey } from './note.ts';
import type { Publisher } from './publish.ts';
import { exportWholeLog, listLogEntries, openSessionLog } from './read-log.ts';

export function custodyApp(context: Context, publisher: Publisher): Hono {
  const { app, mount } = capabilityApp('custody', context);

  mount(exportLog, async (call) => asFile(await exportWholeLog(call, await openSessionLog(call), publisher)));
  mount(listEntries, async (call) => listLogEntries(call, await openSessionLog(call), call.query.from ?? 0));

  mount(exportAgencyLog, async (call) =>
    asFile(await exportWholeLog(call, await openAgencyLog(call), publisher)),
  );
  mount(listAgencyEntries, async (call) =>
    listLogEntries(call, await openAgencyLog(call), call.query.from ?? 0),
  );

  mount(readKey, async () => {
    const signer = await publisher.signer();
    const digest = createHash('sha256').update(signer.publicKey).digest('hex');
    return { key: encodeVerifierKey(signer), fingerprint: digest.replaceAll(/(.{4})(?=.)/g, '$1 ') };
  });

  return app;
}

const asFile = (file: string): Response =>
  new Response(file, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      // Neutral: the name of the file lands in download lists and mails.
      'content-disposition': 'attachment; filename="custody-log.jsonl"',
    },
  });
