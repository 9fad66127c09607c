import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import * as contract from './contract.ts';
import { beginUpload } from './handing-in/begin-upload.ts';
import { enterExhibit } from './handing-in/enter-exhibit.ts';
import { putPart } from './handing-in/put-part.ts';
import type { Means } from './handler.ts';
import { listExhibits } from './list-exhibits.ts';
import { lookAtPage } from './look-at-page.ts';

export function exhibitsApp(context: Context, means: Means) {
  const { app, mount } = capabilityApp('exhibits', context);
  mount(contract.beginUpload, beginUpload);
  mount(contract.putPart, (call) => putPart(call, means));
  mount(contract.enterExhibit, (call) => enterExhibit(call, means));
  mount(contract.listExhibits, listExhibits);
  mount(contract.lookAtPage, (call) => lookAtPage(call, means));
  return app;
}
