import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** What the deployed stacks say about themselves; each table adds one more, `Table<Capability>`. */
export const StackOutputs = z.looseObject({
  /** What a browser opens, without a slash at the end. */
  SiteOrigin: z.string(),
  ApiId: z.string(),
  UserPoolId: z.string(),
  UserPoolClientId: z.string(),
  WebBucketName: z.string(),
  SignInDomain: z.string(),
  EvidenceBucketName: z.string(),
  EvidenceKeyId: z.string(),
  ExportsBucketName: z.string(),
  ExportsKeyId: z.string(),
  PapersBucketName: z.string(),
  PapersKeyId: z.string(),
  CustodyKeyId: z.string(),
  LiveKitSecretArn: z.string(),
});
export type StackOutputs = z.infer<typeof StackOutputs>;

/** A local stack that is up: everything that demo data, tests and the development server need. */
export const DeployedStack = z.strictObject({
  instance: z.string(),
  /** The instance's folder; logs are in `logs` below it. */
  folder: z.string(),
  /** What a person opens. Only browsers and curl resolve it: Node asks by `fetchByName`. */
  siteUrl: z.string(),
  /** The same without the slash at the end: the API is asked through the front door; paths begin with /api. */
  apiUrl: z.string(),
  /** The API's own host, past the front door: for the media server's events, and to see that all else is refused there. */
  gatewayUrl: z.string(),
  /** Every emulated AWS service, with the root key below. */
  emulatorUrl: z.string(),
  region: z.string(),
  credentials: z.strictObject({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  /** Where the sign-in page, its token endpoint and the key set are. */
  signInUrl: z.string(),
  liveKit: z.strictObject({
    url: z.string(),
    publicUrl: z.string(),
    apiKey: z.string(),
    apiSecret: z.string(),
    webhookKey: z.string(),
    webhookSecret: z.string(),
  }),
  outputs: StackOutputs,
});
export type DeployedStack = z.infer<typeof DeployedStack>;

/** Reads the stack.json that a running instance keeps in its folder. */
export function readDeployedStack(file: string): DeployedStack {
  return DeployedStack.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The table of a capability, by its folder's name. */
export function tableName(stack: DeployedStack, capability: string): string {
  const key = `Table${capability.charAt(0).toUpperCase()}${capability.slice(1)}`;
  const name = stack.outputs[key];
  if (typeof name !== 'string') throw new Error(`The deployed stack has no output ${key}.`);
  return name;
}

const Guest = z.strictObject({ link: z.string(), pin: z.string() });

const people = z.array(z.strictObject({ role: z.string(), email: z.string(), password: z.string() }));
/** Whom `npm start` can introduce: for the local stack only, with passwords. */
export const DemoSummary = z.strictObject({
  people,
  /** Those of the case of Viet Nam and Cambodia. */
  furtherPeople: people,
  witness: Guest,
  interpreter: Guest,
});
export type DemoSummary = z.infer<typeof DemoSummary>;
