import { defineConfig } from 'vite';

/**
 * The command in few files: half of a short run went by in finding and opening six hundred. What a command needs only
 * now and then stays a file of its own, and so does every package that is native, large or seldom needed: those are
 * loaded from `node_modules` when they are.
 */
export default defineConfig({
  publicDir: false,
  ssr: {
    noExternal: [
      '@eslint-community/regexpp',
      'chardet',
      'commander',
      'dom-serializer',
      'domelementtype',
      'domhandler',
      'domutils',
      'entities',
      'html-encoding-sniffer',
      'htmlparser2',
      'js-yaml',
      'kysely',
      'marked',
      'smol-toml',
      'yaml',
      'zod',
    ],
  },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    outDir: 'dist/bin',
    emptyOutDir: true,
    rollupOptions: {
      input: { pipeline: 'pipeline/cli/main.ts', worker: 'pipeline/threads/worker.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
