import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { readGuest } from '../rooms/port/guest.ts';
import type { Context } from '../shared/http/call.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { paperReader } from '../shared/paper/read-paper.ts';
import { s3Papers } from '../shared/paper/s3-papers.ts';
import { codecs, threadFile, type Codecs } from '../shared/paper/thread-files.ts';
import { counted } from '../shared/spent.ts';
import { drawPages, isOfExhibit } from './drawing/draw-pages.ts';
import { exhibitsApp } from './routes.ts';

const bucket = z.string().min(1).parse(process.env['PAPERS_BUCKET']);
const staff = staffContext(readStaff, readings);
const context: Context = {
  ...staff,
  authenticate: async (request) =>
    (await staff.authenticate(request)) ?? readGuest(staff.store, request, staff.now()),
};
// The thread and its codecs lie beside this function's own file.
const beside = (name: string) => join(__dirname, name);
const own = Object.fromEntries(Object.keys(codecs).map((name) => [name, beside(name)])) as Codecs;
const means = {
  // Path style: the emulator's bucket host names are not resolved by Node, and AWS takes both.
  papers: s3Papers(counted(new S3Client({ forcePathStyle: true })), bucket, 'exhibits'),
  read: paperReader(beside(threadFile), own),
};

export const handler = lambdaEntry({
  http: exhibitsApp(context, means),
  stream: async (records) => {
    if (records.some(isOfExhibit)) await drawPages(context, means);
  },
  sweep: () => drawPages(context, means),
});
