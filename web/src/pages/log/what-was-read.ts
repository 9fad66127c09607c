/** What a reading was of, in words: the log has the path of the route. */

/** By what the path begins with below `/api/`; what is more particular comes first. */
const read = [
  ['vault', /^witnesses\/:caseId\/:party\/identity/],
  ['taken', /^disclosures\/:caseId\/files$/],
  ['availability', /^availability\//],
  ['cases', /^cases/],
  ['custody', /^custody\//],
  ['directory', /^directory\//],
  ['disclosures', /^disclosures\//],
  ['exhibits', /^exhibits\//],
  ['help', /^help\//],
  ['hearing', /^hearing\//],
  ['interpreting', /^interpreting\//],
  ['notices', /^notices/],
  ['orders', /^orders\//],
  ['preparation', /^preparation\//],
  ['requests', /^requests\//],
  ['sessions', /^sessions/],
  ['sharing', /^sharing\//],
  ['witnesses', /^witnesses\//],
] as const;
export type WhatWasRead = (typeof read)[number][0];

/** Undefined for what this page has no words for. */
export const whatWasRead = (route: unknown): WhatWasRead | undefined =>
  typeof route === 'string' && route.startsWith('/api/')
    ? read.find(([, path]) => path.test(route.slice('/api/'.length)))?.[0]
    : undefined;
