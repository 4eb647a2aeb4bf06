import { readdirSync } from 'node:fs';

/**
 * The addresses of all pages, from the names of the route files: `customers/$customerId/notes.tsx` is
 * `/customers/$customerId/notes`. The gateway reads the list from the build, since it never imports browser code.
 */
export function listPageAddresses(routesFolder: string): string[] {
  const files = readdirSync(routesFolder, { recursive: true, encoding: 'utf8' });
  const addresses = files
    // A layout (`route.tsx`) frames pages and is none; the router leaves out what begins with a hyphen.
    .filter((file) => file.endsWith('.tsx') && !/(?:^|[\\/])(?:__root|route|-[^\\/]*)\.tsx$|\.test\.tsx$/.test(file))
    .map((file) => toAddress(file));
  return addresses.toSorted();
}

function toAddress(file: string): string {
  const segments = file.replace(/\.tsx$/, '').split(/[\\/]/);
  // Flat names and pathless layouts have rules of their own in the router; none are used here.
  if (segments.some((segment) => /^_|[.()]/.test(segment))) throw new Error(`Which address has ${file}?`);
  if (segments.at(-1) === 'index') segments.pop();
  return `/${segments.join('/')}`;
}
