import { uiLanguages } from '../../functions/shared/values/languages.ts';

/**
 * Runs at CloudFront on each request for a page. A path whose last part has no dot names no file: it belongs to one of
 * the two pages, that of guests (`/join…`, with a file of its own for each language, `/join/my/`) or that of staff (all others). Error pages of CloudFront would do the same
 * but would also replace the API's own 403 and 404 answers.
 *
 * Kept as text, because CloudFront's own JavaScript runs it, not ours.
 */
export const pageForPath = `
function handler(event) {
  var request = event.request;
  var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) {
    var guest = request.uri === '/join' || request.uri.indexOf('/join/') === 0;
    var language = guest ? request.uri.split('/')[2] : '';
    request.uri = ${JSON.stringify(uiLanguages)}.indexOf(language) !== -1
      ? '/join/' + language + '/index.html'
      : guest ? '/join/index.html' : '/index.html';
  }
  return request;
}
`.trim();
