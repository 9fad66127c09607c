import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import * as contract from './contract.ts';
import { beginUpload } from './handing-in/begin-upload.ts';
import { enterExhibit } from './handing-in/enter-exhibit.ts';
import { putPart } from './handing-in/put-part.ts';
import type { Means } from './handler.ts';
import { listExhibits } from './list-exhibits.ts';
import { lookAtPage } from './look-at-page.ts';
import { allowExhibit } from './showing/allow-exhibit.ts';
import { hideExhibit } from './showing/hide-exhibit.ts';
import { pointAt } from './showing/point-at.ts';
import { readShownPage, readShown } from './showing/read-shown.ts';
import { showExhibit } from './showing/show-exhibit.ts';
import { turnPage } from './showing/turn-page.ts';

export function exhibitsApp(context: Context, means: Means) {
  const { app, mount } = capabilityApp('exhibits', context);
  mount(contract.beginUpload, beginUpload);
  mount(contract.putPart, (call) => putPart(call, means));
  mount(contract.enterExhibit, (call) => enterExhibit(call, means));
  mount(contract.listExhibits, listExhibits);
  mount(contract.lookAtPage, (call) => lookAtPage(call, means));
  mount(contract.allowExhibit, allowExhibit);
  mount(contract.showExhibit, showExhibit);
  mount(contract.turnPage, turnPage);
  mount(contract.pointAt, pointAt);
  mount(contract.hideExhibit, hideExhibit);
  mount(contract.readShown, readShown);
  mount(contract.readShownPage, (call) => readShownPage(call, means));
  return app;
}
