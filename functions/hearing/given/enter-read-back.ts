import { sealAll } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { pseudonym } from '../../shared/values/ids.ts';
import { recordReadBack } from '../actions.ts';
import { enterAct, seatedAs, subjectOf, wordOf } from '../enter-act.ts';
import type { enterReadBack as contract } from './contract.ts';

/** The record was read back to whoever was heard; what they corrected is sealed in the log, and the record is not changed by it. */
export const enterReadBack: Handler<typeof contract> = (call) =>
  enterAct(call, (hearing) => {
    const { of: named, language, interpreter, corrections, outcome } = call.body;
    const of = seatedAs(hearing.door, named, ['witness', 'expert', 'accused']);
    if (interpreter !== undefined) seatedAs(hearing.door, interpreter, ['interpreter'], '/interpreter');
    const word = wordOf(hearing);
    const { randomBytes } = call.context;
    const sealed = sealAll({ language: String(language) }, randomBytes);
    const corrected =
      corrections.length === 0
        ? undefined
        : sealAll({ corrections: JSON.stringify(corrections) }, randomBytes);
    const disclosures = { ...sealed.disclosures, ...corrected?.disclosures };
    const by = interpreter === undefined ? {} : { interpreter: pseudonym.parse(interpreter) };
    return {
      act: { kind: 'read-back', of, language, corrections, outcome, ...by, ...word, disclosures },
      entry: (acting) =>
        recordReadBack.entry({
          ...acting,
          subject: subjectOf(of),
          details: { outcome, corrections: corrections.length, ...by, ...word },
          sealed: { ...sealed.digests, ...corrected?.digests },
        }),
    };
  });
