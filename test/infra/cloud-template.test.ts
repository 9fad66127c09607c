import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { stageSettings } from '../../infra/stages.ts';
import { fixtureFunctions, realFunctions, synthesise } from './synthesise.ts';
import { at } from './at-path.ts';

const { data, web, api, findings } = await synthesise(stageSettings('example'), fixtureFunctions);

describe('cdk-nag', () => {
  test('finds nothing in the fixture, which asks for every kind of grant', () => {
    expect(findings).toEqual([]);
  });

  test('finds nothing in saksi', async () => {
    expect((await synthesise(stageSettings('example'), realFunctions)).findings).toEqual([]);
  });

  test('does look: without the second factor it says so', async () => {
    const example = stageSettings('example');
    const settings = { ...example, signIn: { ...example.signIn, mfa: 'off' as const } };
    const unsafe = await synthesise(settings, fixtureFunctions);
    expect(unsafe.findings).toEqual(['AwsSolutions-COG2 at saksi-example-data/Staff/Pool/Resource']);
  });
});

describe('every table', () => {
  const tables = Object.values(data.findResources('AWS::DynamoDB::Table'));

  test('is one per folder, and one for each further table of a role', () => {
    expect(Object.keys(data.findOutputs('*')).filter((id) => id.startsWith('Table'))).toEqual([
      'TableAlpha',
      'TableBeta',
      'TableGamma',
      'TableVault',
    ]);
    expect(tables).toHaveLength(4);
  });

  test('is kept, restorable, on demand, and under a key of its own', () => {
    data.allResourcesProperties('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    data.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    const keys = tables.map((table) =>
      JSON.stringify(at(table, 'Properties', 'SSESpecification', 'KMSMasterKeyId')),
    );
    expect(new Set(keys).size).toBe(tables.length);
  });

  test('has a stream exactly where somebody follows it', () => {
    const streams = tables.map((table) => at(table, 'Properties', 'StreamSpecification', 'StreamViewType'));
    expect(streams).toEqual(['NEW_AND_OLD_IMAGES', undefined, 'NEW_AND_OLD_IMAGES', undefined]);
  });

  test('has the indexes its role declares, with keys only', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'unpublished',
          KeySchema: [
            { AttributeName: 'waiting', KeyType: 'HASH' },
            { AttributeName: 'since', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
  });
});

describe('evidence', () => {
  test('is locked in compliance mode, versioned, encrypted, private and kept', () => {
    data.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } },
        },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
  });

  test.each([
    [
      'a put that may overwrite',
      's3:PutObject',
      { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
    ],
    ['plain http', 's3:*', { Bool: { 'aws:SecureTransport': 'false' } }],
    ['old TLS', 's3:*', { NumericLessThan: { 's3:TlsVersion': 1.2 } }],
  ])('refuses %s from anybody', (_, Action, Condition) => {
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Principal: { AWS: '*' }, Action, Condition }),
        ]),
      },
    });
  });

  test('is under a key that nobody can delete or switch off, the account’s root included', () => {
    const keys = Object.entries(data.findResources('AWS::KMS::Key'));
    const [, key] = keys.find(([id]) => id.startsWith('EvidenceKey')) ?? [];
    const statements = at(key, 'Properties', 'KeyPolicy', 'Statement') as object[];
    expect(statements).toContainEqual({
      Sid: 'RefuseDeletion',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
      Resource: '*',
    });
  });

  test('is signed for by one Ed25519 key, which is kept', () => {
    data.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' },
    });
    const keys = Object.values(data.findResources('AWS::KMS::Key'));
    expect(keys.filter((key) => at(key, 'Properties', 'KeyUsage') === 'SIGN_VERIFY')).toHaveLength(1);
  });
});

describe('a file that somebody is to fetch', () => {
  const buckets = data.findResources('AWS::S3::Bucket');
  const id = Object.keys(buckets).find((name) => name.startsWith('Exports')) ?? 'none';
  const bucket = buckets[id];

  test('lies encrypted under a key of its own in a private bucket, and is gone within days, whole or not', () => {
    expect(at(bucket, 'Properties')).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(/^ExportsKey/), 'Arn'] },
            },
          },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: {
        Rules: [
          {
            Status: 'Enabled',
            ExpirationInDays: 1,
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          },
        ],
      },
    });
    expect(at(bucket, 'Properties')).not.toHaveProperty('VersioningConfiguration');
    expect(at(bucket, 'Properties')).not.toHaveProperty('ObjectLockConfiguration');
  });

  test.each([
    ['plain http', { Bool: { 'aws:SecureTransport': 'false' } }],
    ['old TLS', { NumericLessThan: { 's3:TlsVersion': 1.2 } }],
  ])('is given to nobody over %s', (_, Condition) => {
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: id },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Condition }),
        ]),
      },
    });
  });
});

describe('a paper that somebody hands in', () => {
  const buckets = data.findResources('AWS::S3::Bucket');
  const id = Object.keys(buckets).find((name) => name.startsWith('Papers')) ?? 'none';

  test('lies encrypted under a key of its own in a private bucket, is never lost to another version, and stays with the stage', () => {
    expect(buckets[id]).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(/^PapersKey/), 'Arn'] },
              },
            },
          ],
        },
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        // What was never handed in whole, and nothing else.
        LifecycleConfiguration: { Rules: [{ Prefix: 'uploads/', ExpirationInDays: 1 }] },
      },
    });
  });
});

describe('staff sign-in', () => {
  test('needs a second factor, by an app and never by text message, and nobody signs himself up', () => {
    data.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        UserPoolTier: 'ESSENTIALS',
        DeletionProtection: 'ACTIVE',
        UsernameAttributes: ['email'],
      },
    });
  });

  test('is by code flow from our own origin only, with short tokens that can be revoked and no password by program', () => {
    web.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://hearings.example.org/'],
      LogoutURLs: ['https://hearings.example.org/'],
      GenerateSecret: false,
      EnableTokenRevocation: true,
      AccessTokenValidity: 15,
      RefreshTokenValidity: 720,
      PreventUserExistenceErrors: 'ENABLED',
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    });
  });
});

describe('the site', () => {
  const distribution = Object.values(web.findResources('AWS::CloudFront::Distribution'))[0];
  const config = at(distribution, 'Properties', 'DistributionConfig');

  test('is served over TLS 1.2 or newer under its own name', () => {
    expect(config).toMatchObject({
      Aliases: ['hearings.example.org'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
    });
  });

  test('leaves error answers of the API as they are', () => {
    expect(config).not.toHaveProperty('CustomErrorResponses');
  });

  test('passes the API everything but the host name, and keeps nothing of it', () => {
    expect(at(config, 'CacheBehaviors')).toMatchObject([
      {
        PathPattern: '/api/*',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        AllowedMethods: expect.arrayContaining(['GET', 'POST']) as unknown,
      },
    ]);
  });

  test('stands behind a web ACL', () => {
    expect(at(config, 'WebACLId')).toMatch(/^arn:aws:wafv2:us-east-1:\d+:global\/webacl\//);
  });

  test('shows the API one of two keys, whose value stands in no template', () => {
    const headers = (at(config, 'Origins') as object[]).flatMap(
      (origin) => (at(origin, 'OriginCustomHeaders') ?? []) as { HeaderName: string; HeaderValue: unknown }[],
    );
    expect(headers.map(({ HeaderName }) => HeaderName)).toEqual(['x-saksi-front-door']);
    expect(JSON.stringify(headers[0]?.HeaderValue)).toMatch(
      /\{\{resolve:secretsmanager:",\{"Ref":"FrontDoorOneKey\w+"\},":SecretString:::\}\}/,
    );
    const secrets = Object.values(web.findResources('AWS::SecretsManager::Secret'));
    expect(secrets).toHaveLength(2);
    for (const secret of secrets) {
      expect(at(secret, 'Properties', 'GenerateSecretString')).toMatchObject({ PasswordLength: 48 });
      expect(at(secret, 'Properties')).not.toHaveProperty('SecretString');
    }
  });

  test('shows the other key when the stage says so', async () => {
    const example = stageSettings('example');
    const other = await synthesise({ ...example, frontDoorKey: 'other' }, fixtureFunctions);
    expect(JSON.stringify(other.web.findResources('AWS::CloudFront::Distribution'))).toMatch(
      /secretsmanager:",\{"Ref":"FrontDoorOtherKey/,
    );
  });

  test('keeps no log of who asked', () => {
    expect(config).not.toHaveProperty('Logging');
    const format = Object.values(api.findResources('AWS::ApiGatewayV2::Stage')).flatMap((stage) =>
      [at(stage, 'Properties', 'AccessLogSettings', 'Format') ?? []].flat().map(String),
    );
    expect(format).toHaveLength(1);
    expect(format[0]).not.toMatch(/sourceIp|userAgent|path|identity|authorizer|domainName/);
  });

  test('says to browsers what they may load and use', () => {
    const policies = Object.values(web.findResources('AWS::CloudFront::ResponseHeadersPolicy')).map(
      (policy) => at(policy, 'Properties', 'ResponseHeadersPolicyConfig'),
    );
    const pages = policies.find((policy) => JSON.stringify(policy).includes('PageHeaders'));
    const security = at(pages, 'SecurityHeadersConfig');
    expect(security).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: 63_072_000,
        IncludeSubdomains: true,
        Override: true,
      },
    });
    const [, parts] = at(security, 'ContentSecurityPolicy', 'ContentSecurityPolicy', 'Fn::Join') as [
      string,
      (string | { Ref: string })[],
    ];
    const policy = parts.map((part) => (typeof part === 'string' ? part : '<sockets>')).join('');
    const directives = policy.split('; ');
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain("script-src 'self'");
    expect(directives).toContain("frame-ancestors 'none'");
    expect(directives).toContain(
      "connect-src 'self' wss://media.example.org https://media.example.org " +
        'wss://<sockets>.execute-api.ap-southeast-1.amazonaws.com ' +
        'https://saksi-example.auth.ap-southeast-1.amazoncognito.com',
    );
    expect(directives.join()).not.toMatch(/unsafe|\*/);
    expect(JSON.stringify(at(pages, 'CustomHeadersConfig'))).toContain('camera=(self), microphone=(self)');
  });
});
