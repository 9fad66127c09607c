import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  EventSourceMapping,
  Function,
  Runtime,
  StartingPosition,
  type Code,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { acknowledge } from './acknowledge.ts';
import type { CapabilityTable } from './capability-table.ts';
import type { DeclaredFunction } from './declared-function.ts';
import type { Wake } from './alarm-on.ts';
import type { EvidenceBucket } from './evidence-bucket.ts';
import type { ExportsBucket } from './exports-bucket.ts';
import { FunctionAlarms } from './function-alarms.ts';
import { logRetention } from './log-retention.ts';
import type { PageSockets } from './page-sockets.ts';
import { keptPapersPrefix, unfinishedPapersPrefix } from './papers-kept.ts';
import type { PapersBucket } from './papers-bucket.ts';

/** No account is ever deleted, nor its password set or its second factor taken away: that is the deployer's. */
const accountActions = [
  'AdminCreateUser',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminGetUser',
  'AdminUserGlobalSignOut',
].map((action) => `cognito-idp:${action}`);

interface CapabilityFunctionProps {
  readonly settings: StageSettings;
  readonly declared: DeclaredFunction;
  readonly code: Code;
  readonly data: DataStack;
  /** Facts every function is told, whatever its role. */
  readonly environment: Readonly<Record<string, string>>;
  /** Of the secrets that hold the keys of the front door, which every function reads. */
  readonly frontDoorArns: readonly string[];
  readonly sockets: PageSockets;
  /** A worker's tasks. */
  readonly queueOf: (worker: string) => Queue;
  readonly wake: Wake;
}

/** One function of a capability with a role that holds exactly what `role.ts` declares for it, its log, alarms and wakers. */
export class CapabilityFunction extends Construct {
  readonly handler: Function;
  readonly #role: Role;
  readonly #props: CapabilityFunctionProps;

  constructor(scope: Construct, id: string, props: CapabilityFunctionProps) {
    super(scope, id);
    this.#props = props;
    const { settings, declared } = props;
    const { capability, urgency, role } = declared;
    const logGroup = new LogGroup(this, 'Log', {
      retention: logRetention(settings),
      removalPolicy: settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.#allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn);
    this.handler = new Function(this, 'Function', {
      description: `saksi ${settings.name}: ${capability.name}${urgency === undefined ? '' : `, ${urgency}`}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      // The share of a processor goes by memory, and this is one whole: what takes long here (a search, a cold start) is
      // bound by the processor and not by memory, so it costs about the same and is done sooner.
      memorySize: 1769,
      timeout: Duration.seconds(15),
      role: this.#role,
      logGroup,
      // Kept for this function alone: whatever floods another one cannot take it. The emulator does not read it.
      ...(urgency === undefined || settings.capacity === undefined
        ? {}
        : { reservedConcurrentExecutions: settings.capacity[urgency] }),
      environment: { STAGE: settings.name, URGENCY: urgency ?? 'ordinary', ...props.environment },
    });
    this.#grantTables();
    this.#grantFrontDoor();
    this.#grantSharedParts();
    this.#grantSockets();
    this.#grantTasks();
    this.#grantMail();
    this.#grantSchedules();
    this.#grantOwnQueue();
    this.#grantTexts();
    // The role's policy must be there before the first invocation, not only before the function is called complete.
    this.handler.node.addDependency(this.#role);
    const failures = this.#followStreams();
    this.#sweep();
    if (urgency === 'stopping') this.#keepWarm();
    new FunctionAlarms(this, 'Alarms', {
      handler: this.handler,
      logGroup,
      failures,
      role,
      wake: props.wake,
    });
  }

  #tableOf(owner: string): CapabilityTable {
    return this.#props.data.tableOf(owner === 'own' ? this.#props.declared.capability.name : owner);
  }

  #grantTables(): void {
    const { capability, role } = this.#props.declared;
    const keys: string[] = [];
    const { tables, furtherTables = {} } = role;
    for (const [owner, actions] of [...Object.entries(tables), ...Object.entries(furtherTables)]) {
      const { table, key } = this.#tableOf(owner);
      const name = owner === 'own' ? capability.name : owner;
      this.handler.addEnvironment(`TABLE_${name.toUpperCase()}`, table.tableName);
      if (owner === 'own') this.handler.addEnvironment('TABLE_OWN', table.tableName);
      if (actions.length === 0) continue;
      this.#allow(
        actions.map((action) => `dynamodb:${action}`),
        table.tableArn,
      );
      keys.push(key.keyArn);
    }
    if (keys.length > 0) this.#allowTableKeys(keys);
    for (const { name } of role.indexes ?? [])
      this.#allow(['dynamodb:Query'], `${this.#tableOf('own').table.tableArn}/index/${name}`);
  }

  /** DynamoDB opens a table's key in the caller's name; the condition keeps the keys from any other use. */
  #allowTableKeys(resources: string[]): void {
    const { region } = Stack.of(this);
    this.#role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
        resources,
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
      }),
    );
  }

  #grantFrontDoor(): void {
    const { frontDoorArns } = this.#props;
    for (const arn of frontDoorArns) this.#allow(['secretsmanager:GetSecretValue'], arn);
    this.handler.addEnvironment('FRONT_DOOR_ARNS', frontDoorArns.join(' '));
  }

  #grantSharedParts(): void {
    const {
      data,
      declared: { role },
    } = this.#props;
    if (role.signsCheckpoints) {
      this.#allow(['kms:Sign', 'kms:GetPublicKey'], data.custodyKey.keyArn);
      this.handler.addEnvironment('CUSTODY_KEY_ID', data.custodyKey.keyId);
    }
    if (role.keepsAccounts) this.#allow(accountActions, data.accounts.pool.userPoolArn);
    if (role.readsMediaKeys) {
      this.#allow(['secretsmanager:GetSecretValue'], data.mediaKeysArn);
      this.handler.addEnvironment('LIVEKIT_SECRET_ARN', data.mediaKeysArn);
    }
    if (role.evidence !== undefined && role.evidence.length > 0) {
      this.#allowObjects(data.evidence, role.evidence);
      this.handler.addEnvironment('EVIDENCE_BUCKET', data.evidence.bucket.bucketName);
    }
    if (role.handsOutFiles) {
      // Who fetches a file does so by an address that this function signed, and so in its name.
      this.#allowObjects(data.exports, ['PutObject', 'GetObject', 'ListMultipartUploadParts']);
      this.handler.addEnvironment('EXPORTS_BUCKET', data.exports.bucket.bucketName);
    }
    if (role.keepsPapers) {
      const { name } = this.#props.declared.capability;
      const own = [unfinishedPapersPrefix, keptPapersPrefix].map((prefix) => `${prefix}${name}/`);
      this.#allowObjects(data.papers, ['PutObject', 'GetObject'], own);
      this.handler.addEnvironment('PAPERS_BUCKET', data.papers.bucket.bucketName);
    }
  }

  /** On the sockets of pages, and those of no other API. */
  #grantSockets(): void {
    const { declared, sockets } = this.#props;
    const methods = { tell: 'POST', close: 'DELETE' } as const;
    for (const does of declared.role.pageSockets ?? []) {
      if (does === 'connect') continue;
      const connections = sockets.connections(methods[does]);
      const { partition, region, account } = Stack.of(this);
      const place = `${partition}:execute-api:${region}:${account}`;
      this.#allow(['execute-api:ManageConnections'], `arn:${place}:${sockets.api.apiId}/${connections}`);
      const named = `<AWS::Partition>:execute-api:${region}:<AWS::AccountId>`;
      const api = importedAs(sockets.api.apiId, Stack.of(sockets));
      acknowledge(this.#role, {
        [`IAM5[Resource::arn:${named}:${api}/${connections}]`]:
          'The names of connections are not known beforehand.',
      });
    }
  }

  #grantTasks(): void {
    const { declared, queueOf } = this.#props;
    for (const worker of declared.role.sendsTasksTo ?? []) {
      const queue = queueOf(worker);
      this.#allow(['sqs:SendMessage'], queue.queueArn);
      this.handler.addEnvironment(`QUEUE_${worker.toUpperCase()}`, queue.queueUrl);
    }
  }

  #allowObjects(
    { bucket, key }: EvidenceBucket | ExportsBucket | PapersBucket,
    actions: readonly string[],
    below: readonly string[] = [''],
  ): void {
    for (const place of below)
      this.#allow(
        actions.map((action) => `s3:${action}`),
        bucket.arnForObjects(`${place}*`),
      );
    this.#allow(
      actions.includes('PutObject') ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'],
      key.keyArn,
    );
    for (const place of below)
      acknowledge(this.#role, {
        [`IAM5[Resource::${importedAs(bucket.bucketArn, this.#props.data)}/${place}*]`]:
          'The names of objects are not known beforehand.',
      });
  }

  /** Two actions, since the mail service asks for the second where the message is handed over whole. */
  #grantMail(): void {
    const { declared, data, settings } = this.#props;
    const { capability, role } = declared;
    if (!role.sendsMail) return;
    const { from, due } = settings.mail;
    const { partition, region, account } = Stack.of(this);
    const set = data.mailSet.configurationSetName;
    this.#role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        // The emulator takes a message for one from anywhere, does not know this key, and a condition on a key that it
        // does not know never holds.
        resources:
          settings.kind === 'emulator'
            ? ['*']
            : [
                data.mail.emailIdentityArn,
                `arn:${partition}:ses:${region}:${account}:configuration-set/${set}`,
              ],
        ...(settings.kind === 'emulator'
          ? {}
          : { conditions: { StringEquals: { 'ses:FromAddress': from } } }),
      }),
    );
    new Rule(this, 'MailNews', {
      description: `saksi ${settings.name}: what came back of the mail of ${capability.name}`,
      eventPattern: { source: ['aws.ses'], detail: { mail: { tags: { 'ses:configuration-set': [set] } } } },
      targets: [new LambdaFunction(this.handler)],
    });
    this.handler.addEnvironment('MAIL_FROM', from);
    this.handler.addEnvironment('MAIL_SET', set);
    this.handler.addEnvironment('DUE_RULES', JSON.stringify(due));
  }

  /** The scheduler wakes this function and no other: by a role that may do that alone, and that only this one may pass on. */
  #grantSchedules(): void {
    const { declared, settings } = this.#props;
    if (!declared.role.schedulesItself) return;
    const { partition, region, account } = Stack.of(this);
    const group = new CfnScheduleGroup(this, 'Schedules');
    const wakes = new Role(this, 'Wakes', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    wakes.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['lambda:InvokeFunction'],
        resources: [this.handler.functionArn],
      }),
    );
    // The emulator takes every schedule for one of the default group when it judges who may do what.
    const place = settings.kind === 'emulator' ? 'default' : group.ref;
    const schedules = `arn:${partition}:scheduler:${region}:${account}:schedule/${place}/*`;
    this.#allow(['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'], schedules);
    const named = `<${Stack.of(this).getLogicalId(group)}>`;
    acknowledge(this.#role, {
      [`IAM5[Resource::arn:<AWS::Partition>:scheduler:${region}:<AWS::AccountId>:schedule/${named}/*]`]:
        'The names of schedules are not known beforehand; the group is this function’s own.',
    });
    this.#role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['iam:PassRole'],
        resources: [wakes.roleArn],
        ...(settings.kind === 'emulator'
          ? {}
          : { conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } } }),
      }),
    );
    this.handler.addEnvironment('SCHEDULE_GROUP', group.ref);
    this.handler.addEnvironment('SCHEDULE_ROLE_ARN', wakes.roleArn);
    this.handler.addEnvironment('FUNCTIONS_ARN', `arn:${partition}:lambda:${region}:${account}:function:`);
  }

  /** A queue that wakes this function and no other. What it loses the sweep finds, so there is none behind it. */
  #grantOwnQueue(): void {
    const { declared, settings } = this.#props;
    if (!declared.role.wakesItself) return;
    const soon = new Queue(this, 'Soon', {
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.minutes(30),
      // Six times as long as the function may take.
      visibilityTimeout: Duration.seconds(90),
      enforceSSL: settings.kind !== 'emulator',
    });
    acknowledge(soon, { SQS3: 'What this queue loses the sweep of the same function does within a minute.' });
    this.#allow(
      ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      soon.queueArn,
    );
    const mapping = new EventSourceMapping(this, 'Woken', {
      target: this.handler,
      eventSourceArn: soon.queueArn,
      batchSize: 1,
    });
    mapping.node.addDependency(this.#role);
    this.handler.addEnvironment('SOON_QUEUE_URL', soon.queueUrl);
  }

  /** A telephone has no name in IAM; what has one, a topic, is left out. */
  #grantTexts(): void {
    const { declared } = this.#props;
    if (!declared.role.sendsTexts) return;
    this.#role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['sns:Publish'],
        notResources: [`arn:${Stack.of(this).partition}:sns:*:*:*`],
      }),
    );
  }

  #followStreams(): Queue | undefined {
    const { declared, settings } = this.#props;
    const followed = (declared.role.follows ?? []).map((owner) => this.#tableOf(owner));
    if (followed.length === 0) return undefined;
    const failures = new Queue(this, 'Failures', {
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
      enforceSSL: settings.kind !== 'emulator',
    });
    acknowledge(failures, {
      SQS3: 'This queue is itself where failed batches are kept; its alarm wakes somebody.',
    });
    this.#allow(['sqs:SendMessage'], failures.queueArn);
    this.#allow(['dynamodb:ListStreams'], '*');
    acknowledge(this.#role, {
      'IAM5[Resource::*]': 'Lambda demands ListStreams to follow a stream, and IAM cannot narrow it.',
    });
    for (const { table } of followed) this.#follow(table, failures);
    return failures;
  }

  #follow(table: Table, failures: Queue): void {
    const stream = table.tableStreamArn;
    if (stream === undefined) throw new Error(`${table.node.path} has no stream to follow.`);
    this.#allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], stream);
    const mapping = new EventSourceMapping(this, `Follow${table.node.scope?.node.id ?? table.node.id}`, {
      target: this.handler,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(6),
      // SqsDlq of the library would grant the role two rights more than the one Lambda needs.
      onFailure: { bind: () => ({ destination: failures.queueArn }) },
    });
    mapping.node.addDependency(this.#role);
  }

  #sweep(): void {
    const { role, capability } = this.#props.declared;
    const minutes = role.sweepEveryMinutes;
    if (minutes === undefined) return;
    new Rule(this, 'Sweep', {
      description: `saksi ${this.#props.settings.name}: what ${capability.name} left half done`,
      schedule: Schedule.rate(Duration.minutes(minutes)),
      // A sweep that fails is alarmed and comes again by itself: retrying the old one would only pile up.
      targets: [new LambdaFunction(this.handler, { retryAttempts: 0 })],
    });
  }

  /** Stopping is rare, so each time it would be a new process that the witness waits for. */
  #keepWarm(): void {
    const { settings, declared } = this.#props;
    new Rule(this, 'KeepWarm', {
      description: `saksi ${settings.name}: keeps ${declared.id} loaded`,
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [
        new LambdaFunction(this.handler, {
          event: RuleTargetInput.fromObject({ warm: true }),
          retryAttempts: 0,
        }),
      ],
    });
  }

  #allow(actions: readonly string[], resource: string): void {
    this.#role.addToPolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [resource] }),
    );
  }
}

/** The name under which another stack's value stands in this stack's template, as cdk-nag writes it. */
function importedAs(value: string, owner: Stack): string {
  const imported = owner.resolve(owner.exportValue(value)) as { readonly 'Fn::ImportValue': string };
  return imported['Fn::ImportValue'];
}
