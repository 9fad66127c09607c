import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { agreeToDisclosure } from './agree-to-disclosure.ts';
import * as contract from './contract.ts';
import { liftDisclosure } from './lift-disclosure.ts';
import { listDisclosures } from './list-disclosures.ts';
import { orderDisclosure } from './order-disclosure.ts';
import { readDisclosed } from './read-disclosed.ts';
import { takeDisclosed } from './take-disclosed.ts';

export function disclosuresApp(context: Context) {
  const { app, mount } = capabilityApp('disclosures', context);
  mount(contract.orderDisclosure, orderDisclosure);
  mount(contract.agreeToDisclosure, agreeToDisclosure);
  mount(contract.liftDisclosure, liftDisclosure);
  mount(contract.listDisclosures, listDisclosures);
  mount(contract.readDisclosed, readDisclosed);
  mount(contract.takeDisclosed, takeDisclosed);
  return app;
}
