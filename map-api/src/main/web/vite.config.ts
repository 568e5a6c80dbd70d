import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// Where the page is written; Maven names its own classes directory, so that the page ends up in the jar under static/.
const outDir = process.env.KENT_WEB_OUT ?? '../../../target/classes/static';

/** What is shipped with the page and its licence's text, which must travel with it. */
const SHIPPED = {
  'Source Sans 3 (SIL Open Font License 1.1)': '@fontsource/source-sans-3/LICENSE',
  'MapLibre GL JS (BSD-3-Clause)': 'maplibre-gl/LICENSE.txt',
};

function licences(): Plugin {
  const read = (file: string) => readFileSync(fileURLToPath(new URL(`node_modules/${file}`, import.meta.url)), 'utf8');
  return {
    name: 'licences',
    generateBundle() {
      const source = Object.entries(SHIPPED)
        .map(([title, file]) => `${title}\n\n${read(file)}\n`)
        .join('\n');
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}

export default defineConfig({
  base: '/',
  publicDir: false,
  plugins: [licences()],
  worker: { format: 'es' },
  build: {
    outDir,
    emptyOutDir: true,
    assetsDir: 'assets',
    // Every asset is its own file: the content security policy allows no data: URL for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    manifest: true,
    rollupOptions: {
      input: { guide: 'index.html', desk: 'desk/index.html', ogc: 'ogc/main.ts', thematic: 'tematik.html', partner: 'kurum.html' },
    },
  },
  test: { include: ['{guide,desk,ogc,partner,shared,thematic}/**/*.test.ts'], environment: 'node' },
});
