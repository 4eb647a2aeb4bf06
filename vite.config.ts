import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { createLogger, defineConfig } from 'vite';

const gatewayPort = process.env['PORT'] ?? '3000';

/** While the gateway starts, each call would print a stack trace; the page shows the trouble anyway. */
const customLogger = createLogger();
const logError = customLogger.error.bind(customLogger);
customLogger.error = (message, options) => {
  if (message.includes('http proxy error')) customLogger.warnOnce('The gateway does not answer (yet).');
  else logError(message, options);
};

export default defineConfig({
  customLogger,
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
    proxy: {
      '/api': {
        target: `http://127.0.0.1:${gatewayPort}`,
        changeOrigin: false,
        configure: (proxy) =>
          proxy.on('error', (_error, _request, response) => {
            if ('writeHead' in response && !response.headersSent) response.writeHead(503).end();
          }),
      },
    },
  },
});
