import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const inWeb = (file: string): string => fileURLToPath(new URL(`web/${file}`, import.meta.url));
/**
 * The program's own modules and the libraries that several pages are made with. Charts come with the first that is drawn;
 * what a ranking is used for, and the statistics that re-rank it, when they are first shown.
 */
const isOfPages = (id: string): boolean =>
  /\/node_modules\/@?preact\//.test(id) ||
  /\/(?:web\/(?!prospect|own|stories)|core\/(?:format|contract))/.test(id);
/** Leaves out what Vega's packages import and no chart of ours reaches; d3-geo comes with the first map. */
const onlyWhatChartsUse: Plugin = {
  name: 'only-what-charts-use',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^(?:d3-scale-chromatic|d3-dsv|d3-geo|topojson-client)$/ },
    handler: (source, importer = '') =>
      source === 'd3-geo' && !importer.includes('vega-functions') ? null : inWeb('left-out.js'),
  },
};

export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [onlyWhatChartsUse],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Tells the server which files a page's modules are: server/page-preloads.ts.
    manifest: 'manifest.json',
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // A busy machine is no fault of the build.
      checks: { bundlerTimings: false },
      output: {
        // What several pages share comes with the first script: thirty small files cost a phone more than their bytes.
        codeSplitting: {
          groups: [
            { name: 'start', test: isOfPages, minShareCount: 4 },
            // Apart, one would be a file smaller than its HTTP headers.
            { name: 'prospecter', test: /\/web\/prospect\/(?:counts-)?words\.ts$/ },
          ],
        },
      },
    },
  },
  // Its name tells the server which script has a policy of its own: server/site.ts.
  worker: {
    format: 'es',
    rollupOptions: { output: { entryFileNames: 'assets/reader-[hash].js' } },
  },
  resolve: {
    alias: [{ find: /^vega$/, replacement: inWeb('vega.js') }],
    // Vega-Lite brings a second copy of it, of the same major version.
    dedupe: ['vega-expression'],
  },
  server: { proxy: { '^/api/': 'http://127.0.0.1:3000' } },
});
