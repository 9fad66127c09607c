import * as z from 'zod';

/** What a page may know before anyone signs in. */
const config = z.object({
  stage: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  /** Where the hosted sign-in pages are, without a slash at the end. */
  signInUrl: z.url(),
  liveKitUrl: z.string(),
});

export type Config = z.infer<typeof config>;

export async function loadConfig(): Promise<Config> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The page's settings could not be loaded: ${response.status}.`);
  return config.parse(await response.json());
}
