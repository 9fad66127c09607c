/** The CDK app: `npx cdk deploy --all -c stage=<name>`. Run by the CDK command line as said in cdk.json. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App } from 'aws-cdk-lib';

import { bundleCapabilities } from './constructs/capability-bundle.ts';
import { discoverCapabilities, discoverFunctions } from './constructs/capabilities.ts';
import { bundleWorkers } from './constructs/worker-bundle.ts';
import { discoverWorkers } from './constructs/workers.ts';
import { stageSettings } from './stages.ts';
import { addSaksi } from './stacks/saksi.ts';

const root = join(import.meta.dirname, '..');
const app = new App();
const context = (key: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(key);
  return typeof value === 'string' ? value : undefined;
};

const stage = context('stage');
if (stage === undefined) throw new Error('Say which stage: -c stage=<name> (see infra/stages.ts).');
const settings = stageSettings(stage, {
  livekitUrl: context('livekitUrl'),
  emulatorPort: context('emulatorPort'),
});

// Judging the templates takes two thirds of a synthesis. What goes to the cloud is judged (and by the tests, each
// time); the emulator has rules of its own.
if (settings.kind === 'emulator') process.env['CDK_VALIDATION'] = 'false';

const folder = context('functions') ?? join(root, 'functions');
const capabilities = await discoverCapabilities(folder);
const functions = await discoverFunctions(folder, capabilities);
const workers = await discoverWorkers(folder, capabilities);
const bundles = mkdtempSync(join(tmpdir(), 'saksi-bundles-'));
try {
  const codeOf = await bundleCapabilities(capabilities, bundles);
  const imageOf = await bundleWorkers(settings.kind === 'emulator' ? [] : workers, join(bundles, 'workers'));
  const pages = join(root, 'web', 'dist');
  addSaksi(app, { settings, capabilities, functions, codeOf, workers, imageOf, pages });
  app.synth();
} finally {
  rmSync(bundles, { recursive: true });
}
