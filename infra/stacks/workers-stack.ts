import { Stack } from 'aws-cdk-lib';
import { SubnetType, Vpc, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerInsights, type ICluster } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';

import { acknowledge } from '../constructs/acknowledge.ts';
import { CapabilityWorker } from '../constructs/capability-worker.ts';
import type { ImageOf } from '../constructs/worker-bundle.ts';
import type { Worker } from '../constructs/workers.ts';
import type { StageSettings } from '../stages.ts';
import type { ApiStack } from './api-stack.ts';
import { stackProps } from './stack-props.ts';

interface WorkersStackProps {
  readonly settings: StageSettings;
  readonly workers: readonly Worker[];
  readonly imageOf: ImageOf;
  readonly api: ApiStack;
  readonly apiUrl: string;
}

/** What goes on for as long as a hearing, and so is no function. On the emulator `npm start` runs the same as processes. */
export class WorkersStack extends Stack {
  constructor(scope: Construct, id: string, { settings, workers, imageOf, api, apiUrl }: WorkersStackProps) {
    super(scope, id, stackProps(settings));
    const vpc = new Vpc(this, 'Network', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'out', subnetType: SubnetType.PUBLIC }],
      // It would take a function with rights of its own to empty a group that nobody is in.
      restrictDefaultSecurityGroup: false,
    });
    acknowledge(vpc, {
      VPC7: 'What it would write down is which hearing was when, by the traffic of its machines; nothing comes in.',
    });
    const cluster = new Cluster(this, 'Cluster', {
      vpc: vpc as IVpc,
      containerInsightsV2: ContainerInsights.ENABLED,
    });
    for (const worker of workers)
      new CapabilityWorker(this, worker.name, {
        settings,
        worker,
        image: imageOf(worker),
        queue: api.queueOf(worker.name),
        vpc: vpc as IVpc,
        cluster: cluster as ICluster,
        apiUrl,
        wake: api.wake,
      });
  }
}
