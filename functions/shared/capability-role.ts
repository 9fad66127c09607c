import type { Urgency } from './http/contract.ts';
import type { LogEvents } from './log.ts';

/**
 * What one capability's Lambda may do, declared beside the code that needs it (`functions/<capability>/role.ts`).
 * The CDK app reads these declarations and grants exactly this, so a missing grant fails on the emulator and a
 * surplus one shows in the grants test. Pure data: no import from AWS here.
 */

/**
 * DynamoDB actions a role may be granted: those that the store sends (`shared/store`), and no others. A transaction is
 * checked item by item and has no action of its own; one key alone is read like many.
 */
export type TableAction =
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

/** A global secondary index of a capability's own table. Key attributes are strings. */
export interface TableIndex {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** What the index holds of an item; `keys` unless told, so that an index never spreads data unasked. */
  readonly holds?: 'keys' | 'all';
}

/** What any function may be given, whoever calls it. */
export interface FunctionRole {
  /** One sentence for the person an alarm wakes: who is hurt, and how, when this function fails. */
  readonly whenThisFails: string;
  /** Rights per table, keyed by the capability that owns the table. The key `own` is this capability's table. */
  readonly tables: Readonly<Record<string, readonly TableAction[]>> & {
    readonly own: readonly TableAction[];
  };
  /**
   * Rights per further table of this capability, by a name that no folder of `functions/` has: the store knows the table
   * by that name, it has a key of its own, and no other role can name it.
   */
  readonly furtherTables?: Readonly<Record<string, readonly TableAction[]>>;
  /**
   * What it does with the sockets of pages: `connect`, it is asked when one opens, and one function in all is; `tell`, it
   * may send to them; `close`, it may close them.
   */
  readonly pageSockets?: readonly ('connect' | 'tell' | 'close')[];
  /** May read the media server's API keys. */
  readonly readsMediaKeys?: boolean;
  /** Workers to whose queues it may send tasks; it takes none from there. It is told each one's address as `QUEUE_<NAME>`. */
  readonly sendsTasksTo?: readonly string[];
  /**
   * Log events (the `event` field of a log line) of which a single one wakes somebody, each with the sentence that
   * person reads; beside those of every function, which `function-alarms.ts` names.
   */
  readonly alarmsOn?: Readonly<Partial<Record<keyof LogEvents, string>>>;
}

/** What a capability's ordinary function may do, and beside it those that its urgent routes need. */
export interface CapabilityRole extends FunctionRole {
  /** One for each urgency that a route of its contract names, and no other; each holds what its own routes use. */
  readonly functions?: Readonly<Partial<Record<Urgency, FunctionRole>>>;
  /** Indexes of the own table; each may be queried by this function and by no other. */
  readonly indexes?: readonly TableIndex[];
  /** Tables (by owning capability; `own` allowed) whose stream invokes this function. */
  readonly follows?: readonly string[];
  /** Minutes between invocations by the repairing sweep; absent means none. */
  readonly sweepEveryMinutes?: number;
  /** May sign custody checkpoints with the stage's Ed25519 key. */
  readonly signsCheckpoints?: boolean;
  /** Rights in the evidence bucket (Object Lock). */
  readonly evidence?: readonly ('PutObject' | 'GetObject')[];
  /** May write files, part by part, into the bucket from which people fetch them within the day, and read them. */
  readonly handsOutFiles?: boolean;
  /**
   * May keep files that people hand in, and what is made of them, in the bucket of papers, below its own name and nowhere else.
   * What draws their pages (`shared/paper`) lies beside its code.
   */
  readonly keepsPapers?: boolean;
  /** May send mail from the stage's address, and from no other. */
  readonly sendsMail?: boolean;
  /** May make, read, shut and open accounts of the user pool, and of no other; one capability does. */
  readonly keepsAccounts?: boolean;
  /** May have itself woken at instants of its own choice, and take that back; nothing else can be woken by it. */
  readonly schedulesItself?: boolean;
  /** May have itself woken to the second, within a quarter of an hour; nothing else can be woken by it. The scheduler knows minutes alone. */
  readonly wakesItself?: boolean;
  /** May send text messages to telephones, and publish to no topic. */
  readonly sendsTexts?: boolean;
}

/**
 * What one capability's worker may do, declared beside it (`functions/<capability>/worker.ts`): it takes tasks from its own
 * queue and asks the API like anybody else, by what a task gives it. It has no table, and reads no secret of ours.
 */
export interface WorkerRole extends Pick<FunctionRole, 'whenThisFails' | 'alarmsOn'> {
  /** How many tasks one machine has at once, each in a process of its own. */
  readonly tasksAtOnce: number;
}
