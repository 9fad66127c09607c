import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

import type { TableIndex } from '../../functions/shared/capability-role.ts';
import type { StageSettings } from '../stages.ts';

interface CapabilityTableProps {
  readonly settings: StageSettings;
  /** By which the store knows it: the capability that owns it, or what `furtherTables` calls it. */
  readonly name: string;
  readonly indexes: readonly TableIndex[];
  /** Some function follows its stream. */
  readonly followed: boolean;
}

/**
 * A table under a key of its own: whoever may use one capability's key still cannot open another's table, and a further
 * table, such as a vault of real identities, needs no exception.
 */
export class CapabilityTable extends Construct {
  readonly table: Table;
  readonly key: Key;

  constructor(scope: Construct, id: string, { settings, name, indexes, followed }: CapabilityTableProps) {
    super(scope, id);
    const removalPolicy = settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.key = new Key(this, 'Key', {
      description: `saksi ${settings.name}: table of ${name}`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.onRemoval === 'retain',
      removalPolicy,
      ...(followed ? { stream: StreamViewType.NEW_AND_OLD_IMAGES } : {}),
    });
    for (const index of indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: { name: index.partitionKey, type: AttributeType.STRING },
        ...(index.sortKey === undefined
          ? {}
          : { sortKey: { name: index.sortKey, type: AttributeType.STRING } }),
        projectionType: index.holds === 'all' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
      });
    }
  }
}
