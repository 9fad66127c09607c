import { BigButton } from '../guest/sheet.tsx';
import { useBindingWords } from '../../words/binding-words.ts';
import type { GuestPart } from './guest-part.ts';

/** A promise that was put to them waits here for their own answer; both answers are as large, and neither is pressed for them. */
export function GuestOath({ words, hearing: { acts }, seat, me, press }: GuestPart) {
  const asked = acts.find(
    (act) => act.kind === 'oath' && act.of === me && act.answered === 'own-page' && act.outcome === undefined,
  );
  if (asked?.kind !== 'oath' || asked.text === undefined) return null;
  const { act, text } = asked;
  const answer = (outcome: 'taken' | 'refused') => press('answerOath', { outcome }, { act });
  return (
    <section className="guest-oath" data-testid="guest-oath">
      <OathWords language={text.language} kind={seat === 'interpreter' ? 'interpreterOath' : 'witnessOath'} />
      <div className="signals">
        <BigButton press={() => answer('taken')}>{words.oathTaken}</BigButton>
        <BigButton quiet press={() => answer('refused')}>
          {words.oathRefused}
        </BigButton>
      </div>
    </section>
  );
}

function OathWords({
  language,
  kind,
}: {
  readonly language: string;
  readonly kind: 'witnessOath' | 'interpreterOath';
}) {
  const spoken = useBindingWords(language);
  if (spoken?.language !== language) return null;
  const { title, lines } = spoken.words[kind];
  return (
    <div lang={language}>
      <h2>{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
