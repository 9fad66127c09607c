/** The CDK app: `npx cdk deploy --all -c stage=<name>`. Run by the CDK command line as said in cdk.json. */
import { enableCompileCache } from 'node:module';

// Loading the CDK is a third of the time of a synthesis; with Node's cache, which only helps what is loaded after it
// is switched on, it is a small part.
enableCompileCache();
await import('./stacks/app.ts');
