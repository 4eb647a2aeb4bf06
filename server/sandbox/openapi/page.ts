import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

export const VIEWER_PATH = '/docs/viewer.js';

/** Scalar as one script, which its package holds ready for a page. */
export const VIEWER_FILE = join(dirname(require.resolve('@scalar/fastify-api-reference')), 'js/standalone.js');

/** The viewer styles itself from its script; everything it loads comes from the sandbox. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Without fonts, an assistant and statistics from the viewer's makers: the page also works with no network. */
const VIEWER_OPTIONS = {
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  documentDownloadType: 'json',
};

/** The page that shows the OpenAPI document at `documentPath` to people. */
export function renderPage(title: string, documentPath: string): string {
  const options = JSON.stringify(VIEWER_OPTIONS).replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>${title}</title>
  </head>
  <body>
    <script id="api-reference" type="application/json" data-url="${documentPath}" data-configuration="${options}"></script>
    <script src="${VIEWER_PATH}"></script>
  </body>
</html>
`;
}
