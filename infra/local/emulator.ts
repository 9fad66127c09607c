import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { emulatorUrl, LOCAL_ACCOUNT, LOCAL_REGION } from './aws.ts';
import type { Instance } from './instance.ts';
import { type Crew, launch, type Service, untilReady } from './processes.ts';

/** Starts MiniStack with IAM enforced, on loopback only, its state in the instance's folder. */
export async function startEmulator(
  instance: Instance,
  crew: Crew,
  python: string,
  signal: AbortSignal,
): Promise<Service> {
  const place = (name: string) => join(instance.folder, 'emulator', name);
  // Lambda workers leave folders here when they are killed.
  rmSync(place('tmp'), { recursive: true, force: true });
  for (const name of ['tmp', 'home', 'state', 's3']) mkdirSync(place(name), { recursive: true, mode: 0o700 });
  // Functions are unpacked below; without a package.json of their own they would be taken for parts of our modules.
  writeFileSync(place('package.json'), '{}');
  const service = await launch(crew, {
    name: 'The AWS emulator',
    command: python,
    args: [join(instance.root, 'infra', 'local', 'emulator.py')],
    cwd: place('home'),
    env: emulatorEnvironment(instance, place),
    logFile: join(instance.folder, 'logs', 'emulator.log'),
  });
  await untilReady(service, () => answers(`${emulatorUrl(instance)}/_ministack/ready`), signal);
  return service;
}

/** A clean one: the emulated functions inherit it. They run on the first `node` of its PATH, which has to be 24. */
function emulatorEnvironment(instance: Instance, place: (name: string) => string): Record<string, string> {
  return {
    PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: place('home'),
    TMPDIR: place('tmp'),
    LANG: 'C.UTF-8',
    LOG_LEVEL: 'INFO',
    GATEWAY_PORT: String(instance.ports.emulator),
    BIND_HOST: '127.0.0.1',
    MINISTACK_ACCOUNT_ID: LOCAL_ACCOUNT,
    MINISTACK_REGION: LOCAL_REGION,
    AUTH: 'true',
    PERSIST_STATE: '1',
    STATE_DIR: place('state'),
    S3_PERSIST: '1',
    S3_DATA_DIR: place('s3'),
    IOT_MTLS_ENABLED: '0',
    // A failing token trigger must fail the sign-in, as it does on AWS.
    MINISTACK_COGNITO_PRETOKEN_STRICT: '1',
  };
}

/** Whether an address answers with success; a refused connection is an answer too: not yet. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch (error) {
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
      return false;
    throw error;
  }
}
