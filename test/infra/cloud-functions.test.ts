import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { stageSettings } from '../../infra/stages.ts';
import { fixtureFunctions, synthesise } from './synthesise.ts';
import { at } from './at-path.ts';

const { capabilities, functions, data, api } = await synthesise(stageSettings('example'), fixtureFunctions);

describe('every function', () => {
  test('runs on Node 24 on ARM, bundled, with its own log that ends', () => {
    api.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1769,
      Timeout: 15,
      Handler: 'index.handler',
      LoggingConfig: { LogGroup: Match.anyValue() },
    });
    api.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 3653 });
    // One more for the gateway.
    api.resourceCountIs('AWS::Logs::LogGroup', functions.length + 1);
  });

  test.each(capabilities.map(({ name }) => [name]))('%s answers at its own prefix', (name) => {
    api.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: `ANY /api/${name}` });
    api.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: `ANY /api/${name}/{proxy+}` });
  });

  test.each(functions.map(({ id, role }) => [id, role] as const))(
    '%s wakes somebody with its own sentence',
    (name, role) => {
      const alarms = Object.entries(api.findResources('AWS::CloudWatch::Alarm'))
        .filter(([id]) => id.startsWith(`${name}Alarms`))
        .map(([, alarm]) => at(alarm, 'Properties') as Record<string, unknown>);
      const metrics = alarms.map((alarm) => [alarm['MetricName'], alarm['AlarmDescription']]);
      expect(metrics).toContainEqual(['Errors', role.whenThisFails]);
      expect(metrics).toContainEqual(['Throttles', role.whenThisFails]);
      if (role.follows !== undefined)
        expect(metrics).toContainEqual(['ApproximateNumberOfMessagesVisible', role.whenThisFails]);
      const watched = Object.values(api.findResources('AWS::Logs::MetricFilter'))
        .filter((filter) => JSON.stringify(at(filter, 'Properties', 'LogGroupName')).includes(`"${name}Log`))
        .map((filter) => at(filter, 'Properties', 'FilterPattern'));
      expect(watched).toEqual(
        expect.arrayContaining([
          '{ $.event = "request.fault" }',
          '{ ($.event = "request.done") && ($.status >= 500) }',
          ...(role.sweepEveryMinutes === undefined ? [] : ['{ $.event = "sweep.failed" }']),
          ...Object.keys(role.alarmsOn ?? {}).map((event) => `{ $.event = "${event}" }`),
        ]),
      );
      // Each filter's metric has its alarm.
      const counted = alarms.filter((alarm) => alarm['Namespace'] === 'saksi');
      expect(counted).toHaveLength(watched.length);
      for (const sentence of Object.values(role.alarmsOn ?? {}))
        expect(alarms.map((alarm) => alarm['AlarmDescription'])).toContain(sentence);
      for (const alarm of alarms) expect(alarm['AlarmActions']).toHaveLength(1);
    },
  );

  test('wakes somebody when it is not even reached', () => {
    api.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/ApiGateway',
      MetricName: '5xx',
      Threshold: 1,
      AlarmActions: [Match.anyValue()],
    });
  });

  test('reaches the address on call', () => {
    api.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'on-call@example.org',
    });
  });

  test('that follows streams loses no record: a bad one is halved out and kept aside', () => {
    const mappings = Object.values(api.findResources('AWS::Lambda::EventSourceMapping'));
    expect(mappings).toHaveLength(2);
    api.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 8,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  test('that repairs by the clock is woken by it', () => {
    // The others are for what came back of its mail, and to keep warm what stops.
    api.resourceCountIs('AWS::Events::Rule', 3);
    api.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
    });
  });

  test('is told what it needs, and of shared things only what its role may use', () => {
    const told = (name: string): string[] => {
      const made = Object.entries(api.findResources('AWS::Lambda::Function')).find(([id]) =>
        id.startsWith(`${name}Function`),
      );
      return Object.keys(at(made?.[1], 'Properties', 'Environment', 'Variables') as object).sort();
    };
    const everybody = [
      'FRESH_SIGN_IN_MINUTES',
      'FRONT_DOOR_ARNS',
      'LIVEKIT_PUBLIC_URL',
      'LOG_ORIGIN',
      'PAGE_SOCKETS_URL',
      'SITE_ORIGIN',
      'STAGE',
      'TABLE_OWN',
      'URGENCY',
      'USER_POOL_CLIENT_ID',
      'USER_POOL_ID',
    ];
    expect(told('beta')).toEqual([...everybody, 'TABLE_BETA'].sort());
    expect(told('alphaStopping')).toEqual([...everybody, 'TABLE_ALPHA'].sort());
    expect(told('alphaEntering')).toEqual(
      [...everybody, 'TABLE_ALPHA', 'TABLE_VAULT', 'LIVEKIT_SECRET_ARN'].sort(),
    );
    expect(told('alpha')).toEqual(
      [
        ...everybody,
        'TABLE_ALPHA',
        'TABLE_BETA',
        'TABLE_VAULT',
        'CUSTODY_KEY_ID',
        'EVIDENCE_BUCKET',
        'EXPORTS_BUCKET',
        'LIVEKIT_SECRET_ARN',
        'MAIL_FROM',
        'MAIL_SET',
        'QUEUE_DELTA',
        'DUE_RULES',
        'SCHEDULE_GROUP',
        'SCHEDULE_ROLE_ARN',
        'FUNCTIONS_ARN',
      ].sort(),
    );
  });
});

describe('a function for what cannot wait', () => {
  const made = (id: string) =>
    at(
      Object.entries(api.findResources('AWS::Lambda::Function')).find(([logicalId]) =>
        logicalId.startsWith(`${id}Function`),
      )?.[1],
      'Properties',
    );
  const leadsTo = (routeKey: string): unknown => {
    const route = Object.values(api.findResources('AWS::ApiGatewayV2::Route')).find(
      (each) => at(each, 'Properties', 'RouteKey') === routeKey,
    );
    const parts = at(route, 'Properties', 'Target', 'Fn::Join') as [string, [string, { Ref: string }]];
    const integration = api.findResources('AWS::ApiGatewayV2::Integration')[parts[1][1].Ref];
    return at(integration, 'Properties', 'IntegrationUri', 'Fn::GetAtt');
  };

  test.each([
    ['POST /api/alpha/{alphaId}/stops', /^alphaStoppingFunction/],
    ['GET /api/alpha/{alphaId}', /^alphaEnteringFunction/],
    ['HEAD /api/alpha/{alphaId}', /^alphaEnteringFunction/],
    ['ANY /api/alpha/{proxy+}', /^alphaFunction/],
  ])('%s leads to it as its contract says', (routeKey, id) => {
    expect(leadsTo(routeKey)).toEqual([expect.stringMatching(id), 'Arn']);
  });

  test('has capacity that nobody else can take, and an ordinary one has none', () => {
    expect(made('alphaStopping')).toMatchObject({
      ReservedConcurrentExecutions: 50,
      Description: 'saksi example: alpha, stopping',
    });
    expect(made('alphaEntering')).toMatchObject({ ReservedConcurrentExecutions: 200 });
    expect(made('alpha')).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test('is kept warm when it is the one that stops, since nobody calls it for days', () => {
    const warm = Object.values(api.findResources('AWS::Events::Rule')).filter((rule) =>
      JSON.stringify(rule).includes('warm'),
    );
    expect(warm.map((rule) => at(rule, 'Properties', 'Targets'))).toEqual([
      [
        {
          Arn: { 'Fn::GetAtt': [expect.stringMatching(/^alphaStoppingFunction/) as unknown, 'Arn'] },
          Id: 'Target0',
          Input: '{"warm":true}',
          RetryPolicy: { MaximumRetryAttempts: 0 },
        },
      ],
    ]);
  });

  test('is woken by requests alone: streams and the clock stay with the ordinary one', () => {
    const follows = Object.values(api.findResources('AWS::Lambda::EventSourceMapping')).map((mapping) =>
      String(at(mapping, 'Properties', 'FunctionName', 'Ref')),
    );
    for (const id of follows) expect(id).toMatch(/^alphaFunction/);
  });
});

const stageNamed = (name: string) =>
  Object.values(api.findResources('AWS::ApiGatewayV2::Stage')).find(
    (stage) => at(stage, 'Properties', 'StageName') === name,
  );

describe('the sockets of pages', () => {
  test('have one route, which lets in or does not: what a page sends reaches nobody', () => {
    const routes = Object.values(api.findResources('AWS::ApiGatewayV2::Route'))
      .filter((route) => JSON.stringify(at(route, 'Properties', 'ApiId')).includes('PageSockets'))
      .map((route) => at(route, 'Properties', 'RouteKey'));
    expect(routes).toEqual(['$connect']);
  });

  test('have a limit, and the gateway writes nothing down of who opens one', () => {
    const stage = stageNamed('pages');
    expect(at(stage, 'Properties', 'DefaultRouteSettings')).toEqual({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
    expect(at(stage, 'Properties', 'AccessLogSettings')).toBeUndefined();
  });
});

describe('a hook past the front door', () => {
  const stage = stageNamed('$default');

  test('has a limit of its own, which answers 429, and so has each route by itself', () => {
    expect(at(stage, 'Properties', 'RouteSettings')).toEqual({
      'POST /api/alpha/hooks': { ThrottlingRateLimit: 300, ThrottlingBurstLimit: 600 },
    });
    expect(at(stage, 'Properties', 'DefaultRouteSettings')).toMatchObject({
      ThrottlingRateLimit: 200,
      ThrottlingBurstLimit: 400,
    });
  });

  test('is there before the stage is told of it', () => {
    const routes = Object.entries(api.findResources('AWS::ApiGatewayV2::Route'))
      .filter(([, route]) => at(route, 'Properties', 'RouteKey') !== '$connect')
      .map(([id]) => id);
    expect(at(stage, 'DependsOn')).toEqual(expect.arrayContaining(routes));
  });

  test('is told to whoever sets up its sender', () => {
    expect(JSON.stringify(api.findOutputs('HookAlpha'))).toContain('/api/alpha/hooks');
  });
});

describe('a function that sends mail and has itself woken', () => {
  test('sends from a domain that the stage owns', () => {
    data.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'hearings.example.org' });
  });

  test('is told what came back, of its own stage’s mail alone', () => {
    data.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { MatchingEventTypes: ['bounce', 'complaint', 'reject'], Enabled: true },
    });
    api.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [Match.anyValue()] } } },
      },
    });
  });

  test('is woken by a role that may do nothing else, and that the scheduler takes for this account alone', () => {
    const roles = Object.entries(api.findResources('AWS::IAM::Role')).filter(([id]) =>
      id.startsWith('alphaWakes'),
    );
    expect(roles).toHaveLength(1);
    expect(at(roles[0]?.[1], 'Properties', 'AssumeRolePolicyDocument', 'Statement')).toEqual([
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: 'scheduler.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
    const policies = Object.values(api.findResources('AWS::IAM::Policy')).filter((policy) =>
      JSON.stringify(at(policy, 'Properties', 'Roles')).includes('alphaWakes'),
    );
    expect(policies.map((policy) => at(policy, 'Properties', 'PolicyDocument', 'Statement'))).toEqual([
      [
        {
          Action: 'lambda:InvokeFunction',
          Effect: 'Allow',
          Resource: { 'Fn::GetAtt': [expect.stringMatching(/^alphaFunction/) as unknown, 'Arn'] },
        },
      ],
    ]);
  });
});
