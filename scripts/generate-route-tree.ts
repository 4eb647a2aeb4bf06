import { Generator, getConfig } from '@tanstack/router-generator';

// Types, lint and unused code are checked before anything is built, so they need the route tree that Vite's plugin
// would write. Both read tsr.config.json.
const root = process.cwd();
await new Generator({ config: getConfig({ disableLogging: true }, root), root }).run();
