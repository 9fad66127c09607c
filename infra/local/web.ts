import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { DeleteObjectsCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { s3 } from './aws.ts';
import { run } from './command.ts';
import type { DeployedStack } from './deployed-stack.ts';
import { fingerprint } from './fingerprint.ts';
import type { Instance } from './instance.ts';
import { Obstacle } from './obstacle.ts';

/** What the pages may know before anyone signs in; served as /config.json. */
export function webConfig(stack: DeployedStack) {
  return {
    stage: 'local',
    userPoolId: stack.outputs.UserPoolId,
    userPoolClientId: stack.outputs.UserPoolClientId,
    signInUrl: stack.signInUrl,
    liveKitUrl: stack.liveKit.publicUrl,
  };
}

/** A hash of all that the uploaded site is made from. */
export function webFingerprint(instance: Instance, stack: DeployedStack): string {
  const sources = ['web', 'functions', 'package-lock.json'];
  return fingerprint(
    instance.root,
    sources,
    [JSON.stringify(webConfig(stack)), stack.outputs.WebBucketName],
    ['web/dist'],
  );
}

/** Builds the pages into the instance's folder and makes the site's bucket hold exactly them. */
export async function publishWeb(
  instance: Instance,
  stack: DeployedStack,
  signal: AbortSignal,
): Promise<void> {
  const built = join(instance.folder, 'web');
  await run({
    purpose: 'Building the pages',
    command: join(instance.root, 'node_modules', '.bin', 'vite'),
    args: [
      'build',
      '-c',
      join('web', 'vite.config.ts'),
      '--outDir',
      built,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
    cwd: instance.root,
    env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' },
    logFile: join(instance.folder, 'logs', 'web.log'),
    signal,
  });
  const files = new Map<string, Buffer>();
  for (const path of filesBelow(built)) files.set(path, readFileSync(join(built, path)));
  files.set('config.json', Buffer.from(JSON.stringify(webConfig(stack))));
  await upload(instance, stack.outputs.WebBucketName, files, signal);
}

async function upload(
  instance: Instance,
  Bucket: string,
  files: Map<string, Buffer>,
  abortSignal: AbortSignal,
) {
  const client = s3(instance);
  const waiting = [...files];
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [Key, Body] = next;
      const put = { Bucket, Key, Body, ContentType: contentType(Key), CacheControl: cacheControl(Key) };
      await client.send(new PutObjectCommand(put), { abortSignal });
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }), { abortSignal });
  const stale = Contents.flatMap(({ Key }) => (Key !== undefined && !files.has(Key) ? [{ Key }] : []));
  if (stale.length > 0) await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: stale } }));
}

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** A type is never guessed: an unknown one would be offered as a download. */
export function contentType(path: string): string {
  const type = CONTENT_TYPES[extname(path)];
  if (type === undefined)
    throw new Obstacle(`infra/local/web.ts does not know the content type of ${path}: add it.`);
  return type;
}

/** Vite puts a hash of the content into the names below assets/; everything else is asked for afresh. */
export function cacheControl(path: string): string {
  return path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
