import { renderToString } from 'react-dom/server';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { writtenDown } from '../../../../functions/requests/law/states.ts';
import { readLaw } from '../../../../functions/requests/law/contract.ts';
import { requestsApp } from '../../../../functions/requests/routes.ts';
import { Checklist } from '../../../../web/src/pages/case/law/checklist.tsx';
import { HostLaw } from '../../../../web/src/pages/case/law/host-law.tsx';
import { Instruments } from '../../../../web/src/pages/case/law/instruments.tsx';
import { LawQuestions } from '../../../../web/src/pages/case/law/law-questions.tsx';
import { ReaderProvider } from '../../../../web/src/parts/reader.tsx';
import { alsoWords, startWords } from '../../../../web/src/words/words.ts';
import { bookedCase } from '../../../support/booked-case.ts';
import { actorOf, ask, contextOver } from '../../../support/in-process.ts';
import { now } from '../../../support/prepared-case.ts';

/** Whatever is written down of the law of a pair of States can be drawn, with words for all of it. */

const said = vi.spyOn(console, 'error');
beforeEach(() => {
  said.mockClear();
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  vi.stubGlobal('localStorage', { getItem: () => null });
});
beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await startWords('my');
  await alsoWords('request');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The Union asks and is asked through its States. */
const states = writtenDown.map(({ state }) => state).filter((state) => state !== 'EU');
const pairs = states.flatMap((requesting) =>
  states.filter((host) => host !== requesting).map((host): [string, string] => [requesting, host]),
);

it.each(pairs)('a request of %s to %s', async (requesting, host) => {
  const { store, prepared } = await bookedCase();
  const { body } = await ask(
    requestsApp(contextOver(store, now)),
    actorOf(prepared.people.prosecutor),
    'GET',
    `/api/requests/law?requesting=${requesting}&host=${host}&receivedOn=2026-11-28&hearingDay=2027-03-01`,
  );
  const answer = readLaw.answer.parse(body);
  const drawn = renderToString(
    <ReaderProvider>
      <LawQuestions questions={answer.questions} />
      <Instruments instruments={answer.instruments} />
      <HostLaw fields={answer.law} />
      <Checklist items={answer.checklist} />
    </ReaderProvider>,
  );
  expect(drawn.length).toBeGreaterThan(1000);
  expect(said.mock.calls).toEqual([]);
});
