import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { applyForOrder } from './apply-for-order.ts';
import * as contract from './contract.ts';
import { decideOrder } from './decide-order.ts';
import { orderToTestify } from './order-to-testify.ts';
import { readOrders } from './read-orders.ts';
import { stateDefence } from './state-defence.ts';

export function ordersApp(context: Context) {
  const { app, mount } = capabilityApp('orders', context);
  mount(contract.applyForOrder, applyForOrder);
  mount(contract.stateDefence, stateDefence);
  mount(contract.decideOrder, decideOrder);
  mount(contract.orderToTestify, orderToTestify);
  mount(contract.readOrders, readOrders);
  return app;
}
