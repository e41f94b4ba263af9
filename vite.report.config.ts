import { defineConfig } from 'vite';

/** The report's page: one classic script and one style sheet, which `pipeline report` writes into the file. */
export default defineConfig({
  root: 'pipeline/report/page',
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: '../../../dist/pipeline/report/page',
    emptyOutDir: true,
    reportCompressedSize: false,
    lib: {
      entry: 'main.tsx',
      name: 'report',
      formats: ['iife'],
      fileName: () => 'report.js',
      cssFileName: 'report',
    },
  },
});
