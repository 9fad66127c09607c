import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { guestPages } from './build/guest-pages.ts';

/**
 * react-aria speaks 34 languages, none of the Mekong among them, and all of them would be in the bundle: its words are
 * taken from our catalogues instead.
 */
const ariaWords: Plugin = {
  name: 'aria-words',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source.endsWith('/intlStrings.mjs') && importer?.includes('/react-aria/') === true
      ? new URL('src/parts/aria-words.ts', import.meta.url).pathname
      : undefined,
};

/** What the witness's telephone may be: one of 2020. What this target does not make old enough, a test names. */
const telephones = ['chrome80', 'safari14', 'ios14'];

/**
 * Two pages, each with a bundle of its own: staff at /, guests at /join/. Nothing is written into the HTML itself, so
 * that the content policy of the site can refuse every inline script and style.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [ariaWords, react(), guestPages],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: telephones,
    cssTarget: telephones,
    // An inlined font or picture would need `data:` in the content policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    // livekit-client is the one large file; it is loaded when a room opens.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: [
        new URL('index.html', import.meta.url).pathname,
        new URL('join/index.html', import.meta.url).pathname,
      ],
      output: {
        // In one piece it is smaller: cut in two for the sake of the picker, it would cost the witness more.
        codeSplitting: {
          groups: [
            {
              name: 'client',
              test: /\/node_modules\/(?:react|react-dom|scheduler)\/|preload-helper|modulepreload-polyfill|rolldown.runtime|@oxc-project.runtime|\/src\/(?:nudges\/[a-z-]+|parts\/insist|words\/plain|words\/use-catalogue)\.ts$/,
            },
            // What the first page of the staff loads is one file too, though a picker needs some of it.
            { name: 'staff', test: /\/src\/main\.tsx$/ },
          ],
        },
      },
    },
  },
});
