import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../functions/shared/access/roles.ts';
import type { SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import { Chooser, Tick } from '../../parts/chooser.tsx';
import { DateBox } from '../../parts/date-time.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { hasSeat, isHearing, kindsToLookFor } from '../session/kind-seats.ts';
import { proposalOfKind } from './first-proposal.ts';
import { ProposalInterpreter } from './proposal-interpreter.tsx';
import { ProposalRoom } from './proposal-room.tsx';
import type { Choosable } from './use-names.ts';
import type { FinderContext, Wanted } from './proposal.ts';

const lengths = [30, 45, 60, 90, 120, 180, 240, 300, 360, 480];
const around = [0, 15, 30, 45, 60, 90, 120];
const windows = [7, 14, 28, 56, 91, 180];

/** What is looked for. Each change is looked for at once; there is no button to press. */
export function ProposalForm({
  proposal,
  context,
  choosable,
  onProposal,
}: {
  readonly proposal: Wanted;
  readonly context: FinderContext;
  readonly choosable: Choosable;
  readonly onProposal: (proposal: Wanted) => void;
}) {
  // A session that is moved stays what it is.
  if (context.moving !== undefined)
    return (
      <div className="proposal">
        <ProposalWindow proposal={proposal} onProposal={onProposal} />
        <ProposalSteps proposal={proposal} onProposal={onProposal} />
      </div>
    );
  return (
    <div className="proposal">
      <ProposalWhen proposal={proposal} onProposal={onProposal} />
      <ProposalWho proposal={proposal} context={context} onProposal={onProposal} />
      <div>
        {hasSeat(proposal.kind, 'interpreter') && (
          <ProposalInterpreter
            proposal={proposal}
            usual={context.usual}
            choosable={choosable}
            onProposal={onProposal}
          />
        )}
        <ProposalRoom proposal={proposal} choosable={choosable} onProposal={onProposal} />
      </div>
    </div>
  );
}

/** What kind of session a time is looked for, of those that the reader may know of. */
export function ProposalKind({
  proposal,
  firstOf,
  onProposal,
}: PartProps & { readonly firstOf: (kind: SessionKind) => Wanted }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  return (
    <Chooser
      label={t('booking.kind')}
      options={kindsToLookFor(me.role).map((value) => ({ value, label: t(`staff:session.kind.${value}`) }))}
      value={proposal.kind}
      onChoose={(kind) => onProposal(proposalOfKind(proposal, kind, firstOf(kind)))}
    />
  );
}

interface PartProps {
  readonly proposal: Wanted;
  readonly onProposal: (proposal: Wanted) => void;
}

/** A list of lengths; the one in force is always among them. */
const among = (options: readonly number[], value: number): readonly number[] =>
  [...new Set([...options, value])].toSorted((one, other) => one - other);

const useMinutes = () => {
  const { t } = useTranslation(['scheduling', 'staff']);
  return (options: readonly number[], value: number) =>
    among(options, value).map((each) => ({
      value: String(each),
      label: each === 0 ? t('when.none') : t('staff:book.minutes', { number: each }),
    }));
};

function ProposalWhen({ proposal, onProposal }: PartProps) {
  const { t } = useTranslation('scheduling');
  const minutes = useMinutes();
  return (
    <section aria-labelledby="proposal-when">
      <h2 id="proposal-when">{t('when.title')}</h2>
      <ProposalWindow proposal={proposal} onProposal={onProposal} />
      <Chooser
        label={t('when.length')}
        options={minutes(lengths, proposal.minutes)}
        value={String(proposal.minutes)}
        onChoose={(value) => onProposal({ ...proposal, minutes: Number(value) })}
      />
      <details>
        <summary>{t('when.more')}</summary>
        {isHearing(proposal.kind) &&
          (['pre', 'post'] as const).map((part) => (
            <Chooser
              key={part}
              label={t(`when.${part}`)}
              options={minutes(around, proposal[part])}
              value={String(proposal[part])}
              onChoose={(value) => onProposal({ ...proposal, [part]: Number(value) })}
            />
          ))}
        <ProposalSteps proposal={proposal} onProposal={onProposal} />
      </details>
    </section>
  );
}

function ProposalWindow({ proposal, onProposal }: PartProps) {
  const { t } = useTranslation('scheduling');
  return (
    <div>
      <DateBox
        name="from"
        label={t('when.from')}
        held={[proposal.from, (from) => from !== undefined && onProposal({ ...proposal, from })]}
      />
      <Chooser
        label={t('when.window')}
        options={among(windows, proposal.days).map((days) => ({
          value: String(days),
          label: t('when.days', { number: days }),
        }))}
        value={String(proposal.days)}
        onChoose={(days) => onProposal({ ...proposal, days: Number(days) })}
      />
    </div>
  );
}

function ProposalSteps({ proposal, onProposal }: PartProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  return (
    <div>
      <Chooser
        label={t('when.grid')}
        options={(['15', '5'] as const).map((value) => ({
          value,
          label: t('staff:book.minutes', { number: Number(value) }),
        }))}
        value={proposal.grid === 5 ? '5' : '15'}
        onChoose={(value) => onProposal({ ...proposal, grid: value === '5' ? 5 : 15 })}
      />
      <Tick
        label={t('when.outsideHours')}
        checked={proposal.outsideHours}
        onTick={(outsideHours) => onProposal({ ...proposal, outsideHours })}
      />
      <Tick
        label={t('when.shortNotice')}
        checked={proposal.shortNotice}
        onTick={(shortNotice) => onProposal({ ...proposal, shortNotice })}
      />
      <Tick
        label={t('when.withoutBuffers')}
        checked={proposal.withoutBuffers}
        onTick={(withoutBuffers) => onProposal({ ...proposal, withoutBuffers })}
      />
    </div>
  );
}

function ProposalWho({ proposal, context, onProposal }: PartProps & { readonly context: FinderContext }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const tick = (personId: string, on: boolean) =>
    onProposal({
      ...proposal,
      members: on ? [...proposal.members, personId] : proposal.members.filter((each) => each !== personId),
    });
  // Who interprets is asked beside it.
  const canSit = context.members.filter(
    ({ role }) => role !== 'interpreter' && hasSeat(proposal.kind, role as Role),
  );
  return (
    <FieldGroup label={<h2>{t('who.title')}</h2>}>
      {isHearing(proposal.kind) && (
        <p className="hint">{t('who.witnessAlways', { pseudonym: context.witness })}</p>
      )}
      <div className="choices">
        {canSit.map(({ personId, role, pseudonym, label }) => (
          <Tick
            key={personId}
            label={`${t(`staff:roles.${role}`)} ${pseudonym}: ${label}`}
            checked={proposal.members.includes(personId)}
            onTick={(on) => tick(personId, on)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
