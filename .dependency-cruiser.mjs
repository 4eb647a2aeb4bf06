// Who may import whom (CONTRIBUTING.md, docs/decisions/001-layout-and-import-rules.md). Every rule is tried on a bad
// import in scripts/import-rules.test.ts, because a parser that sees nothing finds nothing.
import swc from '@swc/core';

// dependency-cruiser asks swc for TypeScript without JSX, whatever the file's name; tell it which files have JSX.
const parseFile = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFile(file, { ...options, tsx: file.endsWith('.tsx') });

const TESTS = '\\.(test|spec)\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'contract-knows-only-zod-mini',
      comment: 'The contract is read by the browser and by both servers: it imports zod/mini and nothing else.',
      severity: 'error',
      from: { path: '^contract/', pathNot: TESTS },
      to: { pathNot: ['^contract/', '^node_modules/zod/mini/'] },
    },
    {
      name: 'zod-mini-only',
      comment: 'Schemas are written with zod/mini everywhere: classic zod would cost the browser 17 kB more.',
      severity: 'error',
      from: {},
      to: { path: '^node_modules/zod/', pathNot: '^node_modules/zod/mini/' },
    },
    {
      name: 'shared-knows-no-feature',
      comment: 'src/shared serves every feature and knows none: it imports no feature, route or app wiring.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/(features|routes|app)/' },
    },
    {
      name: 'feature-knows-no-screen',
      comment: 'A feature is composed by routes and wired by the app: it imports neither.',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/(routes|app)/' },
    },
    {
      name: 'features-are-strangers',
      comment: 'Features never import each other: a route composes them, or what both need moves to src/shared.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'route-knows-no-wiring',
      comment: 'A route does not import the app: the router hands it what it needs in its context.',
      severity: 'error',
      from: { path: '^src/routes/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'browser-knows-no-server',
      comment: 'The browser knows the contract and its own code, never the servers, the journeys or a script.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(server|e2e|bench|scripts)/' },
    },
    {
      name: 'browser-has-no-node',
      comment: 'What runs in a browser cannot use a Node.js module.',
      severity: 'error',
      from: { path: '^(src|contract)/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-knows-no-browser',
      comment: 'The servers never import browser code.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^(src|e2e|bench|scripts)/', '^node_modules/(react|react-dom|@mantine|@tanstack)/'] },
    },
    {
      name: 'gateway-and-sandbox-speak-http',
      comment: 'The gateway talks to the sandbox as it talks to Reservie: over HTTP, never by import.',
      severity: 'error',
      from: { path: '^server/(gateway|sandbox)/' },
      to: { path: '^server/(gateway|sandbox)/', pathNot: '^server/$1/' },
    },
    {
      name: 'kit-is-below-both-servers',
      comment: 'server/kit serves both servers and knows neither.',
      severity: 'error',
      from: { path: '^server/kit/' },
      to: { path: '^server/(gateway|sandbox)/' },
    },
    {
      name: 'sql-stays-in-its-folders',
      comment: 'SQL lives in server/sandbox/db and server/gateway/store; all other code calls their functions.',
      severity: 'error',
      // Fakes and harnesses make databases, and hold them.
      from: { pathNot: '^server/(sandbox/db/|gateway/(store/|testing/))' },
      to: { path: '^node_modules/(libsql|kysely|pg|better-sqlite3)/' },
    },
    {
      name: 'reservie-has-one-caller',
      comment: 'Only server/gateway/reservie speaks HTTP to Reservie (the global fetch is watched by oxlint).',
      severity: 'error',
      from: { pathNot: '^server/gateway/reservie/' },
      to: { path: '^node_modules/undici/' },
    },
    {
      name: 'journeys-see-the-outside-only',
      comment:
        "Journeys see the contract, server/kit, the servers' app.ts and where tests keep data, never their insides.",
      severity: 'error',
      from: { path: '^e2e/' },
      to: {
        path: '^(src|server|bench|scripts)/',
        pathNot:
          '^server/(kit/|(gateway|sandbox)/app\\.ts$|gateway/testing/test-(database|postgres)\\.ts$|sandbox/testing/seeded-database\\.ts$)',
      },
    },
    {
      name: 'benchmarks-see-the-outside-only',
      comment: 'A benchmark sees what journeys see, and starts the stack with e2e/stack.ts.',
      severity: 'error',
      from: { path: '^bench/' },
      to: {
        path: '^(src|server|e2e|scripts)/',
        pathNot: [
          '^server/(kit/|(gateway|sandbox)/app\\.ts$|gateway/testing/)',
          '^e2e/(stack|browser)\\.ts$',
          // Runs in a worker, and is measured without one.
          '^src/features/customers/(directory/(read-columns|search-index)|matching/[a-z-]+|list/list-words)\\.ts$',
        ],
      },
    },
    {
      name: 'production-imports-no-test-code',
      comment: 'Fakes and harnesses are for tests: production code cannot import the testing folders of the servers.',
      severity: 'error',
      from: { path: '^(contract|src|server)/', pathNot: [TESTS, '^server/(gateway|sandbox)/testing/'] },
      to: { path: '^server/(gateway|sandbox)/testing/' },
    },
    {
      name: 'no-import-of-a-test',
      comment: 'A test is no library: move what two tests share into a file of its own.',
      severity: 'error',
      from: {},
      to: { path: TESTS },
    },
    {
      name: 'server-needs-no-development-package',
      comment: 'What runs in production is listed under "dependencies"; the page is built, and needs nothing there.',
      severity: 'error',
      from: { path: '^(contract|server)/', pathNot: [TESTS, '^server/(gateway|sandbox)/testing/'] },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or need a third that both import.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      comment: 'An import that nothing answers is a typo or a package missing from package.json.',
      severity: 'error',
      from: {},
      // The build writes what is `virtual:` (scripts/theme-variables.ts).
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API, so swc reads the sources; it keeps type-only imports, which count too.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
