import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web',
  base: '/',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
  // Its name tells the server which script has a policy of its own: server/site.ts.
  worker: {
    format: 'es',
    rollupOptions: { output: { entryFileNames: 'assets/reader-[hash].js' } },
  },
  resolve: {
    alias: [
      { find: /^vega$/, replacement: fileURLToPath(new URL('web/vega.js', import.meta.url)) },
    ],
    // Vega-Lite brings a second copy of it, of the same major version.
    dedupe: ['vega-expression'],
  },
  server: { proxy: { '^/api/': 'http://127.0.0.1:3000' } },
});
