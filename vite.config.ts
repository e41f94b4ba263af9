import { defineConfig } from 'vite';

/** The review page: nothing inline and nothing from elsewhere, so that its Content-Security-Policy can be strict. */
export default defineConfig({
  root: 'pipeline/review/page',
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/pipeline/review/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
