import { defineConfig, type Plugin } from 'vite';

/**
 * The command in few files: half of a short run went by in finding and opening six hundred. What a command needs only
 * now and then stays a file of its own, and so does every package that is native, large or seldom needed: those are
 * loaded from `node_modules` when they are. CommonJS, because V8's bytecode can be kept of that alone (Node 20).
 */
const plugins: Plugin[] = [
  {
    name: 'says that the files are CommonJS',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
    },
  },
];

export default defineConfig({
  plugins,
  publicDir: false,
  ssr: {
    noExternal: [
      '@eslint-community/regexpp',
      '@exodus/bytes',
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
      input: {
        pipeline: 'pipeline/cli/start/bin.ts',
        keep: 'pipeline/cli/start/keep.ts',
        main: 'pipeline/cli/main.ts',
        worker: 'pipeline/threads/worker.ts',
      },
      output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
