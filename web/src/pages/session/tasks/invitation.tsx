import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { issueInvitation } from '../../../../../functions/rooms/invitations/contract.ts';
import type { GuestRole } from '../../../../../functions/shared/access/roles.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { ownNames, uiLanguages } from '../../../../../functions/shared/values/languages.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { HeadingFor, headingFor, type NamedPerson } from '../../../parts/named-person.tsx';
import { QrCode } from '../../../parts/qr-code.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { invitationLink } from '../../guest/invitation-link.ts';
import { InvitationPaper } from './invitation-paper.tsx';
import type { SessionView } from '../session-view.ts';
import { TriedOut } from './tried-out.tsx';
import { useInvitation } from './use-invitation.ts';
import { MakeAnew } from './make-anew.tsx';

type Asked = BodyIn<typeof issueInvitation>;

/** Makes a link and a PIN for somebody without an account. Both are shown once, and never stored by the page. */
export function InvitationTask({
  session,
  seat,
  oneOf,
}: {
  readonly session: Pick<SessionView, 'sessionId'>;
  readonly seat: GuestRole;
  /** Who is invited, where several have that seat. */
  readonly oneOf?: NamedPerson;
}) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const { sessionId } = session;
  const action = useAction(issueInvitation);
  const stands = useInvitation(sessionId, { seat, pseudonym: oneOf?.pseudonym });
  const [asked, setAsked] = useState<Asked>();
  const [printing, setPrinting] = useState(false);
  const labels = { language: t('invitation.language') };
  const made = action.answer;
  const readIn = asked?.language ?? 'en';
  const link = made === undefined ? '' : invitationLink(location.origin, readIn, made.secret);
  const who = oneOf === undefined ? {} : { pseudonym: oneOf.pseudonym };
  const ofSeat = t(`invitation.title.${seat}`);
  const invite = (body: Asked) => {
    setAsked(body);
    action.start({ params: { sessionId }, body });
  };
  return (
    <section className="task" aria-label={headingFor(ofSeat, oneOf)}>
      <h3>
        <Icon name="person" /> <HeadingFor text={ofSeat} who={oneOf} />
      </h3>
      {stands !== undefined && (
        <TriedOut
          invitation={stands}
          busy={action.running}
          onAnew={(language) => invite({ seat, ...who, language })}
        />
      )}
      {made === undefined ? (
        <Form
          route={issueInvitation}
          read={(values) => ({ seat, ...who, language: answersOf(values).text('language') })}
          labels={labels}
          onSend={invite}
          problem={action.problem}
          sending={action.running}
          button={t('invitation.make')}
        >
          <p className="hint">{t('invitation.makeHint')}</p>
          <Select
            name="language"
            label={labels.language}
            options={uiLanguages.map((value) => ({ value, label: ownNames[value] }))}
          />
        </Form>
      ) : (
        <div className="invitation" role="status">
          <p className="notice-title">{t('invitation.once')}</p>
          <dl className="invitation-parts">
            <div>
              <dt>{t('invitation.link')}</dt>
              <dd data-testid={`invitation-link-${seat}`} className="secret">
                {link}
              </dd>
              <dd>
                <QrCode text={link} label={t('invitation.picture')} />
              </dd>
              <dd className="hint">{t('invitation.linkHint')}</dd>
            </div>
            <div className="unprinted">
              <dt>{t('invitation.pin')}</dt>
              <dd data-testid={`invitation-pin-${seat}`} className="secret secret-pin">
                {made.pin}
              </dd>
              <dd className="hint">{t('invitation.pinHint')}</dd>
            </div>
          </dl>
          <p>
            {t('invitation.until')} <Moment at={made.expiresAt} zone={me.zone} />
          </p>
          <ProblemNotice problem={action.problem} />
          <div className="row">
            <Button quiet onClick={() => setPrinting(true)}>
              {t('invitation.print')}
            </Button>
            <MakeAnew busy={action.running} onAnew={() => asked !== undefined && invite(asked)} />
          </div>
          {printing && (
            <InvitationPaper
              link={link}
              language={readIn}
              until={made.expiresAt}
              zone={me.zone}
              done={() => setPrinting(false)}
            />
          )}
        </div>
      )}
    </section>
  );
}
