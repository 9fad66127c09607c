import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { Refusal } from '../refusals.ts';

/** What is believed of an access token; role and agency come from the directory at every request, so a change holds at once. */
export interface SignIn {
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly signedInAt: number;
}

/** The verifier of the access tokens of our own pool and client. */
export const staffVerifier = (userPoolId: string, clientId: string) =>
  CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' });

/** Who signed in and when, by a Cognito access token; undefined for a request without one. */
export const staffSignIn =
  (verifier: ReturnType<typeof staffVerifier>) =>
  async (request: Request): Promise<SignIn | undefined> => {
    const header = request.headers.get('authorization');
    if (header === null) return undefined;
    const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/.exec(header)?.[1];
    if (token === undefined) throw new Refusal('sign-in-needed');
    try {
      const { sub, auth_time: seconds } = await verifier.verify(token);
      return { subject: sub, signedInAt: seconds * 1000 };
    } catch {
      // Every reason is answered alike: a forger learns nothing from which check failed.
      throw new Refusal('sign-in-needed');
    }
  };
