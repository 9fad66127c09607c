import { headKey, parseHead, prepareAppend } from '../../custody/port/append.ts';
import { readPeople } from '../../directory/port/actor.ts';
import { faultName, logEvent } from '../../shared/log.ts';
import { commit } from '../../shared/store/commit.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import { newId } from '../../shared/values/ids.ts';
import { helpRung } from '../actions.ts';
import type { HelpContext, NextStep } from '../context.ts';
import {
  alarmKey,
  onCallKey,
  parseAlarm,
  parseOnCall,
  putAlarm,
  type Alarm,
  type AlarmName,
} from '../store.ts';
import { ringingOf } from './help-of.ts';
import { calledBy, stepsDue, untilStep } from './ring.ts';
import { textFor } from '../text.ts';

/**
 * Does what is due of an alarm that rings: sends the text messages of each step whose hour has come, enters that, and has itself
 * woken for the next step. Harmless to repeat: what was sent and not entered goes once more, with the same words. It can be late,
 * and then does several steps at once.
 * @returns whether anything was due
 */
export async function goOn(context: HelpContext, name: AlarmName): Promise<boolean> {
  const [item, listItem] = await context.store.get([alarmKey(name), onCallKey(name.sessionId)]);
  const alarm = parseAlarm(item);
  if (alarm?.state !== 'ringing') return false;
  const due = stepsDue(ringingOf(alarm), context.now().getTime());
  if (due > alarm.rung) {
    const people = calledBy(alarm.onCall.length, alarm.rung, due).flatMap((at) => alarm.onCall[at] ?? []);
    const numbers = new Map(
      parseOnCall(listItem)?.people.map(({ personId, telephone }) => [personId, telephone] as const),
    );
    const sent = await sendTexts(
      context,
      people.flatMap(({ personId }) => {
        const to = numbers.get(personId);
        return to === undefined ? [] : [{ personId, to }];
      }),
    );
    await enter(context, alarm, { due, people: people.map(({ pseudonym }) => pseudonym), ...sent });
  }
  const wait = untilStep(ringingOf(alarm), due, context.now().getTime());
  if (wait !== undefined) await context.wakeMe({ ...name, since: alarm.since, step: due }, wait);
  return due > alarm.rung;
}

/** Called for one step: what was done meanwhile, or is of an alarm that was opened anew since, is let be. */
export async function goOnWith(context: HelpContext, { since, step, ...name }: NextStep): Promise<void> {
  const [item] = await context.store.get([alarmKey(name)]);
  const alarm = parseAlarm(item);
  if (alarm?.state === 'ringing' && alarm.since === since && alarm.rung <= step) await goOn(context, name);
}

/** To each in their own language. Who cannot be reached is told to nobody here but counted, and the next one's turn comes. */
async function sendTexts(
  { store, texts, frontAddress }: HelpContext,
  to: readonly { readonly personId: string; readonly to: string }[],
): Promise<{ readonly texts: number; readonly notSent: number }> {
  if (to.length === 0) return { texts: 0, notSent: 0 };
  const people = await readPeople(
    store,
    to.map(({ personId }) => personId),
  );
  const each = await Promise.allSettled(
    to.map(async ({ personId, to: number }) => {
      const person = people.get(personId);
      // Whoever may not sign in any more is not called.
      if (person === undefined || person.disabled === true) throw new RangeError('That person is not there.');
      await texts.send(number, textFor(person.language, frontAddress));
    }),
  );
  const faults = each.filter((outcome) => outcome.status === 'rejected');
  for (const { reason } of faults) logEvent('help.text-not-sent', { fault: faultName(reason) });
  return { texts: each.length - faults.length, notSent: faults.length };
}

/** How many steps are done then, who was called by them, and what became of the messages. */
interface Done {
  readonly due: number;
  readonly people: readonly string[];
  readonly texts: number;
  readonly notSent: number;
}

/** That they were called is entered whatever happened meanwhile, unless somebody else did the same steps and entered it. */
const enter = (context: HelpContext, { since, ...name }: Alarm, { due, people, texts, notSent }: Done) =>
  commit(context, async () => {
    const now = context.now();
    const { caseId, sessionId, pseudonym } = name;
    const found = await readByKey(context.store, [alarmKey(name), headKey(caseId)]);
    const before = parseAlarm(found(alarmKey(name)));
    if (before === undefined || before.since !== since || before.rung >= due)
      return { changes: [], answer: undefined };
    const entry = helpRung.entry({
      entryId: newId(context.randomBytes),
      actor: { system: 'help' },
      authority: { kind: 'rule', ref: 'silent-alarm' },
      subject: { kind: 'session', ref: sessionId },
      occurredAt: now.toISOString(),
      details: { caller: pseudonym, people: [...people], texts, notSent },
    });
    const head = parseHead(found(headKey(caseId)));
    const log = prepareAppend({ logId: caseId, caseId, head, entries: [entry], recordedAt: now });
    logEvent('help.rung', { step: due, texts });
    return {
      changes: [...putAlarm(before, { ...before, rung: due }, now), ...log.changes],
      answer: undefined,
    };
  });
