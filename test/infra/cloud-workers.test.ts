import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { stageSettings } from '../../infra/stages.ts';
import { at } from './at-path.ts';
import { fixtureFunctions, synthesise } from './synthesise.ts';

const { api, machines, workers } = await synthesise(stageSettings('example'), fixtureFunctions);
if (machines === undefined) throw new Error('There is no stack of workers.');

const queueOf = (id: string) =>
  at(
    Object.entries(api.findResources('AWS::SQS::Queue')).find(([logicalId]) => logicalId.startsWith(id))?.[1],
    'Properties',
  );

describe('the tasks of a worker', () => {
  test('are encrypted, and what fails again and again is set aside, with an alarm of its own sentence', () => {
    expect(queueOf('deltaTasksQueue')).toMatchObject({
      SqsManagedSseEnabled: true,
      VisibilityTimeout: 30,
      RedrivePolicy: {
        maxReceiveCount: 5,
        deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^deltaTasksSetAside/), 'Arn'] },
      },
    });
    expect(queueOf('deltaTasksSetAside')).toMatchObject({
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 24 * 3600,
    });
    const alarms = Object.entries(api.findResources('AWS::CloudWatch::Alarm'))
      .filter(([id]) => id.startsWith('deltaTasks'))
      .map(([, alarm]) => at(alarm, 'Properties') as Record<string, unknown>);
    expect(new Set(alarms.map((alarm) => alarm['Statistic']))).toEqual(new Set(['Maximum', 'Minimum']));
    for (const alarm of alarms) {
      expect(alarm['AlarmDescription']).toBe(workers[0]?.role.whenThisFails);
      expect(alarm['AlarmActions']).toHaveLength(1);
    }
  });

  test('go over TLS alone', () => {
    const policies = JSON.stringify(api.findResources('AWS::SQS::QueuePolicy'));
    expect(policies).toMatch(/deltaTasksQueue/);
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(3);
  });
});

describe('a worker', () => {
  test('is reached by nobody', () => {
    machines.allResourcesProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: Match.absent() });
    machines.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    machines.resourceCountIs('AWS::ElasticLoadBalancingV2::LoadBalancer', 0);
    machines.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [
        { PortMappings: Match.absent(), ReadonlyRootFilesystem: true, Privileged: Match.absent() },
      ],
    });
  });

  test('is told addresses and a number, and no secret', () => {
    const [machine] = Object.values(machines.findResources('AWS::ECS::TaskDefinition'));
    const [container] = at(machine, 'Properties', 'ContainerDefinitions') as {
      Environment: { Name: string }[];
    }[];
    expect(container?.Environment.map(({ Name }) => Name).sort()).toEqual([
      'API_URL',
      'QUEUE_URL',
      'STAGE',
      'TASKS_AT_ONCE',
    ]);
    expect(container).not.toHaveProperty('Secrets');
  });

  test('is one more while tasks wait, and one fewer while none does', () => {
    machines.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
      MinCapacity: 1,
      MaxCapacity: 20,
    });
    const steps = Object.values(machines.findResources('AWS::ApplicationAutoScaling::ScalingPolicy')).map(
      (policy) => at(policy, 'Properties', 'StepScalingPolicyConfiguration', 'StepAdjustments') as object[],
    );
    expect(steps.flat().map((step) => at(step, 'ScalingAdjustment'))).toEqual([-1, 1, 3]);
  });

  test('wakes somebody by its own sentences', () => {
    machines.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: 'A task of delta failed: it is a fixture, so nobody waits for it.',
      AlarmActions: [Match.anyValue()],
    });
    machines.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '{ $.event = "task.failed" }',
    });
  });
});
