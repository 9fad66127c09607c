import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { toolsFolder } from '../../infra/local/prerequisites.mjs';
import { dynamoStore } from '../../functions/shared/store/dynamo.ts';
import { createTables, freePort, type OwnTables } from './own-tables.ts';

/** Amazon's own DynamoDB for one machine: another program than the emulator, with other faults. */
const version = '3.3.1';
const mainClass = 'software.amazon.dynamodb.services.local.main.ServerRunner';

/** What is missing to run it, as a sentence; undefined where nothing is. It needs Java 17 or newer, and Maven to fetch it. */
export function whatIsMissing(): string | undefined {
  const told = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(\d+)/.exec(told.stderr ?? '')?.[1] ?? 0);
  if (major < 17) return 'Java 17 or newer was not found';
  if (existsSync(kept())) return undefined;
  const maven = spawnSync('mvn', ['-version'], { encoding: 'utf8' });
  return maven.status === 0 ? undefined : 'Maven was not found';
}

const kept = (): string => join(toolsFolder(), `dynamodb-local-${version}`);

/** Fetches it once; made under another name and renamed at the end, so that half a download is never taken for it. */
function fetched(): string {
  const final = kept();
  if (existsSync(final)) return final;
  const unfinished = `${final}.unfinished-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'pom.xml'), pom);
  execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], {
    cwd: unfinished,
  });
  try {
    renameSync(unfinished, final);
  } catch (error) {
    if (!existsSync(final)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return final;
}

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>saksi</groupId>
  <artifactId>dynamodb-local</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>software.amazon.dynamodb</groupId>
      <artifactId>DynamoDBLocal</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;

/** Starts it with empty tables for these capabilities, all in memory, on a port that nobody has. */
export async function startDynamoDbLocal(capabilities: readonly string[]): Promise<OwnTables> {
  const folder = fetched();
  const lib = join(folder, 'lib');
  const port = await freePort();
  const child = spawn(
    'java',
    [
      `-Djava.library.path=${lib}`,
      '-cp',
      join(lib, '*'),
      mainClass,
      '-inMemory',
      '-sharedDb',
      '-port',
      String(port),
    ],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, AWS_REGION: 'eu-central-1' } },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  // Also where the test run is broken off.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await answering(client, () => child.exitCode !== null);
  const tableOf = await createTables(client, capabilities);
  return {
    client,
    store: dynamoStore(client, tableOf),
    tableOf,
    stop: async () => {
      process.removeListener('exit', kill);
      client.destroy();
      child.kill();
      await ended;
    },
  };
}

/** @throws Error where it ended, or does not answer within half a minute */
async function answering(client: DynamoDBClient, ended: () => boolean): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (ended()) throw new Error('DynamoDB Local ended at once.');
    const answer = await client.send(new ListTablesCommand({})).then(
      () => true,
      () => false,
    );
    if (answer) return;
    await wait(200);
  }
  throw new Error('DynamoDB Local does not answer.');
}
