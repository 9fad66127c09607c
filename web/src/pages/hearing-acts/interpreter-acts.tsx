import { BigButton } from '../guest/sheet.tsx';
import type { GuestPart } from './guest-part.ts';

/** Whoever interprets: the light for the speaker, and handing over to another, which both say. */
export function InterpreterActs({ words, hearing, me, press }: GuestPart) {
  const { acts, interpreters = [], wait } = hearing;
  const lit = wait?.by === me;
  const asked = acts.filter((act) => act.kind === 'hand-over').pop();
  const isOpen =
    asked?.kind === 'hand-over' && !acts.some((act) => act.kind === 'taken-over' && act.on === asked.act);
  const signal = acts.filter((act) => act.kind === 'signal').pop();
  return (
    <>
      {signal?.kind === 'signal' && (
        <p className="saying" role="status" data-testid="signalled">
          {signal.by?.pseudonym}: {signal.what === 'say-again' ? words.sayAgain : words.notUnderstood}
        </p>
      )}
      <BigButton press={() => press('showWait', { wait: !lit })}>
        {lit ? words.speakerGo : words.speakerWait}
      </BigButton>
      {isOpen && asked.to === me && (
        <BigButton press={() => press('takeOver', {}, { act: asked.act })}>
          {words.takeOver.replace('{who}', asked.from)}
        </BigButton>
      )}
      {isOpen && asked.from === me && (
        <p className="saying">{words.handOverAsked.replace('{who}', asked.to)}</p>
      )}
      {interpreters
        .filter((other) => other !== me && !(isOpen && asked.from === me))
        .map((other) => (
          <BigButton key={other} quiet press={() => press('askHandOver', { to: other })}>
            {words.handOver.replace('{who}', other)}
          </BigButton>
        ))}
    </>
  );
}
