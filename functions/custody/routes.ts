import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import * as access from './access/contract.ts';
import { listAgencyReadings, listCaseReadings, listSessionReadings } from './access/list-readings.ts';
import { sumAgencyReadings } from './access/sum-agency-readings.ts';
import { carryOnAgencyExport, exportAgencyLog, listAgencyEntries } from './agency/contract.ts';
import { openAgencyLog } from './agency/open.ts';
import { carryOnCaseExport, exportCaseLog, listCaseEntries } from './case/contract.ts';
import { openCaseLog } from './case/open.ts';
import { carryOnExport, exportLog, listEntries, readKey } from './contract.ts';
import { beginExport, carryOn, type ExportMeans } from './export/make-export.ts';
import { encodeVerifierKey } from './note.ts';
import { openSessionLog } from './open-log.ts';
import { listLogEntries } from './read-log.ts';

export function custodyApp(context: Context, means: ExportMeans): Hono {
  const { app, mount } = capabilityApp('custody', context);

  mount(exportLog, async (call) => beginExport(call, await openSessionLog(call), means));
  mount(carryOnExport, async (call) => carryOn(call, await openSessionLog(call), call.body.exportId, means));
  mount(listEntries, async (call) => listLogEntries(call, await openSessionLog(call), call.query.from ?? 0));

  mount(exportAgencyLog, async (call) => beginExport(call, await openAgencyLog(call), means));
  mount(carryOnAgencyExport, async (call) =>
    carryOn(call, await openAgencyLog(call), call.body.exportId, means),
  );
  mount(listAgencyEntries, async (call) =>
    listLogEntries(call, await openAgencyLog(call), call.query.from ?? 0),
  );

  mount(exportCaseLog, async (call) => beginExport(call, await openCaseLog(call), means));
  mount(carryOnCaseExport, async (call) => carryOn(call, await openCaseLog(call), call.body.exportId, means));
  mount(listCaseEntries, async (call) => listLogEntries(call, await openCaseLog(call), call.query.from ?? 0));

  mount(access.listCaseReadings, listCaseReadings);
  mount(access.listSessionReadings, listSessionReadings);
  mount(access.listAgencyReadings, listAgencyReadings);
  mount(access.sumAgencyReadings, sumAgencyReadings);

  mount(readKey, async () => {
    const signer = await means.publisher.signer();
    const digest = createHash('sha256').update(signer.publicKey).digest('hex');
    return { key: encodeVerifierKey(signer), fingerprint: digest.replaceAll(/(.{4})(?=.)/g, '$1 ') };
  });

  return app;
}
