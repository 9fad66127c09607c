import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret, type CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

import { frontDoorHeader } from '../../functions/shared/http/front-door.ts';
import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';

/**
 * Two keys that the functions take, of which CloudFront shows one: so the other can be renewed while nobody uses it, and
 * a change of `frontDoorKey` never meets a function that does not know the key yet. Their values are made by AWS and stand
 * in no template: CloudFormation reads the one that is shown as it sets CloudFront up.
 */
export class FrontDoor extends Construct {
  /** Of both secrets. */
  readonly arns: readonly string[];
  /** What CloudFront adds to each request to the API. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: StageSettings }) {
    super(scope, id);
    const keys = { one: this.#key('OneKey', settings), other: this.#key('OtherKey', settings) };
    // Both Ref and the attribute Id are the ARN on AWS; on the emulator only Id is.
    this.arns = Object.values(keys).map((key) => (key.node.defaultChild as CfnSecret).attrId);
    this.headers = { [frontDoorHeader]: keys[settings.frontDoorKey].secretValue.unsafeUnwrap() };
  }

  #key(id: string, settings: StageSettings): Secret {
    const key = new Secret(this, id, {
      description: `saksi ${settings.name}: a key by which the API knows what came through CloudFront`,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      // It opens nothing by itself, and a new stack makes another one.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(key, { SMG4: 'CloudFront learns a new key by a deployment; SECURITY.md says how.' });
    return key;
  }
}
