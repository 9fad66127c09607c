import { type DeployedStack, readDeployedStack } from '../../infra/local/deployed-stack.ts';

/** The deployed stack that this test run is about; `npm test` brings it up and says where it is written down. */
export function deployedStack(): DeployedStack {
  const file = process.env['SAKSI_STACK'];
  if (!file) throw new Error('No stack is up: run this test with npm test, which sets SAKSI_STACK.');
  return readDeployedStack(file);
}

/** The Chromium that `npm test` found or installed. */
export function chromiumPath(): string {
  const path = process.env['SAKSI_CHROMIUM'];
  if (!path)
    throw new Error('No Chromium was prepared: run this test with npm test, which sets SAKSI_CHROMIUM.');
  return path;
}
