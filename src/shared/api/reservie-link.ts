/** Fills the ids into an address template of the configuration; nothing without a template. */
export function reservieLink(template: string | undefined, ids: Record<string, string>): string | undefined {
  return template?.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));
}
