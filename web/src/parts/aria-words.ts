import i18next from 'i18next';

/**
 * What react-aria says by itself, in our words. It brings 34 languages, of ours English and Chinese alone; the build puts
 * this file in the place of all of them (web/vite.config.ts). The name `en-US` is that of its last resort.
 */
const words = {
  buttonLabel: () => i18next.t('staff:picker.open'),
  listboxLabel: () => i18next.t('staff:picker.list'),
  longPressMessage: () => i18next.t('staff:picker.open'),
  dismiss: () => i18next.t('staff:picker.close'),
  countAnnouncement: ({ optionCount }: { readonly optionCount: number }) =>
    i18next.t('staff:picker.count', { number: optionCount }),
  focusAnnouncement: ({
    optionText,
    isSelected,
  }: {
    readonly optionText: string;
    readonly isSelected: boolean;
  }) => (isSelected ? i18next.t('staff:picker.chosen', { what: optionText }) : optionText),
  selectedAnnouncement: ({ optionText }: { readonly optionText: string }) =>
    i18next.t('staff:picker.chosen', { what: optionText }),
};

export default { 'en-US': words };
