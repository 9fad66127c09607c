import type { ExplainedWords } from '../../words/explained-words.ts';
import { Drawing, type DrawingName } from './drawings.tsx';
import { shownRoles, stepsOf, type Company } from './what-happens.ts';
import './explained.css';

/**
 * Pictures and plain words of who will be there, what happens in which order, and that there can be a pause and a stop. Of those
 * who come their role and nothing else.
 */
export function Explained({
  company,
  words,
  language,
}: {
  readonly company: Company;
  readonly words: ExplainedWords;
  readonly language: string;
}) {
  const { kind } = company;
  const about = kind === 'central-authority-meeting' ? undefined : words.kinds[kind];
  return (
    <div className="explained" lang={language}>
      {/* Nobody who answers for these words has read them in any language yet. */}
      <p className="explained-draft">{words.draft}</p>
      {about !== undefined && <p className="explained-lead">{about}</p>}
      <h2>{words.who}</h2>
      <ul>
        <Line drawing="you" text={words.you} />
        {shownRoles(company).map((role) => (
          <Line key={role} drawing={role} text={words.roles[role]} />
        ))}
      </ul>
      <h2>{words.order}</h2>
      <ol>
        {stepsOf(kind).map((step) => (
          <Line key={step} drawing={step} text={words.steps[step]} />
        ))}
      </ol>
      <h2>{words.may}</h2>
      <ul>
        {(['pause', 'stop', 'ask'] as const).map((can) => (
          <Line key={can} drawing={can} text={words.can[can]} />
        ))}
      </ul>
    </div>
  );
}

const Line = ({ drawing, text }: { readonly drawing: DrawingName; readonly text: string }) => (
  <li>
    <Drawing name={drawing} />
    <span>{text}</span>
  </li>
);
