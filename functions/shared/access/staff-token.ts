import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { Refusal } from '../refusals.ts';

/**
 * Who signed in, by the subject of a Cognito access token. Only the subject is believed; role and agency come from the
 * directory at every request, so a change takes effect at once.
 */
export function staffSubject(userPoolId: string, clientId: string) {
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' });
  return async (request: Request): Promise<string | undefined> => {
    const header = request.headers.get('authorization');
    if (header === null) return undefined;
    const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/.exec(header)?.[1];
    if (token === undefined) throw new Refusal('sign-in-needed');
    try {
      return (await verifier.verify(token)).sub;
    } catch {
      // Every reason is answered alike: a forger learns nothing from which check failed.
      throw new Refusal('sign-in-needed');
    }
  };
}
