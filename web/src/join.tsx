import { createRoot } from 'react-dom/client';
import { abilityOf, browserFacts } from './pages/guest/ability.ts';
import { GuestApp } from './pages/guest/guest-app.tsx';
import './pages/guest/guest.css';
import { readLink } from './pages/guest/invitation-link.ts';

// First of all: the secret leaves the address bar, and with it the history, screenshots and shoulders.
const link = readLink(location.hash);
const hideLink = () => history.replaceState(null, '', location.pathname);
// Not inside another app: its "open in browser" hands over the address as it stands, and she needs it whole there.
if (abilityOf(browserFacts()) === 'able') hideLink();

// A link pasted into this very tab changes only what is behind the '#': begin anew with it.
addEventListener('hashchange', () => {
  if (readLink(location.hash).secret !== undefined) location.reload();
});

const place = document.getElementById('guest');
if (place === null) throw new Error('The page has no place for the guest app.');
createRoot(place).render(<GuestApp link={link} hideLink={hideLink} />);
