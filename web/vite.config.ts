import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Two pages, each with a bundle of its own: staff at /, guests at /join/. Nothing is written into the HTML itself, so
 * that the content policy of the site can refuse every inline script and style.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
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
    },
  },
});
