/*
 * Before anything else of the guest's page has loaded: what failed to come is asked for again by loading the page anew,
 * and after some tries she is told, with a button. Her link stays behind the '#' until the page itself has taken it.
 * Written for older browsers than the page itself, so that these are told too.
 */
(() => {
  const KEPT = 'saksi.tries';
  const MOST_TRIES = 4;
  const FIRST_WAIT_MS = 1000;
  const PATIENCE_MS = 20000;

  const before = () => document.getElementById('before');
  const show = (when) => {
    const page = before();
    if (page === null) return;
    for (const part of page.querySelectorAll('[data-when]'))
      part.hidden = part.getAttribute('data-when') !== when;
  };

  // A browser that keeps nothing counts nothing: it is told at once.
  const tries = () => {
    try {
      return Number(sessionStorage.getItem(KEPT));
    } catch {
      return MOST_TRIES;
    }
  };
  const count = (value) => {
    try {
      sessionStorage.setItem(KEPT, String(value));
    } catch {
      // Counted for nothing, then.
    }
  };

  let failing = false;
  const fail = () => {
    if (failing || before() === null) return;
    failing = true;
    const tried = tries();
    if (tried >= MOST_TRIES) {
      count(0);
      show('failed');
      return;
    }
    count(tried + 1);
    setTimeout(() => location.reload(), FIRST_WAIT_MS * Math.pow(2, tried));
  };

  const page = before();
  if (page === null) return;
  for (const button of page.querySelectorAll('button'))
    button.addEventListener('click', () => location.reload());
  if (!('noModule' in document.createElement('script'))) {
    show('unable');
    return;
  }
  // What does not come and what does not run alike: neither will draw the page.
  addEventListener('error', fail, true);
  addEventListener('unhandledrejection', fail);
  addEventListener('load', () => {
    // What failed before this script was there to hear it.
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) if (sheet.sheet === null) fail();
    setTimeout(fail, PATIENCE_MS);
  });
})();
