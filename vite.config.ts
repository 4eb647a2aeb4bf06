import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { type Plugin, build, createLogger, defineConfig } from 'vite';
import { layerMantine } from './scripts/layer-mantine.ts';
import { leanContract } from './scripts/lean-contract.ts';
import { leanMantine } from './scripts/lean-mantine.ts';
import { listPageAddresses } from './scripts/page-addresses.ts';
import { minifyAgain } from './scripts/minify-again.ts';
import { screenChunks } from './scripts/screen-chunks.ts';
import { compileAhead, pauseBetweenModules } from './scripts/short-tasks.ts';
import { themeVariables } from './scripts/theme-variables.ts';
import { drawLateFiles } from './server/gateway/http/page-template.ts';

const gatewayPort = process.env['PORT'] ?? '3000';

/** The gateway serves `x.js.br` or `x.js.gz` to browsers that take it: compressed once, and as well as it goes. */
function precompress(): Plugin {
  const encodings = { br: promisify(brotliCompress), gz: promisify(gzip) };
  return {
    name: 'precompress',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) => /^assets\/.*\.(?:js|css)$/.test(fileName));
        for (const file of files) {
          const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          for (const [extension, compress] of Object.entries(encodings)) {
            this.emitFile({
              type: 'asset',
              fileName: `${file.fileName}.${extension}`,
              source: await compress(content),
            });
          }
        }
      },
    },
  };
}

/** The gateway writes a fresh nonce into this placeholder for every page it serves. */
const NONCE = '__CSP_NONCE__';

/** Tells the gateway which addresses are a page's; it answers 404 to every other. */
function writePageAddresses(): Plugin {
  return {
    name: 'write-page-addresses',
    apply: 'build',
    generateBundle() {
      const source = JSON.stringify(listPageAddresses('src/routes'));
      this.emitFile({ type: 'asset', fileName: '.vite/pages.json', source });
    },
  };
}

/** Tells bench/bundle-size what a built file holds. */
function writeModules(): Plugin {
  return {
    name: 'write-modules',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const modules = chunks.map(({ fileName, moduleIds }) => [
        fileName,
        moduleIds.map((id) => id.replace(`${import.meta.dirname}/`, '')),
      ]);
      this.emitFile({
        type: 'asset',
        fileName: '.vite/modules.json',
        source: JSON.stringify(Object.fromEntries(modules)),
      });
    },
  };
}

/** What the gateway draws of bookings into the outline is decided by the page's rules, which it takes from this file. */
function buildOutline(): Plugin {
  return {
    name: 'build-outline',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        ssr: { noExternal: true },
        build: {
          ssr: 'src/features/bookings/outline/describe-bookings.ts',
          write: false,
          target: 'node20',
        },
      });
      const [file, ...others] = 'output' in built ? built.output : [];
      if (!file || others.length > 0) throw new Error('The outline must be one file.');
      this.emitFile({ type: 'asset', fileName: '.vite/outline.mjs', source: file.code });
    },
  };
}

/**
 * The outline of the page (index.html) is painted first: scripts and style sheets stand in a template until then, as the
 * gateway also writes those of a route (page-template.ts). Fetched beside it they would take the processor from it.
 */
function startAfterPaint(): Plugin {
  return {
    name: 'start-after-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const scripts = new Map<string, string>();
        const styles: string[] = [];
        const rest = html
          .replaceAll(/\s*<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, (_tag, path: string) => {
            styles.push(path);
            return '';
          })
          .replaceAll(
            /\s*<(?:link rel="modulepreload"|script type="module")[^>]*"(\/assets\/(\w+)-[^"]+)"[^>]*>(?:<\/script>)?/g,
            (_tag, path: string, name: string) => {
              scripts.set(name, path);
              return '';
            },
          );
        const start = START.replace('REACT', scripts.get('react') ?? '').replace('BASE', scripts.get('base') ?? '');
        const late = drawLateFiles([...scripts.values()], styles, NONCE);
        return rest
          .replace('</head>', `<script type="module" nonce="${NONCE}">${start}</script></head>`)
          .replace('</body>', `${late}</body>`);
      },
    },
  };
}

/**
 * React and the page are evaluated in two tasks instead of one long one, once the style sheets are there; one that fails does
 * not hold the page up. They hold for nothing until the page is there (leave-outline.ts): each would be computed for the
 * outline, which does not need it. A page in the background, which paints nothing, does not wait for a paint.
 */
const START = `const start = async () => {
  for (const { content } of document.querySelectorAll("template")) document.head.append(content);
  const styles = Array.from(document.querySelectorAll('link[rel="stylesheet"]'), (link) => new Promise((done) => (link.onload = link.onerror = done)));
  await Promise.all([...styles, import("REACT")]);
  setTimeout(() => import("BASE"));
};
if (document.hidden) start(); else requestAnimationFrame(() => setTimeout(start));`;

/** While the gateway starts, each call would print a stack trace; the page shows the trouble anyway. */
const customLogger = createLogger();
const logError = customLogger.error.bind(customLogger);
customLogger.error = (message, options) => {
  if (message.includes('http proxy error')) customLogger.warnOnce('The gateway does not answer (yet).');
  else logError(message, options);
};

/** In a file of its own, which is evaluated in a task of its own: together with the rest it would be a long one. */
const REACT = /\/node_modules\/(?:react|react-dom|scheduler)\/|\/src\/app\/draw-page\.ts$/;

/**
 * What every first screen fetches. Left alone, the bundler splits it into a dozen files by who else uses what; one file
 * compresses 5 kB smaller.
 */
const BASE = [
  /\/node_modules\/zod\//,
  /\/node_modules\/@tanstack\/(?:query-core|react-query|router-core|react-router|history|store|react-store)\//,
  /\/node_modules\/@mantine\/core\/esm\/(?:core|components\/(?:Button|UnstyledButton|Loader|Transition))\//,
  /\/src\/(?:app|shared\/api)\//,
  /\/src\/shared\/ui\/(?:error-panel|notice|page-title|icon)\.tsx$/,
];

/** Small parts that many screens use, in one file: each file of its own costs a request. What is loaded on intent stays apart. */
const PARTS = [
  /\/src\/shared\/(?:ui|table|format|bookings|api|keyboard)\//,
  /\/contract\//,
  /\/node_modules\/@mantine\/core\/esm\/components\/(?:Badge|Alert|Skeleton|Avatar|Kbd|Group|Stack|Text|Title|Anchor|Paper|ActionIcon|VisuallyHidden|CopyButton|DataList|EmptyState)\//,
];
const LATE = /floating-ui|scrollarea|modal|menu|popover|dialog|picker|notification|format-mobile|combobox|chart/i;
/** Fewer screens than this, and the part belongs to them. */
const SCREENS_THAT_SHARE = 4;

const screens = screenChunks();

export default defineConfig({
  customLogger,
  plugins: [
    // Options stand in tsr.config.json, which scripts/generate-route-tree.ts reads too.
    tanstackRouter(),
    react(),
    leanMantine(),
    layerMantine(),
    leanContract(),
    screens.plugin,
    themeVariables(),
    startAfterPaint(),
    writeModules(),
    pauseBetweenModules('base'),
    minifyAgain(),
    compileAhead(),
    precompress(),
    writePageAddresses(),
    buildOutline(),
  ],
  html: { cspNonce: NONCE },
  // The router's store asks for what stands in for a hook that this React has.
  resolve: { alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' } },
  build: {
    target: 'es2023',
    outDir: 'dist',
    manifest: true,
    modulePreload: {
      polyfill: false,
      // A table of all files, nearly 1 kB of every first load, would save late parts one round trip; most are fetched on intent.
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files,
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: REACT, priority: 30 },
            { name: 'base', test: (id) => screens.isAtOnce(id) && BASE.some((part) => part.test(id)), priority: 20 },
            ...screens.groups,
            {
              name: 'parts',
              test: (id) => !LATE.test(id) && PARTS.some((part) => part.test(id)),
              minShareCount: SCREENS_THAT_SHARE,
              priority: 1,
            },
          ],
        },
      },
    },
  },
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
