import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  CfnManagedLoginBranding,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  type CfnUserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';

/** Staff accounts: who somebody is. What they may do is in our own directory, by subject. */
export class StaffAccounts extends Construct {
  readonly pool: UserPool;
  /** Origin of the hosted sign-in page and of its token endpoint. */
  readonly signInOrigin: string;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: StageSettings }) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: settings.signIn.mfa === 'required' ? Mfa.REQUIRED : Mfa.OFF,
      ...(settings.signIn.mfa === 'required' ? { mfaSecondFactor: { otp: true, sms: false } } : {}),
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // Recovery by e-mail only where a second factor still stands behind it.
      accountRecovery: settings.signIn.mfa === 'required' ? AccountRecovery.EMAIL_ONLY : AccountRecovery.NONE,
      deletionProtection: settings.onRemoval === 'retain',
      removalPolicy: settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.pool.addDomain('Page', {
      cognitoDomain: { domainPrefix: settings.signIn.domainPrefix },
      // The newer pages alone ask somebody again who is signed in already (`prompt=login`); the emulator has one of its own.
      ...(settings.kind === 'emulator'
        ? {}
        : { managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN }),
    });
    this.signInOrigin =
      settings.emulatorPort === undefined
        ? `https://${settings.signIn.domainPrefix}.auth.${settings.region}.amazoncognito.com`
        : `http://localhost:${settings.emulatorPort}`;
    acknowledge(this.pool, {
      COG3: 'Threat protection needs the Plus plan; a second factor is required of everybody instead.',
      COG8: 'The Essentials plan has all that is used: hosted page, code flow, one-time codes.',
    });
  }
}

interface StaffSignInProps {
  readonly settings: StageSettings;
  readonly accounts: StaffAccounts;
  /** Where the site is served; in the cloud the only place sign-in returns to. */
  readonly siteOrigin: string;
}

/** How the site signs staff in: code flow with PKCE, no client secret, tokens that die soon and can be revoked. */
export class StaffSignIn extends Construct {
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { settings, accounts, siteOrigin }: StaffSignInProps) {
    super(scope, id);
    // On one's own machine the pages are also served by Vite while they are being written.
    const origins = [siteOrigin, ...(settings.kind === 'emulator' ? ['http://localhost:5173'] : [])];
    this.client = new UserPoolClient(this, 'Client', {
      userPool: accounts.pool,
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: origins.map((origin) => `${origin}/`),
        logoutUrls: origins.map((origin) => `${origin}/`),
      },
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      // A working day: after it staff sign in anew.
      refreshTokenValidity: Duration.hours(12),
    });
    // Without a look of its own for this client the newer sign-in page shows nothing at all.
    if (settings.kind !== 'emulator')
      new CfnManagedLoginBranding(this, 'Look', {
        userPoolId: accounts.pool.userPoolId,
        clientId: this.client.userPoolClientId,
        useCognitoProvidedValues: true,
      });
    // Said outright: left out, Cognito would also take passwords by its own API, past the sign-in page.
    (this.client.node.defaultChild as CfnUserPoolClient).explicitAuthFlows = [
      ...(settings.signIn.passwordsByProgram ? ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] : []),
      'ALLOW_REFRESH_TOKEN_AUTH',
    ];
  }
}
