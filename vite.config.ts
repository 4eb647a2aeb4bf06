import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const gatewayPort = process.env['PORT'] ?? '3000';

export default defineConfig({
  plugins: [
    // Options stand in tsr.config.json, which scripts/generate-route-tree.ts reads too.
    tanstackRouter(),
    react(),
  ],
  // The gateway writes a fresh nonce into this placeholder for every page it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { target: 'es2023', outDir: 'dist', manifest: true, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': { target: `http://127.0.0.1:${gatewayPort}`, changeOrigin: false } },
  },
});
