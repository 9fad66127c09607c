import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

import type { Capability } from '../constructs/capability.ts';
import type { CodeOf } from '../constructs/capability-bundle.ts';
import type { DeclaredFunction } from '../constructs/declared-function.ts';
import type { ImageOf } from '../constructs/worker-bundle.ts';
import type { Worker } from '../constructs/workers.ts';
import type { StageSettings } from '../stages.ts';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { WebStack } from './web-stack.ts';
import { WorkersStack } from './workers-stack.ts';

interface Parts {
  readonly settings: StageSettings;
  readonly capabilities: readonly Capability[];
  readonly functions: readonly DeclaredFunction[];
  readonly codeOf: CodeOf;
  readonly workers: readonly Worker[];
  readonly imageOf: ImageOf;
  /** Folder of the built pages. Not put up on the emulator, where the deployment of pages does not work. */
  readonly pages: string;
}

/** Puts the whole of saksi into an app: what holds state, what faces the browser, what answers, what goes on for hours. */
export function addSaksi(app: App, parts: Parts) {
  const { settings, capabilities, functions, codeOf, workers, imageOf, pages } = parts;
  const name = `saksi-${settings.name}`;
  const data = new DataStack(app, `${name}-data`, { settings, capabilities });
  const web = new WebStack(app, `${name}-web`, {
    settings,
    data,
    pages: settings.kind === 'emulator' ? undefined : pages,
  });
  const api = new ApiStack(app, `${name}-api`, { settings, functions, workers, codeOf, data, web });
  // The emulator has no machines of its own: there they are processes beside it (local/workers.ts).
  const machines =
    settings.kind === 'emulator'
      ? undefined
      : new WorkersStack(app, `${name}-workers`, {
          settings,
          workers,
          imageOf,
          api,
          apiUrl: web.site.origin,
        });
  // The local variant leaves out what the emulator cannot do, so only what goes to the cloud is judged.
  if (settings.kind !== 'emulator') Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { data, web, api, machines };
}
