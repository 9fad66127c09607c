import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AdjustmentType } from 'aws-cdk-lib/aws-applicationautoscaling';
import { SecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import {
  ContainerImage,
  CpuArchitecture,
  FargateService,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
  type ICluster,
} from 'aws-cdk-lib/aws-ecs';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { alarmOn, type Wake } from './alarm-on.ts';
import { logRetention } from './log-retention.ts';
import type { Worker } from './workers.ts';

interface CapabilityWorkerProps {
  readonly settings: StageSettings;
  readonly worker: Worker;
  /** The folder from which its image is made. */
  readonly image: string;
  readonly queue: Queue;
  readonly vpc: IVpc;
  readonly cluster: ICluster;
  /** Where the API is asked, as by any browser. */
  readonly apiUrl: string;
  readonly wake: Wake;
}

/** Machines at the most: a flood of tasks costs no more than this. */
const mostMachines = 20;

/**
 * A worker as a service: machines that nobody can reach, with a role that takes tasks from one queue and does nothing else. There
 * is one more while tasks wait, and one fewer while none does; a machine that has tasks is never the one that goes.
 */
export class CapabilityWorker extends Construct {
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: CapabilityWorkerProps) {
    super(scope, id);
    const { settings, worker, queue, cluster, vpc } = props;
    const logGroup = new LogGroup(this, 'Log', {
      retention: logRetention(settings),
      removalPolicy: settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
    this.#grant(props);
    const service = new FargateService(this, 'Service', {
      cluster,
      taskDefinition: this.#machine(props, logGroup),
      // It reaches the media server and the API by itself, and nothing reaches it.
      assignPublicIp: true,
      securityGroups: [new SecurityGroup(this, 'Door', { vpc, description: 'Nothing comes in.' })],
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
    });
    const waiting = queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    });
    service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: mostMachines }).scaleOnMetric('Waiting', {
      metric: waiting,
      adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
      scalingSteps: [
        { upper: 0, change: -1 },
        { lower: 1, change: 1 },
        { lower: worker.role.tasksAtOnce, change: 3 },
      ],
      cooldown: Duration.minutes(1),
    });
    this.#watch(props, logGroup);
  }

  #grant({ queue, cluster }: CapabilityWorkerProps): void {
    this.#allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'], queue.queueArn);
    const { partition, region, account } = Stack.of(this);
    // By which a machine says that it has tasks, and is not to be taken away.
    const own = `arn:${partition}:ecs:${region}:${account}:task/${cluster.clusterName}/*`;
    this.#allow(['ecs:UpdateTaskProtection'], own);
    const named = `<${Stack.of(this).getLogicalId(cluster.node.defaultChild as never)}>`;
    acknowledge(this.#role, {
      [`IAM5[Resource::arn:<AWS::Partition>:ecs:${region}:<AWS::AccountId>:task/${named}/*]`]:
        'The names of machines are not known beforehand; the cluster is the workers’ own.',
    });
  }

  #machine({ settings, worker, image, queue, apiUrl }: CapabilityWorkerProps, logGroup: LogGroup) {
    const machine = new FargateTaskDefinition(this, 'Machine', {
      cpu: 1024,
      memoryLimitMiB: 2048,
      runtimePlatform: {
        cpuArchitecture: CpuArchitecture.ARM64,
        operatingSystemFamily: OperatingSystemFamily.LINUX,
      },
      taskRole: this.#role,
    });
    acknowledge(machine, {
      ECS2: 'Addresses and a number; what is secret comes with a task, for that task.',
    });
    machine.addContainer('Worker', {
      image: ContainerImage.fromAsset(image, { platform: Platform.LINUX_ARM64 }),
      logging: LogDrivers.awsLogs({ streamPrefix: worker.name, logGroup }),
      // Its processes end their connections first; a new one takes over in the meantime.
      stopTimeout: Duration.seconds(30),
      readonlyRootFilesystem: true,
      environment: {
        STAGE: settings.name,
        QUEUE_URL: queue.queueUrl,
        API_URL: apiUrl,
        TASKS_AT_ONCE: String(worker.role.tasksAtOnce),
      },
    });
    acknowledge(machine.obtainExecutionRole(), {
      'IAM5[Resource::*]':
        'A token for the registry of images is given for the whole registry or not at all.',
    });
    return machine;
  }

  #watch({ worker, wake }: CapabilityWorkerProps, logGroup: LogGroup): void {
    for (const [event, description] of Object.entries(worker.role.alarmsOn ?? {})) {
      const name = event.replaceAll(/[^A-Za-z0-9]/g, '');
      const filter = new MetricFilter(this, `Seen${name}`, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.event', '=', event),
        metricNamespace: 'saksi',
        metricName: `${this.node.path}/${name}`,
      });
      const metric = filter.metric({ period: Duration.minutes(1), statistic: 'Sum' });
      alarmOn(this, `${name}Alarm`, { metric, description, wake });
    }
  }

  #allow(actions: readonly string[], resource: string): void {
    this.#role.addToPolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [resource] }),
    );
  }
}
