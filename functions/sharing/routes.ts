import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { askForCopy } from './ask-for-copy.ts';
import { confirmReceipt } from './confirm-receipt.ts';
import * as contract from './contract.ts';
import { declineAsk } from './decline-ask.ts';
import { enterUse } from './enter-use.ts';
import { giveFeedback } from './give-feedback.ts';
import { listSharingTasks } from './list-tasks.ts';
import { readSharing } from './read-sharing.ts';
import { recordInformation } from './record-information.ts';
import { shareInformation } from './share-information.ts';
import { tellPerson } from './tell-person.ts';

export function sharingApp(context: Context) {
  const { app, mount } = capabilityApp('sharing', context);
  mount(contract.listSharingTasks, listSharingTasks);
  mount(contract.readSharing, readSharing);
  mount(contract.recordInformation, recordInformation);
  mount(contract.shareInformation, shareInformation);
  mount(contract.confirmReceipt, confirmReceipt);
  mount(contract.askForCopy, askForCopy);
  mount(contract.declineAsk, declineAsk);
  mount(contract.enterUse, enterUse);
  mount(contract.giveFeedback, giveFeedback);
  mount(contract.tellPerson, tellPerson);
  return app;
}
