import { describe, expect, test } from 'vitest';

import { stageSettings } from '../../infra/stages.ts';
import { fixtureFunctions, synthesise, type Synthesised } from './synthesise.ts';

const cloud = await synthesise(stageSettings('example'), fixtureFunctions);
const local = await synthesise(stageSettings('local', { emulatorPort: '4999' }), fixtureFunctions);

const kinds = (template: Synthesised['data']): string[] =>
  Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>)
    .map(({ Type }) => Type)
    .sort();

/** Resources of the first that the second does not have, counting each. */
const without = (first: string[], second: string[]): string[] => {
  const left = [...second];
  return first.filter((kind) => {
    const found = left.indexOf(kind);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
};

describe('the local stage has the same parts as the cloud', () => {
  test('of state, but for the policies of buckets that the emulator cannot judge', () => {
    expect(without(kinds(cloud.data), kinds(local.data))).toEqual([
      'AWS::S3::BucketPolicy',
      'AWS::S3::BucketPolicy',
      'AWS::S3::BucketPolicy',
    ]);
    expect(without(kinds(local.data), kinds(cloud.data))).toEqual([]);
  });

  test('of functions, but for whom to wake', () => {
    const extra = [
      'AWS::SNS::Subscription',
      'AWS::SNS::Topic',
      'AWS::SNS::TopicPolicy',
      // The emulator asks for no TLS: of what a stream failed on, and of a worker's tasks and those set aside.
      'AWS::SQS::QueuePolicy',
      'AWS::SQS::QueuePolicy',
      'AWS::SQS::QueuePolicy',
    ];
    expect(without(kinds(cloud.api), kinds(local.api))).toEqual(extra);
    expect(without(kinds(local.api), kinds(cloud.api))).toEqual([]);
  });

  test('of the site, but for the copying of the pages and the sign-in page that the emulator does not have', () => {
    const extra = without(kinds(cloud.web), kinds(local.web));
    expect(extra.filter((kind) => kind === 'Custom::CDKBucketDeployment')).toHaveLength(2);
    expect(new Set(extra)).toEqual(
      new Set([
        'AWS::Cognito::ManagedLoginBranding',
        'AWS::IAM::Policy',
        'AWS::IAM::Role',
        'AWS::Lambda::Function',
        'AWS::Lambda::LayerVersion',
        'Custom::CDKBucketDeployment',
      ]),
    );
    expect(without(kinds(local.web), kinds(cloud.web))).toEqual([]);
  });

  test('is not judged by cdk-nag, which would judge the emulator: its sign-in has no second factor', () => {
    expect(local.findings).toEqual([]);
    local.data.hasResourceProperties('AWS::Cognito::UserPool', { MfaConfiguration: 'OFF' });
  });
});

test('tests may trade a password for tokens there', () => {
  local.web.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
});

test('CloudFront reaches the API by its path on the port it was given', () => {
  local.web.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Origins: [
        {},
        {
          DomainName: 'localhost',
          CustomOriginConfig: { HTTPPort: 4999, OriginProtocolPolicy: 'http-only' },
        },
      ],
    },
  });
});
