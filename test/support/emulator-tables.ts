import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { awsSettings } from '../../infra/local/aws.ts';
import { startEmulator } from '../../infra/local/emulator.ts';
import type { Instance } from '../../infra/local/instance.ts';
import { keptMiniStack } from '../../infra/local/prerequisites.mjs';
import { startKeeper } from '../../infra/local/processes.ts';
import { dynamoStore } from '../../functions/shared/store/dynamo.ts';
import { createTables, freePort, type OwnTables } from './own-tables.ts';

/** The emulator by itself, with empty tables for these capabilities and nothing else deployed. */
export async function startEmulatorTables(capabilities: readonly string[]): Promise<OwnTables> {
  if (!existsSync(keptMiniStack()))
    throw new Error('The AWS emulator was not installed yet: run npm start once, which does it.');
  const folder = mkdtempSync(join(tmpdir(), 'saksi-emulator-'));
  mkdirSync(join(folder, 'logs'));
  const emulator = await freePort();
  const instance: Instance = {
    name: 'alone',
    root: folder,
    folder,
    ports: { emulator, liveKit: 0, mediaUdp: 0 },
    portSettings: { emulator: '', liveKit: '' },
  };
  const keeper = startKeeper();
  const crew = { keeper, joined: () => undefined };
  const service = await startEmulator(instance, crew, keptMiniStack(), AbortSignal.timeout(60_000));
  const client = new DynamoDBClient(awsSettings(instance));
  const tableOf = await createTables(client, capabilities);
  return {
    client,
    store: dynamoStore(client, tableOf),
    tableOf,
    stop: async () => {
      client.destroy();
      await service.stop();
      keeper.close();
      rmSync(folder, { recursive: true });
    },
  };
}
