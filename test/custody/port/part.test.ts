import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entrySchema, type Entry } from '../../../functions/custody/port/entry.ts';
import {
  isOfPart,
  namedIn,
  partOf,
  sessionsIn,
  type ReaderOfPart,
} from '../../../functions/custody/port/part.ts';
import { partReader, type PartReader } from '../../../functions/custody/port/log-class.ts';
import { discoverActions } from '../../../infra/actions.ts';

const actions = await discoverActions(join(import.meta.dirname, '../../../functions'));

const letter: Readonly<Record<PartReader, string>> = {
  'support-officer': 'S',
  'central-authority': 'H',
  'attending-officer': 'A',
  'defence-counsel': 'D',
  'victim-counsel': 'V',
};

/** Written out once more, so that nobody reads a kind of entry by a slip where it is declared. What is not here is for nobody. */
const expected: Readonly<Record<string, string>> = {
  'answer.ruled': 'S theirs A theirs',
  'answer.stopped': 'S theirs A theirs',
  'languages.carried': 'H every D every',
  'languages.set': 'S theirs A theirs',
  'oath.answered': 'S theirs A theirs',
  'oath.heard': 'S theirs A theirs',
  'oath.put': 'S theirs A theirs',
  'rights.told': 'S theirs A theirs',
  'record.read-back': 'S theirs A theirs',
  'witness.signalled': 'S theirs A theirs',
  'objection.made': 'S theirs A theirs D every V every',
  'objection.ruled': 'S theirs A theirs D every V every',
  'rendition.challenged': 'S theirs A theirs D every V every',
  'rendition.ruled': 'S theirs A theirs D every V every',
  'aftercare.closed': 'S about',
  'attending-officer.named': 'S theirs H every A theirs D theirs V theirs',
  'case.closed': 'S every H every A every',
  'case.held-for-appeal': 'S every H every A every',
  'case.let-go': 'S every H theirs A theirs',
  'case.opened': 'S every H every A theirs',
  'case.reopened': 'S every H every A every',
  'case.taken': 'S every H every',
  'consent.given': 'S about',
  'consent.refused': 'S about',
  'consent.wish-waived': 'S about',
  'consent.withdrawn': 'S about',
  'counsel.admitted': 'S every',
  'court.in-camera': 'H every D every V every',
  'court.silenced': 'H every D every V every',
  'court.in-recess': 'H every D every V every',
  'disclosure.agreed': 'S about',
  'disclosure.asked-for': 'S about',
  'disclosure.lifted': 'S about',
  'disclosure.ordered': 'S about',
  'exhibit.allowed': 'D theirs V theirs',
  'exhibit.entered': 'D theirs V theirs',
  'exhibit.hidden': 'D theirs V theirs',
  'exhibit.shown': 'D theirs V theirs',
  'exhibit.turned': 'D theirs V theirs',
  'feedback.given': 'S about H theirs',
  'feedback.told': 'S about H theirs',
  'gate.aside': 'H every',
  'gate.aside-ended': 'H every',
  'gate.aside-fell': 'H every',
  'gate.moved': 'H every',
  'gate.restored': 'S theirs H theirs A theirs',
  'gate.set-aside': 'S theirs H theirs A theirs',
  'hearing.adjourned': 'H every D every V every',
  'help.answered': 'S theirs',
  'help.called': 'S theirs',
  'help.rung': 'S theirs',
  'help.technical-answered': 'S theirs',
  'help.technical-asked': 'S theirs',
  'identity.erased': 'S about H theirs',
  'identity.established': 'H every A theirs',
  'identity.kept': 'S about H theirs',
  'identity.other-person': 'H every A theirs',
  'identity.read': 'S about H theirs',
  'information.asked-for': 'S about H theirs',
  'information.declined': 'S about H theirs',
  'information.kept': 'S about H theirs',
  'information.received': 'S about H theirs',
  'information.shared': 'S about H theirs',
  'information.used': 'S about H theirs',
  'interpreter.added': 'S theirs H every A theirs D theirs V theirs',
  'interpreting.mode-changed': 'S theirs H every A theirs D theirs V theirs',
  'member.came': 'S every H theirs A theirs',
  'member.left': 'S every H theirs A theirs',
  'notice.returned': 'S theirs H theirs A theirs',
  'notice.sent': 'S theirs H theirs A theirs',
  'on-call.kept': 'S theirs',
  'order.asked-for': 'S about',
  'order.changed': 'S about A about',
  'order.declined': 'S about',
  'order.lifted': 'S about A about',
  'order.made': 'S about A about',
  'participant.replaced': 'S theirs H every A theirs D theirs V theirs',
  'party.named': 'S every',
  'pass.minted': 'S theirs A theirs D theirs V theirs',
  'permission.granted': 'S theirs H every A theirs',
  'permission.paper-entered': 'S theirs H every A theirs',
  'permission.postponed': 'S theirs H every A theirs',
  'permission.refused': 'S theirs H every A theirs',
  'permission.told': 'S about H every',
  'permission.way-tried': 'S theirs H every A theirs',
  'preparation.ticked': 'S theirs A theirs',
  'questions.answered': 'S about H every A theirs',
  'questions.returned': 'S about H every A theirs',
  'questions.sent': 'S about H every A theirs',
  'record.set': 'H every D every V every',
  'rehearsal.recorded': 'S theirs A theirs',
  'rehearsal.set-aside': 'S theirs A theirs',
  'request.item-marked': 'H every',
  'request.transmitted': 'H every',
  'risk-plan.approved': 'S about',
  'risk-plan.declined': 'S about',
  'risk-plan.opposed': 'S about',
  'risk-plan.reopened': 'S about',
  'risk-plan.seconded': 'S about',
  'room.closed': 'H every D every V every',
  'room.officer-left': 'H every D every V every',
  'room.opened': 'H every D every V every',
  'room.paused': 'S theirs A theirs D theirs V theirs',
  'presence.gap': 'H every',
  'room.relay-lost': 'H every D every V every',
  'room.resumed': 'S theirs A theirs D theirs V theirs',
  'room.stopped': 'S theirs A theirs D theirs V theirs',
  'seat.admitted': 'D theirs V theirs',
  'seat.arrived': 'S theirs A theirs D theirs V theirs',
  'seat.line-told': 'S theirs A theirs D theirs V theirs',
  'seat.removed': 'D theirs V theirs',
  'session.booked': 'S theirs H every A theirs D theirs V theirs',
  'session.cancelled': 'S theirs H every A theirs D theirs V theirs',
  'session.change-approved': 'S theirs H every A theirs D theirs V theirs',
  'session.ended': 'H every D every V every',
  'session.held': 'S theirs H every A theirs D theirs V theirs',
  'session.length-changed': 'S theirs H every A theirs D theirs V theirs',
  'session.linked': 'S theirs H every A theirs D theirs V theirs',
  'session.moved': 'S theirs H every A theirs D theirs V theirs',
  'session.released': 'S theirs H every A theirs D theirs V theirs',
  'session.restored': 'S theirs H every A theirs D theirs V theirs',
  'session.retimed': 'H every D theirs V theirs',
  'session.rooms-set': 'S theirs H every A theirs D theirs V theirs',
  'session.unlinked': 'S theirs H every A theirs D theirs V theirs',
  'task.returned': 'S theirs H theirs A theirs',
  'task.told': 'S theirs H theirs A theirs',
  'testimony.order-lifted': 'S about',
  'testimony.ordered': 'S about',
  'unmasking.agreed': 'S about H theirs',
  'unmasking.asked': 'S about H theirs',
  'unmasking.declined': 'S about H theirs',
  'witness.called': 'H every',
  'witness.crossed-border': 'S about H every',
  'witness.described': 'S about',
  'witness.handed-over': 'S theirs',
  'witness.named': 'S theirs H every',
  'witness.protected': 'S about',
  'witness.stood-down': 'H every',
  'witness.take-over-asked': 'S theirs',
  'witness.take-over-ended': 'S theirs',
  'witness.taken-over': 'S theirs',
};

describe('what the actions say of those who read a part', () => {
  test('is what is written here, and of all others nothing', () => {
    const said = actions.map(({ value: { action, part } }) => [
      action,
      Object.entries(part)
        .map(([role, reach]) => `${letter[role as PartReader]} ${reach}`)
        .join(' '),
    ]);
    expect(Object.fromEntries(said.filter(([, part]) => part !== ''))).toEqual(expected);
  });

  test('is of logs that are read in part', () => {
    const parted = actions.filter(({ value }) => Object.keys(value.part).length > 0);
    expect(new Set(parted.map(({ value }) => value.log))).toEqual(new Set(['case', 'session']));
  });
});

const session = '4x7k2q9d1m3n5p8r0s6t7v2w4y';
const entry = (of: object = {}): Entry =>
  entrySchema.parse({
    version: 1,
    logId: '5x7k2q9d1m3n5p8r0s6t7v2w4y',
    index: 0,
    recordedAt: '2026-11-24T03:00:00.000Z',
    entryId: 'entry-0000000000000001',
    action: 'order.made',
    actor: { role: 'judge', pseudonym: 'J-4K7Q' },
    authority: { kind: 'role', ref: 'judge' },
    occurredAt: '2026-11-24T03:00:00.000Z',
    details: {},
    ...of,
  });
const officer: ReaderOfPart = {
  role: 'support-officer',
  names: new Set(['S-4K7Q', 'W-4K7Q']),
  sessions: new Set([session]),
};
const ofWitness = (ref: string) => entry({ subject: { kind: 'witness', ref } });

describe('an entry', () => {
  test('is of nobody’s part where its action says nothing, or something that is not known', () => {
    for (const role of partReader.options)
      for (const part of [undefined, {}, { judge: 'every' }, { [role]: 'some' }, { [role]: '' }])
        expect(isOfPart({ entry: ofWitness('W-4K7Q'), part }, { ...officer, role })).toBe(false);
  });

  test('of every kind is of a part whoever it is about, for that role alone', () => {
    const part = { 'support-officer': 'every' };
    expect(isOfPart({ entry: ofWitness('W-2222'), part }, officer)).toBe(true);
    expect(isOfPart({ entry: ofWitness('W-4K7Q'), part }, { ...officer, role: 'attending-officer' })).toBe(
      false,
    );
  });

  test.each<[string, Entry, boolean, boolean]>([
    ['about one for whom somebody answers', ofWitness('W-4K7Q'), true, true],
    ['about another', ofWitness('W-2222'), false, false],
    ['about a seat of theirs', entry({ subject: { kind: 'seat', ref: 'witness W-4K7Q' } }), true, true],
    ['about a session in which one sits', entry({ subject: { kind: 'session', ref: session } }), true, true],
    [
      'about another session',
      entry({ subject: { kind: 'session', ref: `5${session.slice(1)}` } }),
      false,
      false,
    ],
    ['that protects one', entry({ details: { protected: 'W-4K7Q', from: 'R-2222' } }), true, true],
    [
      'that protects another from them',
      entry({ details: { protected: 'W-2222', from: 'S-4K7Q' } }),
      true,
      false,
    ],
    ['that a session in camera is about', entry({ details: { session } }), true, true],
    ['that covers their sessions among others', entry({ details: { sessions: ['x', session] } }), true, true],
    ['that they made', entry({ actor: { role: 'support-officer', pseudonym: 'S-4K7Q' } }), true, false],
    ['that a part of saksi made', entry({ actor: { system: 'rooms' } }), false, false],
    [
      'that lists them',
      entry({ details: { members: ['judge J-2222', 'support-officer S-4K7Q'] } }),
      true,
      false,
    ],
    ['whose words hold the name', entry({ details: { basis: 'for the sake of W-4K7Q' } }), false, false],
  ])('%s: of their own part, of what is about them', (_name, one, theirs, about) => {
    expect(isOfPart({ entry: one, part: { 'support-officer': 'theirs' } }, officer)).toBe(theirs);
    expect(isOfPart({ entry: one, part: { 'support-officer': 'about' } }, officer)).toBe(about);
  });

  test('names those who stand in it, and the sessions', () => {
    const one = entry({
      subject: { kind: 'session', ref: session },
      details: { persons: ['W-4K7Q'], officer: 'A-2222', epoch: 3, again: true },
    });
    expect(namedIn(one)).toEqual(['J-4K7Q', 'W-4K7Q', 'A-2222']);
    expect(sessionsIn(one)).toEqual([session]);
  });

  test('stays in its order in a part', () => {
    const part = { 'support-officer': 'theirs' };
    const all = ['W-4K7Q', 'W-2222', 'W-4K7Q'].map((ref, index) => ({
      entry: entry({ subject: { kind: 'witness', ref }, index }),
      part,
    }));
    expect(partOf(all, officer).map((each) => each.entry.index)).toEqual([0, 2]);
  });
});
