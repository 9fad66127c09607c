/**
 * The typed settings of each stage. A stage is the same app with other settings: nothing is looked up in an account,
 * so the same commit gives the same template everywhere.
 */
import * as z from 'zod';

import type { Urgency } from '../functions/shared/http/contract.ts';
import { dueRules, usualDueRules } from '../functions/notices/due-rules.ts';

/** Days for which CloudWatch keeps a log. CloudWatch takes a fixed list of values; these are the ones we use. */
const logDays = z.union([z.literal(1), z.literal(7), z.literal(90), z.literal(365), z.literal(3653)]);

const stageShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,19}$/),
  /** `production` refuses unsafe settings (see `checkStage`); `emulator` runs on one machine for one developer. */
  kind: z.enum(['production', 'emulator']),
  region: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/),
  /** The public name of the site. Absent only on the emulator, where CloudFront's own name is used. */
  site: z
    .strictObject({ domainName: z.hostname(), certificateArn: z.string().startsWith('arn:') })
    .optional(),
  /** A WAF web ACL (scope CLOUDFRONT) put in front of the site. Absent only on the emulator, which has none. */
  webAclArn: z.string().startsWith('arn:').optional(),
  /** Which of the two keys CloudFront shows to the API; SECURITY.md says how they are changed. */
  frontDoorKey: z.enum(['one', 'other']),
  signIn: z.strictObject({
    mfa: z.enum(['required', 'off']),
    /** First label of the hosted sign-in page's host name; unique in its region among all AWS customers. */
    domainPrefix: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
    /** For how many minutes after a sign-in an export or an invitation is made without another. */
    freshMinutes: z.int().min(1).max(720),
    /** Lets a program trade a password for tokens (ADMIN_USER_PASSWORD_AUTH): for tests, never for people. */
    passwordsByProgram: z.boolean(),
  }),
  media: z.strictObject({
    /** Where browsers reach LiveKit (wss:// in the cloud). */
    publicUrl: z.url({ protocol: /^wss?$/ }),
  }),
  mail: z.strictObject({
    /** From where people are told of their sessions. Its domain becomes an identity of the mail service. */
    from: z.email(),
    /** Which reminders there are, and when what is missing is chased. */
    due: dueRules,
  }),
  /**
   * Requests that a function answers at once, by its urgency: kept for it and for nobody else, and no more than that.
   * Absent only on the emulator, which has no such limits.
   */
  capacity: z
    .strictObject({
      /** What the account may run at once in this region, in all; AWS raises it on request. */
      account: z.int(),
      stopping: z.int(),
      entering: z.int(),
      knocking: z.int(),
    })
    .optional(),
  evidence: z.strictObject({
    /** `compliance`: nobody, the account's root included, can delete before the time is over. */
    lock: z.enum(['compliance', 'governance']),
    lockDays: z.int().min(1).max(36_500),
  }),
  /** Origin line of every custody log: fixed for the life of the logs, and names no person, place or case. */
  logOrigin: z.string().regex(/^[a-z0-9.-]+\/[a-z0-9/-]+$/),
  logDays,
  /** What happens to stateful resources when a stack is deleted. */
  onRemoval: z.enum(['retain', 'destroy']),
  /** Who is woken by an alarm. */
  alarmEmail: z.email().optional(),
  /** Set on the emulator only: the port on which it answers. */
  emulatorPort: z.int().min(1).max(65_535).optional(),
});

export type StageSettings = Readonly<z.infer<typeof stageShape>>;

/** What the command line may say about the local stage: `-c livekitUrl=… -c emulatorPort=…`. */
export interface LocalChoices {
  readonly livekitUrl?: string | undefined;
  readonly emulatorPort?: string | undefined;
}

/**
 * Settings of one stage.
 * @throws Error with one sentence when the name is unknown or the settings are out of shape or unsafe.
 */
export function stageSettings(name: string, local: LocalChoices = {}): StageSettings {
  const stage = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (stage === undefined)
    throw new Error(
      `There is no stage "${name}". Stages in infra/stages.ts: ${Object.keys(stages).join(', ')}.`,
    );
  const parsed = stageShape.safeParse({ name, ...stage(local) });
  if (!parsed.success) throw new Error(`Stage "${name}" is out of shape:\n${z.prettifyError(parsed.error)}`);
  const faults = checkStage(parsed.data);
  if (faults.length > 0) throw new Error(`Stage "${name}" is not safe to deploy.\n${faults.join('\n')}`);
  return parsed.data;
}

/** What makes a stage unfit for real people, each as a sentence that says what to change. Empty when it is fit. */
export function checkStage(settings: StageSettings): string[] {
  if (settings.kind === 'emulator') {
    return settings.emulatorPort === undefined
      ? ['Give emulatorPort: the port on which the emulator answers.']
      : [];
  }
  const rules: readonly [boolean, string][] = [
    [settings.alarmEmail === undefined, 'Give alarmEmail: an alarm that reaches nobody protects nobody.'],
    [
      settings.signIn.mfa !== 'required',
      "Set signIn.mfa to 'required': staff accounts open protected cases.",
    ],
    [
      settings.signIn.freshMinutes > 15,
      'Set signIn.freshMinutes to 15 or less: whoever finds a desk unattended must not take a log away.',
    ],
    [
      settings.signIn.passwordsByProgram,
      'Set signIn.passwordsByProgram to false: it goes round the sign-in page.',
    ],
    [
      settings.site === undefined,
      'Give site: without an own certificate CloudFront accepts old TLS versions.',
    ],
    [
      settings.webAclArn === undefined,
      'Give webAclArn: without a web ACL nothing stands before a flood of requests.',
    ],
    [
      !settings.media.publicUrl.startsWith('wss://'),
      'Give media.publicUrl as wss://: media keys travel on it.',
    ],
    [isLoopback(settings.media.publicUrl), 'Give media.publicUrl of a server that others can reach.'],
    [
      settings.capacity === undefined,
      'Give capacity: without its own, a pause waits behind a flood of anything else.',
    ],
    [
      (settings.capacity?.stopping ?? 10) < 10,
      'Set capacity.stopping to 10 or more: a region where several sessions stop at once must not wait.',
    ],
    [
      Math.min(settings.capacity?.entering ?? 10, settings.capacity?.knocking ?? 10) < 10,
      'Set capacity.entering and capacity.knocking to 10 or more: sessions begin at the full hour, all at once.',
    ],
    [settings.evidence.lock !== 'compliance', "Set evidence.lock to 'compliance': governance can be lifted."],
    [settings.evidence.lockDays < 365, 'Set evidence.lockDays to 365 or more: appeals come late.'],
    [settings.onRemoval !== 'retain', "Set onRemoval to 'retain': a deleted stack must not delete evidence."],
    [settings.logDays < 365, 'Set logDays to 365 or more.'],
    [settings.emulatorPort !== undefined, 'Leave emulatorPort out: it is for the local stage.'],
  ];
  return rules.filter(([broken]) => broken).map(([, sentence]) => sentence);
}

/** Left to all functions without capacity of their own; AWS reserves nothing of the last hundred. */
const unreserved = 100;

/** @throws Error with one sentence when the account cannot keep what the functions are to have */
export function assertCapacity(
  { name, capacity }: Pick<StageSettings, 'name' | 'capacity'>,
  functions: readonly { readonly urgency: Urgency | undefined }[],
): void {
  if (capacity === undefined) return;
  const reserved = functions.reduce(
    (sum, { urgency }) => sum + (urgency === undefined ? 0 : capacity[urgency]),
    0,
  );
  if (reserved + unreserved > capacity.account)
    throw new Error(
      `Stage "${name}" keeps ${reserved} requests at once for urgent functions and must leave ${unreserved} to the ` +
        `others, but capacity.account is ${capacity.account}: ask AWS for more, or keep less.`,
    );
}

function isLoopback(url: string): boolean {
  const host = new URL(url).hostname;
  return host === 'localhost' || host.startsWith('127.') || host === '[::1]' || host.endsWith('.localhost');
}

/** Every stage. Add one for your own deployment here; `example` shows what a production stage must say. */
const stages: Readonly<Record<string, (local: LocalChoices) => Omit<StageSettings, 'name'>>> = {
  example: () => ({
    kind: 'production',
    region: 'ap-southeast-1',
    site: {
      domainName: 'hearings.example.org',
      // CloudFront reads certificates from us-east-1 only.
      certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
    },
    webAclArn:
      'arn:aws:wafv2:us-east-1:111122223333:global/webacl/hearings/00000000-0000-4000-8000-000000000000',
    frontDoorKey: 'one',
    signIn: { mfa: 'required', domainPrefix: 'saksi-example', freshMinutes: 5, passwordsByProgram: false },
    media: { publicUrl: 'wss://media.example.org' },
    mail: { from: 'appointments@hearings.example.org', due: usualDueRules },
    // A pause takes a fifth of a second, so fifty at once are more than 200 a second.
    capacity: { account: 1000, stopping: 50, entering: 200, knocking: 100 },
    evidence: { lock: 'compliance', lockDays: 3650 },
    logOrigin: 'hearings.example.org/custody',
    logDays: 3653,
    onRemoval: 'retain',
    alarmEmail: 'on-call@example.org',
  }),
  local: ({ livekitUrl = 'ws://127.0.0.1:7880', emulatorPort = '4566' }) => ({
    kind: 'emulator',
    region: 'us-east-1',
    frontDoorKey: 'one',
    signIn: { mfa: 'off', domainPrefix: 'saksi-local', freshMinutes: 15, passwordsByProgram: true },
    media: { publicUrl: livekitUrl },
    mail: { from: 'appointments@saksi.localhost', due: usualDueRules },
    evidence: { lock: 'compliance', lockDays: 1 },
    logOrigin: 'saksi.localhost/custody',
    logDays: 7,
    onRemoval: 'destroy',
    emulatorPort: Number(emulatorPort),
  }),
};
