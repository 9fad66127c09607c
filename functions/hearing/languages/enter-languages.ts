import { sealAll } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit } from '../../shared/refusals.ts';
import { pseudonym } from '../../shared/values/ids.ts';
import { languagesSet } from '../actions.ts';
import { roomRoles } from '../../shared/access/roles.ts';
import { enterAct, seatedAs, wordOf } from '../enter-act.ts';
import type { enterLanguages as contract } from './contract.ts';

/** How is interpreted from now on. It stands in the place of what was entered before; between which languages is sealed. */
export const enterLanguages: Handler<typeof contract> = (call) =>
  enterAct(call, (hearing) => {
    const { how, channels } = call.body;
    for (const [at, { interpreter, from, to, of }] of channels.entries()) {
      if (from === to) throw doesNotFit(`/channels/${at}/to`, 'Name two different languages.');
      seatedAs(hearing.door, interpreter, ['interpreter'], `/channels/${at}/interpreter`);
      if (of !== 'court') seatedAs(hearing.door, of, roomRoles, `/channels/${at}/of`);
    }
    const word = wordOf(hearing);
    const { digests, disclosures } = sealAll(
      { channels: JSON.stringify(channels) },
      call.context.randomBytes,
    );
    const interpreters = [...new Set(channels.map(({ interpreter }) => interpreter))].map((each) =>
      pseudonym.parse(each),
    );
    return {
      act: { kind: 'languages', how, channels, ...word, disclosures },
      entry: (acting) =>
        languagesSet.entry({ ...acting, details: { how, interpreters, ...word }, sealed: digests }),
    };
  });
