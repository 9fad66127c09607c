import { createRoot } from 'react-dom/client';
import { abilityOf, browserFacts } from './pages/guest/ability.ts';
import { GuestApp } from './pages/guest/guest-app.tsx';
import { loadGuestWords } from './pages/guest/guest-words.ts';
import './pages/guest/guest.css';
import { firstLanguage, readLink } from './pages/guest/invitation-link.ts';

const link = readLink(location);
const language = firstLanguage(link, navigator.languages);

const hideLink = () => history.replaceState(null, '', location.pathname);
/** With the secret where it came from, so that the page that is loaded anew has it. */
const loadAnew = () => {
  if (link.secret !== undefined) history.replaceState(null, '', `${location.pathname}#${link.secret}`);
  location.reload();
};

// A link pasted into this very tab changes only what is behind the '#': begin anew with it.
addEventListener('hashchange', () => {
  if (readLink(location).secret !== undefined) location.reload();
});

async function start(): Promise<void> {
  const place = document.getElementById('guest');
  if (place === null) throw new Error('The page has no place for the guest app.');
  // What stands there until now was written into the page; start.js says so when these do not come.
  const first = await loadGuestWords(language);
  // Before anything is shown: the secret leaves the address bar, and with it the history, screenshots and shoulders.
  // Not inside another app: its "open in browser" hands over the address as it stands, and she needs it whole there.
  if (abilityOf(browserFacts()) === 'able') hideLink();
  createRoot(place).render(
    <GuestApp link={link} hideLink={hideLink} loadAnew={loadAnew} first={first} firstLanguage={language} />,
  );
}

void start();
