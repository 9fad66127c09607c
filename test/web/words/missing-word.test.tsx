import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { useTranslation } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../../../web/src/words/plain.ts';
import { whole } from '../../../web/src/words/use-catalogue.ts';
import { startWords } from '../../../web/src/words/words.ts';

const nameOf = (gate: unknown): string => (gate as { name: string }).name;

const said = vi.spyOn(console, 'error');

beforeEach(() => {
  said.mockReset();
});

describe('a page of the staff that is a word short', () => {
  beforeEach(() => {
    vi.stubGlobal('document', { documentElement: { lang: '' } });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const Door = () => {
    const { t } = useTranslation('staff');
    return (
      <p>
        {t('session.toRoom')} · {t('gates.riskPlan.name')}
      </p>
    );
  };

  it('shows its name, then English, beside all the others in the page’s own language; and it is logged', async () => {
    await startWords('th');
    const thai = i18next.getResourceBundle('th', 'staff') as Record<string, Record<string, unknown>>;
    const { toRoom, ...session } = thai['session'] ?? {};
    expect(toRoom).toBeTypeOf('string');
    i18next.addResourceBundle('th', 'staff', { ...thai, session }, false, true);

    const first = renderToString(<Door />);
    expect(first).toContain('to room');
    expect(first).toContain(nameOf(thai['gates']?.['riskPlan']));
    expect(said).toHaveBeenCalledWith('There are no words for session.toRoom in th.');

    await vi.waitFor(() => {
      expect(renderToString(<Door />)).toContain('Go to the room');
    });
  });
});

describe('a page of the guest’s that is a word short', () => {
  const words = whole<Record<string, string>>({ ready: 'ຂ້ອຍພ້ອມແລ້ວ' }, 'lo');

  it('shows its name, which is logged', () => {
    expect(words['ready']).toBe('ຂ້ອຍພ້ອມແລ້ວ');
    expect(words['waitTitle']).toBe('wait title');
    expect(said).toHaveBeenCalledWith('There are no words for waitTitle in lo.');
  });

  it('and can still be waited for, and drawn', async () => {
    expect(await Promise.resolve(words)).toBe(words);
    expect(renderToString(<p>{words['begins']?.replace('{time}', '10:00')}</p>)).toBe('<p>begins</p>');
  });
});

it.each([
  ['booking.lastDay', 'last day'],
  ['staff:kind.central-authority-meeting', 'central authority meeting'],
  ['yes', 'yes'],
])('%s reads "%s"', (key, text) => {
  expect(plain(key)).toBe(text);
});
