import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';

import { discoverCapabilities, discoverFunctions } from '../../infra/constructs/capabilities.ts';
import type { Capability } from '../../infra/constructs/capability.ts';
import type { DeclaredFunction } from '../../infra/constructs/declared-function.ts';
import { imageFolder } from '../../infra/constructs/worker-bundle.ts';
import { discoverWorkers, type Worker } from '../../infra/constructs/workers.ts';
import { addSaksi } from '../../infra/stacks/saksi.ts';
import type { StageSettings } from '../../infra/stages.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
export const fixtureFunctions = join(fixtures, 'functions');
export const realFunctions = join(import.meta.dirname, '..', '..', 'functions');

export interface Synthesised {
  readonly capabilities: readonly Capability[];
  readonly functions: readonly DeclaredFunction[];
  readonly workers: readonly Worker[];
  readonly data: Template;
  readonly web: Template;
  readonly api: Template;
  /** Absent on the emulator. */
  readonly machines: Template | undefined;
  /** What cdk-nag found, as `finding at construct`. */
  readonly findings: readonly string[];
}

/** The templates of a stage. Functions are not bundled: a template says nothing about what is in the bundle. */
export async function synthesise(settings: StageSettings, folder: string): Promise<Synthesised> {
  const capabilities = await discoverCapabilities(folder);
  const functions = await discoverFunctions(folder, capabilities);
  const workers = await discoverWorkers(folder, capabilities);
  const outdir = mkdtempSync(join(tmpdir(), 'saksi-synth-'));
  const cdkJson = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const app = new App({
    outdir,
    context: cdkJson.context,
    builtinCloudFormationValidation: settings.kind !== 'emulator',
  });
  const pages = join(fixtures, 'pages');
  const codeOf = () => Code.fromAsset(pages);
  const imageOf = () => imageFolder;
  const parts = { settings, capabilities, functions, codeOf, workers, imageOf, pages };
  const { data, web, api, machines } = addSaksi(app, parts);
  try {
    const findings = synthAndReport(app, outdir);
    // Read from the files: asking the stacks would judge them again, and throw when there is a finding.
    const template = ({ templateFile }: Stack): Template =>
      Template.fromJSON(
        JSON.parse(readFileSync(join(outdir, templateFile), 'utf8')) as Record<string, unknown>,
      );
    return {
      capabilities,
      functions,
      workers,
      data: template(data),
      web: template(web),
      api: template(api),
      machines: machines === undefined ? undefined : template(machines),
      findings,
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath?: string }[];
    }[];
  }[];
}

/** Writes the templates. CDK throws when the rules find something; the report it leaves says what. */
function synthAndReport(app: App, outdir: string): readonly string[] {
  const file = join(outdir, 'validation-report.json');
  try {
    app.synth();
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
  // Without any rules there is no report.
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} at ${constructPath ?? 'unknown'}`),
    ),
  );
}
