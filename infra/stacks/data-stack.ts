import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Secret, type CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';

import { acknowledge } from '../constructs/acknowledge.ts';
import { followedTables, tableNames } from '../constructs/capabilities.ts';
import type { Capability } from '../constructs/capability.ts';
import { CapabilityTable } from '../constructs/capability-table.ts';
import { EvidenceBucket } from '../constructs/evidence-bucket.ts';
import { ExportsBucket } from '../constructs/exports-bucket.ts';
import { PapersBucket } from '../constructs/papers-bucket.ts';
import { StaffAccounts } from '../constructs/staff-sign-in.ts';
import type { StageSettings } from '../stages.ts';
import { stackProps } from './stack-props.ts';

interface DataStackProps {
  readonly settings: StageSettings;
  readonly capabilities: readonly Capability[];
}

/** Everything that holds state: tables, keys, evidence, accounts, secrets. Kept when the stack is deleted. */
export class DataStack extends Stack {
  readonly custodyKey: Key;
  readonly evidence: EvidenceBucket;
  readonly exports: ExportsBucket;
  readonly papers: PapersBucket;
  /** ARN of the secret that holds LiveKit's keys. */
  readonly mediaKeysArn: string;
  readonly accounts: StaffAccounts;
  /** The domain that messages come from; whoever deploys enters its DKIM records in their DNS. */
  readonly mail: EmailIdentity;
  /** By which it is told what came back. */
  readonly mailSet: ConfigurationSet;
  readonly #tables = new Map<string, CapabilityTable>();

  constructor(scope: Construct, id: string, { settings, capabilities }: DataStackProps) {
    super(scope, id, { ...stackProps(settings), terminationProtection: settings.onRemoval === 'retain' });
    const followed = followedTables(capabilities);
    for (const table of tableNames(capabilities)) {
      const label = capitalised(table);
      const indexes = capabilities.find(({ name }) => name === table)?.role.indexes ?? [];
      const made = new CapabilityTable(this, `${label}Store`, {
        settings,
        name: table,
        indexes,
        followed: followed.has(table),
      });
      this.#tables.set(table, made);
      new CfnOutput(this, `Table${label}`, { value: made.table.tableName });
    }
    this.custodyKey = new Key(this, 'CheckpointKey', {
      description: `saksi ${settings.name}: signs checkpoints of custody logs`,
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.evidence = new EvidenceBucket(this, 'Evidence', { settings });
    this.exports = new ExportsBucket(this, 'Exports', { settings });
    this.papers = new PapersBucket(this, 'Papers', { settings });
    this.mediaKeysArn = this.#mediaKeys(settings);
    this.accounts = new StaffAccounts(this, 'Staff', { settings });
    this.mailSet = this.#mailSet();
    const { from } = settings.mail;
    this.mail = new EmailIdentity(this, 'Mail', {
      identity: Identity.domain(from.slice(from.indexOf('@') + 1)),
    });
    new CfnOutput(this, 'EvidenceBucketName', { value: this.evidence.bucket.bucketName });
    new CfnOutput(this, 'EvidenceKeyId', { value: this.evidence.key.keyId });
    new CfnOutput(this, 'ExportsBucketName', { value: this.exports.bucket.bucketName });
    new CfnOutput(this, 'ExportsKeyId', { value: this.exports.key.keyId });
    new CfnOutput(this, 'PapersBucketName', { value: this.papers.bucket.bucketName });
    new CfnOutput(this, 'PapersKeyId', { value: this.papers.key.keyId });
    new CfnOutput(this, 'CustodyKeyId', { value: this.custodyKey.keyId });
    new CfnOutput(this, 'LiveKitSecretArn', { value: this.mediaKeysArn });
    new CfnOutput(this, 'UserPoolId', { value: this.accounts.pool.userPoolId });
    new CfnOutput(this, 'SignInDomain', { value: this.accounts.signInOrigin });
  }

  /** @throws Error when there is none of that name */
  tableOf(name: string): CapabilityTable {
    const table = this.#tables.get(name);
    if (table === undefined) throw new Error(`There is no table named "${name}".`);
    return table;
  }

  /** What comes back is told to the account's own bus, where the function that sends follows it. */
  #mailSet(): ConfigurationSet {
    const set = new ConfigurationSet(this, 'MailSet');
    const bus = `arn:${this.partition}:events:${this.region}:${this.account}:event-bus/default`;
    set.addEventDestination('Returned', {
      destination: EventDestination.eventBus(EventBus.fromEventBusArn(this, 'Bus', bus)),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    return set;
  }

  /** The secret is made with nothing of use in it; whoever runs the media server puts its keys in (README, "LiveKit"). */
  #mediaKeys(settings: StageSettings): string {
    const secret = new Secret(this, 'MediaKeys', {
      description: `saksi ${settings.name}: url, publicUrl, apiKey, apiSecret, webhookKey, webhookSecret of LiveKit`,
      removalPolicy: settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(secret, {
      SMG4: 'LiveKit reads its keys from its own settings, so they are changed by hand on both sides at once.',
    });
    // Both Ref and the attribute Id are the ARN on AWS; on the emulator only Id is.
    return (secret.node.defaultChild as CfnSecret).attrId;
  }
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
