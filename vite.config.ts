import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The workbench is built once and served as files at /desk/; the server fills in the nonce of index.html. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/app/workbench'),
  base: '/desk/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/workbench'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the content security policy takes scripts and fonts from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 900,
  },
});
