import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { exportLog, listEntries, readKey } from './contract.ts';
import { encodeVerifierKey } from './note.ts';
import type { Publisher } from './publish.ts';
import { exportWholeLog, listLogEntries } from './read-log.ts';

export function custodyApp(ground: Ground, publisher: Publisher): Hono {
  const { app, mount } = capabilityApp('custody', ground);

  mount(exportLog, async (call) => {
    const file = await exportWholeLog(call, publisher);
    return new Response(file, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        // Neutral: the name of the file lands in download lists and mails.
        'content-disposition': 'attachment; filename="custody-log.jsonl"',
      },
    });
  });

  mount(listEntries, (call) => listLogEntries(call, Number(call.query['from'] ?? 0)));

  mount(readKey, async () => {
    const signer = await publisher.signer();
    const digest = createHash('sha256').update(signer.publicKey).digest('hex');
    return { key: encodeVerifierKey(signer), fingerprint: digest.replaceAll(/(.{4})(?=.)/g, '$1 ') };
  });

  return app;
}
