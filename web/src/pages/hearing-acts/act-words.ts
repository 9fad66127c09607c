import { useTranslation } from 'react-i18next';
import { ownNames } from '../../../../functions/shared/values/languages.ts';
import { useNames } from '../../parts/state-and-language-names.ts';
import type { Hearing } from './hearing.ts';

type Act = Hearing['acts'][number];
interface Words {
  readonly title: string;
  readonly facts: readonly string[];
}

/** An act in the reader's words; what the reader is not shown is not spoken of. */
export function useActWords() {
  const { t } = useTranslation('acts');
  const names = useNames();
  const some = (...facts: readonly (string | undefined)[]): readonly string[] =>
    facts.filter((each): each is string => each !== undefined && each !== '');
  const textOf = ({
    text,
    draft,
  }: {
    text?: { language: keyof typeof ownNames; version: number } | undefined;
    draft?: boolean | undefined;
  }) =>
    some(
      text === undefined
        ? undefined
        : t('text', { language: ownNames[text.language], version: text.version }),
      draft === true ? t('draft') : undefined,
    ).join(', ');
  return (act: Act, acts: readonly Act[]): Words => {
    switch (act.kind) {
      case 'oath':
        return {
          title: t('act.oath', { of: act.of, form: t(`forms.${act.form}`) }),
          facts: some(
            t(`outcome.${act.outcome ?? 'asked'}`),
            act.state === undefined ? undefined : t('before', { state: names.country(act.state) }),
            textOf(act),
          ),
        };
      case 'told':
        return {
          title: t(`act.told-${act.what}`, { of: act.of }),
          facts: some(
            t(act.understood ? 'outcome.understood' : 'outcome.notUnderstood'),
            act.told === undefined ? undefined : t('toldBy', { who: act.told }),
            textOf(act),
          ),
        };
      case 'read-back':
        return {
          title: t('act.read-back', { of: act.of }),
          facts: some(
            t(act.outcome === 'confirmed' ? 'outcome.confirmed' : 'outcome.notConfirmed'),
            act.language === undefined ? undefined : names.language(act.language),
            ...(act.corrections ?? []).map(({ place, text }) => `${place}: ${text}`),
          ),
        };
      case 'objection':
        return { title: t('act.objection', { ground: t(`grounds.${act.ground}`) }), facts: some(act.words) };
      case 'challenge':
        return {
          title: t('act.challenge', { what: t(`challenges.${act.what}`) }),
          facts: some(act.interpreter, act.words),
        };
      case 'stop':
        return { title: t('act.stop', { of: act.of }), facts: [] };
      case 'ruling': {
        const on = acts.find((each) => each.act === act.on);
        const about =
          on?.kind === 'objection'
            ? t('act.objection', { ground: t(`grounds.${on.ground}`) })
            : on?.kind === 'challenge'
              ? t('act.challenge', { what: t(`challenges.${on.what}`) })
              : on?.kind === 'stop'
                ? t('act.stop', { of: on.of })
                : undefined;
        return { title: t('act.ruling', { ruling: t(`rulings.${act.ruling}`) }), facts: some(about) };
      }
      case 'languages':
        return {
          title: t('act.languages', { how: t(`how.${act.how}`) }),
          facts: act.channels.map(({ interpreter, of, from, to }) => {
            const whose = t('channel', { who: interpreter, of: of === 'court' ? t('court') : of });
            const way =
              from === undefined || to === undefined
                ? ''
                : `: ${names.language(from)} → ${names.language(to)}`;
            return `${whose}${way}`;
          }),
        };
      case 'hand-over':
        return { title: t('act.hand-over', { from: act.from, to: act.to }), facts: [] };
      case 'taken-over':
        return {
          title: t('act.taken-over', { from: act.from, to: act.to }),
          facts: some(act.minutes === undefined ? undefined : t('afterMinutes', { minutes: act.minutes })),
        };
      case 'signal':
        return { title: t(`signals.${act.what}`, { of: act.by?.pseudonym ?? '' }), facts: [] };
    }
  };
}
