import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { awsSettings, emulatorUrl, LOCAL_REGION, secrets } from './aws.ts';
import { deploy, deploymentFingerprint } from './deploy.ts';
import type { DeployedStack, StackOutputs } from './deployed-stack.ts';
import { startEmulator } from './emulator.ts';
import { completeEvidenceBucket } from './evidence-bucket.ts';
import { completeExportsBucket } from './exports-bucket.ts';
import { completePapersBucket } from './papers-bucket.ts';
import type { Instance } from './instance.ts';
import { liveKitSecret, startLiveKit } from './livekit.ts';
import { recall, remember } from './memory.ts';
import { claimPorts } from './ports.ts';
import { type Crew, type Keeper, type Service, startKeeper } from './processes.ts';
import type { Progress } from './progress.ts';
import { removeRunRecord, settleEarlierRun, writeRunRecord } from './running.ts';
import type { Shutdown } from './shutdown.ts';
import { prepareTools } from './tools.ts';
import { publishWeb, webFingerprint } from './web.ts';
import { startWorkers } from './workers.ts';

export type UpStack = {
  stack: DeployedStack;
  /** Resolves with the service that ended although nobody asked it to. */
  broken: Promise<Service>;
};

type Means = { instance: Instance; progress: Progress; shutdown: Shutdown };

export const stackFile = (instance: Instance) => join(instance.folder, 'stack.json');

/** Brings an instance up, from nothing or from what it kept; what was started is stopped by `shutdown`. */
export async function bringUp(means: Means, options: { fresh: boolean }): Promise<UpStack> {
  const { instance, progress, shutdown } = means;
  const { signal } = shutdown;
  await prepareFolder(means, options.fresh);
  const tools = await progress.step('Servers', (say) => prepareTools({ signal, say }));

  // Again: building the servers takes minutes the first time, and a port may have been taken in between. Whoever
  // answered on it would be taken for our emulator.
  await claimPorts(instance);

  const services: Service[] = [];
  const keeper = startKeeper();
  const joined = (service: Service) => {
    services.push(service);
    writeRunRecord(
      instance,
      services.map(({ pid }) => pid),
    );
  };
  const crew: Crew = { keeper, joined };
  shutdown.onEnd(() => stopServices(means, keeper, services));
  writeRunRecord(instance, []);

  await progress.step('Local AWS', async (say) => {
    say(`port ${instance.ports.emulator}`);
    await startEmulator(instance, crew, tools.miniStackPython, signal);
  });
  const outputs = await deployIfChanged(means);
  const stack = describe(instance, outputs);
  await progress.step('Video server', async (say) => {
    say(`port ${instance.ports.liveKit}`);
    const SecretString = JSON.stringify(stack.liveKit);
    await secrets(instance).send(
      new PutSecretValueCommand({ SecretId: outputs.LiveKitSecretArn, SecretString }),
    );
    await startLiveKit(instance, crew, tools.liveKitServer, stack.gatewayUrl, signal);
  });
  await progress.step('Media worker', () => startWorkers(instance, crew, stack));
  await publishIfChanged(means, stack);
  writeFileSync(stackFile(instance), JSON.stringify(stack, null, 2), { mode: 0o600 });
  return { stack, broken: Promise.race(services.map((service) => service.ended.then(() => service))) };
}

async function prepareFolder({ instance, progress }: Means, fresh: boolean): Promise<void> {
  const before = await settleEarlierRun(instance);
  if (before === 'unclean' && !fresh) {
    progress.say('  The last run did not end by itself; some of what was done in it may be lost.');
  }
  await claimPorts(instance);
  if (fresh && existsSync(instance.folder)) rmSync(instance.folder, { recursive: true });
  mkdirSync(join(instance.folder, 'logs'), { recursive: true, mode: 0o700 });
}

async function deployIfChanged({ instance, progress, shutdown }: Means): Promise<StackOutputs> {
  return progress.step('Stacks', async (say) => {
    const memory = await recall(instance);
    const fingerprint = deploymentFingerprint(instance);
    if (memory.deployed?.fingerprint === fingerprint) {
      say('unchanged');
      return memory.deployed.outputs;
    }
    const outputs = await deploy(instance, shutdown.signal, say);
    await completeEvidenceBucket(instance, outputs);
    await completeExportsBucket(instance, outputs);
    await completePapersBucket(instance, outputs);
    await remember(instance, { ...memory, deployed: { fingerprint, outputs } });
    say('deployed');
    return outputs;
  });
}

async function publishIfChanged(
  { instance, progress, shutdown }: Means,
  stack: DeployedStack,
): Promise<void> {
  await progress.step('Pages', async (say) => {
    const memory = await recall(instance);
    const web = webFingerprint(instance, stack);
    if (memory.web === web) return say('unchanged');
    say('building');
    await publishWeb(instance, stack, shutdown.signal);
    await remember(instance, { ...memory, web });
    say('built and uploaded');
  });
}

function describe(instance: Instance, outputs: StackOutputs): DeployedStack {
  return {
    instance: instance.name,
    folder: instance.folder,
    siteUrl: `${outputs.SiteOrigin}/`,
    apiUrl: outputs.SiteOrigin,
    gatewayUrl: `${emulatorUrl(instance)}/_aws/execute-api/${outputs.ApiId}`,
    emulatorUrl: emulatorUrl(instance),
    region: LOCAL_REGION,
    credentials: awsSettings(instance).credentials,
    signInUrl: outputs.SignInDomain,
    liveKit: liveKitSecret(instance),
    outputs,
  };
}

/** Workers first, which leave their rooms; then LiveKit: its last webhooks should still find the API. The emulator saves its state as it stops. */
async function stopServices(
  { instance, progress }: Means,
  keeper: Keeper,
  services: Service[],
): Promise<void> {
  await progress.step('Stopping', async () => {
    for (const service of services.toReversed()) await service.stop();
  });
  keeper.close();
  removeRunRecord(instance);
}
