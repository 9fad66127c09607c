import { useTranslation } from 'react-i18next';
import {
  confirmInterpreter,
  directions,
  oathForms,
  partsInTeam,
  topics,
} from '../../../../../functions/interpreting/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Group, Radios, Select, TextBox, Ticks, YesNo } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { spokenLanguages, useNames } from '../../../parts/state-and-language-names.ts';
import { TextUsed } from '../../witness/text-used.tsx';
import type { SessionProps } from '../session-view.ts';
import type { HowTheyStand } from './how-they-stand.ts';

type Confirmation = BodyIn<typeof confirmInterpreter>;

/** What an interpreter is confirmed for, and what they said and signed on paper. */
export function InterpreterForm({
  sessionId,
  pseudonym,
  mode,
  how,
}: {
  readonly sessionId: string;
  readonly pseudonym: string;
  /** As it was booked, where that was said. */
  readonly mode: SessionProps['session']['mode'];
  readonly how: HowTheyStand;
}) {
  const { t } = useTranslation(['staff', 'interpreting', 'request']);
  const names = useNames();
  const action = useAction(confirmInterpreter);
  const languages = spokenLanguages.map((tag) => ({ value: tag, label: names.language(tag) }));
  const { state, standing, value = 'unknown' } = how.law;
  const law = t('interpreting:oath.law', {
    state: names.country(state),
    value: t(`request:law.values.${value as 'unknown'}`),
  });
  const labels = {
    'between.0': t('interpreter.oneLanguage'),
    'between.1': t('interpreter.otherLanguage'),
    direction: t('interpreting:direction.label'),
    dialect: t('interpreting:dialect.label'),
    mode: t('interpreter.mode'),
    part: t('interpreting:part.label'),
    topics: t('interpreting:topics.label'),
    'vetting.by': t('interpreting:vetting.by'),
    'vetting.on': t('interpreting:vetting.on'),
    'vetting.until': t('interpreting:vetting.until'),
    'onPaper.noConflict': t('interpreting:noConflict.label'),
    'onPaper.oath.form': t('interpreting:oath.form'),
    'onPaper.oath.text': t('interpreting:oath.text'),
    'onPaper.oath.spoken': t('interpreting:oath.spoken'),
    'onPaper.oath.onFile.reference': t('interpreting:oath.onFile'),
    'onPaper.oath.onFile.on': t('interpreting:oath.onFileOn'),
  };
  return (
    <Form
      keep={`interpreter ${sessionId} ${pseudonym} 2`}
      route={confirmInterpreter}
      read={(values) => confirmationFrom(values, pseudonym, state)}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('interpreter.confirm')}
    >
      <Select name="between.0" label={labels['between.0']} options={languages} />
      <Select name="between.1" label={labels['between.1']} options={languages} />
      <Radios
        name="direction"
        label={labels.direction}
        options={directions.map((each) => ({ value: each, label: t(`interpreting:direction.${each}`) }))}
      />
      <TextBox name="dialect" label={labels.dialect} hint={t('interpreting:dialect.hint')} maxLength={40} />
      <Radios
        name="mode"
        label={labels.mode}
        initial={mode}
        inRow
        options={(['consecutive', 'simultaneous'] as const).map((each) => ({
          value: each,
          label: t(`interpreter.modes.${each}`),
        }))}
      />
      <Radios
        name="part"
        label={labels.part}
        options={partsInTeam.map((each) => ({ value: each, label: t(`interpreting:part.${each}`) }))}
      />
      <TextBox name="vetting.by" label={labels['vetting.by']} maxLength={120} />
      <DateBox name="vetting.on" label={labels['vetting.on']} />
      <DateBox name="vetting.until" label={labels['vetting.until']} />
      <Ticks
        name="topics"
        label={labels.topics}
        hint={t('interpreting:topics.hint')}
        options={topics.map((each) => ({ value: each, label: t(`interpreting:topics.${each}`) }))}
      />
      <Group title={t('interpreting:paper.title')}>
        <p className="quiet">{t('interpreting:paper.hint')}</p>
        <YesNo asked="given" name="onPaper.noConflict" label={labels['onPaper.noConflict']} />
        <Radios
          name="onPaper.oath.form"
          label={labels['onPaper.oath.form']}
          hint={standing === 'ask' ? `${law} ${t('interpreting:oath.asked')}` : law}
          options={oathForms.map((each) => ({ value: each, label: t(`interpreting:oath.forms.${each}`) }))}
        />
        <TextUsed name="onPaper.oath.text" label={labels['onPaper.oath.text']} text="interpreterOath" />
        <YesNo
          asked="given"
          name="onPaper.oath.spoken"
          label={labels['onPaper.oath.spoken']}
          hint={t('interpreting:oath.spokenHint')}
        />
        <TextBox
          name="onPaper.oath.onFile.reference"
          label={labels['onPaper.oath.onFile.reference']}
          maxLength={80}
        />
        <DateBox name="onPaper.oath.onFile.on" label={labels['onPaper.oath.onFile.on']} />
      </Group>
    </Form>
  );
}

function confirmationFrom(
  values: FormData,
  pseudonym: string,
  state: HowTheyStand['law']['state'],
): Unsaid<Confirmation> {
  const { text, yes, all } = answersOf(values);
  const paper = 'onPaper.oath';
  const form = text(`${paper}.form`);
  const onFile = { reference: text(`${paper}.onFile.reference`), on: text(`${paper}.onFile.on`) };
  const dialect = text('dialect');
  return {
    pseudonym,
    between: [text('between.0'), text('between.1')],
    direction: text('direction'),
    ...(dialect === undefined ? {} : { dialect }),
    mode: text('mode'),
    part: text('part'),
    vetting: { by: text('vetting.by'), on: text('vetting.on'), until: text('vetting.until') },
    topics: all('topics'),
    onPaper: {
      ...(yes('onPaper.noConflict') === true ? { noConflict: true } : {}),
      ...(form === undefined
        ? {}
        : {
            oath: {
              form,
              state,
              text: {
                language: text(`${paper}.text.language`),
                version: Number(text(`${paper}.text.version`)),
                hash: text(`${paper}.text.hash`),
              },
              spoken: yes(`${paper}.spoken`),
              ...(onFile.reference === undefined && onFile.on === undefined ? {} : { onFile }),
            },
          }),
    },
  };
}
