import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HeadBucketCommand, NotFound } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { awsEnvironment, LOCAL_ACCOUNT, LOCAL_REGION, s3 } from './aws.ts';
import { run } from './command.ts';
import { StackOutputs } from './deployed-stack.ts';
import { fingerprint } from './fingerprint.ts';
import type { Instance } from './instance.ts';
import { liveKitUrl } from './livekit.ts';
import { Obstacle } from './obstacle.ts';

/** A hash of all that the deployed stacks are made from, the settings given on the command line included. */
export function deploymentFingerprint(instance: Instance): string {
  const sources = ['infra', 'functions', 'cdk.json', 'package-lock.json'];
  return fingerprint(instance.root, sources, context(instance), ['infra/local', 'infra/decisions']);
}

/** Deploys every stack of infra/app.ts to the emulator and answers their outputs. */
export async function deploy(
  instance: Instance,
  signal: AbortSignal,
  say: (detail: string) => void,
): Promise<StackOutputs> {
  if (!(await isBootstrapped(instance))) {
    say('preparing the account');
    // Away from cdk.json, since an account is prepared without looking at the app.
    await cdk(instance, signal, instance.folder, ['bootstrap', `aws://${LOCAL_ACCOUNT}/${LOCAL_REGION}`]);
  }
  say('building the functions and deploying the stacks');
  const outputs = join(instance.folder, 'outputs.json');
  const unasked = ['--require-approval', 'never'];
  await cdk(instance, signal, instance.root, ['deploy', '--all', ...unasked, '--outputs-file', outputs]);
  return readOutputs(outputs);
}

function cdk(instance: Instance, signal: AbortSignal, cwd: string, args: string[]): Promise<void> {
  const settings = context(instance).flatMap((setting) => ['-c', setting]);
  const quiet = [
    '--ci',
    '--no-notices',
    '--no-version-reporting',
    '--output',
    join(instance.folder, 'cdk.out'),
  ];
  return run({
    purpose: `The deployment (cdk ${args[0]})`,
    command: join(instance.root, 'node_modules', '.bin', 'cdk'),
    args: [...args, ...settings, ...quiet],
    cwd,
    env: {
      ...process.env,
      ...awsEnvironment(instance),
      NO_COLOR: '1',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_DISABLE_VERSION_CHECK: 'true',
    },
    logFile: join(instance.folder, 'logs', 'deploy.log'),
    signal,
  });
}

function context(instance: Instance): string[] {
  return ['stage=local', `livekitUrl=${liveKitUrl(instance)}`, `emulatorPort=${instance.ports.emulator}`];
}

async function isBootstrapped(instance: Instance): Promise<boolean> {
  const Bucket = `cdk-hnb659fds-assets-${LOCAL_ACCOUNT}-${LOCAL_REGION}`;
  try {
    await s3(instance).send(new HeadBucketCommand({ Bucket }));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/** The CDK writes outputs by stack; ours have names that are unique over all stacks. */
function readOutputs(file: string): StackOutputs {
  const byStack = z
    .record(z.string(), z.record(z.string(), z.string()))
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const parsed = StackOutputs.safeParse(Object.assign({}, ...Object.values(byStack)));
  if (parsed.success) return parsed.data;
  throw new Obstacle(
    `The deployed stacks lack outputs that the local start needs:\n${z.prettifyError(parsed.error)}`,
  );
}
