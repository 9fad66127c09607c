/**
 * What one capability's Lambda may do, declared beside the code that needs it (`functions/<capability>/role.ts`).
 * The CDK app reads these declarations and grants exactly this, so a missing grant fails on the emulator and a
 * surplus one shows in the grants test. Pure data: no import from AWS here.
 */

/** DynamoDB actions a role may be granted. A transaction is checked item by item; it has no action of its own. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

export interface CapabilityRole {
  /** One sentence for the person an alarm wakes: who is hurt, and how, when this function fails. */
  readonly whenThisFails: string;
  /** Rights per table, keyed by the capability that owns the table. The key `own` is this capability's table. */
  readonly tables: Readonly<Record<string, readonly TableAction[]>> & { readonly own: readonly TableAction[] };
  /** Tables (by owning capability; `own` allowed) whose stream invokes this function. */
  readonly follows?: readonly string[];
  /** Minutes between invocations by the repairing sweep; absent means none. */
  readonly sweepEveryMinutes?: number;
  /** May sign custody checkpoints with the stage's Ed25519 key. */
  readonly signsCheckpoints?: boolean;
  /** Rights in the evidence bucket (Object Lock). */
  readonly evidence?: readonly ('PutObject' | 'GetObject')[];
  /** May read the media server's API keys. */
  readonly readsMediaKeys?: boolean;
}
