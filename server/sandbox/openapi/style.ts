export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9d4cc, #45413b); --quiet: light-dark(#5b554c, #b5aea3);
  --accent: light-dark(#0b5f57, #6fd3c7); --panel: light-dark(#faf8f5, #23211e); }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: minmax(16rem, 22rem) minmax(0, 1fr);
  font: 15px/1.5 system-ui, sans-serif; background: light-dark(#fff, #1b1917); color: light-dark(#231f1a, #ece7df); }
nav { position: sticky; top: 0; align-self: start; height: 100vh; overflow: auto; padding: 1rem 1.25rem;
  background: var(--panel); border-right: 1px solid var(--line); font-size: 13px; }
nav p { font-weight: bold; font-size: 13px; margin: 1rem 0 0.25rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: 0.2rem 0; overflow-wrap: anywhere; }
main { padding: 1.5rem 2rem 4rem; max-width: 62rem; min-width: 0; }
h3 { margin: 0 0 0.25rem; font-size: 1.05rem; overflow-wrap: anywhere; }
h4 { margin: 1rem 0 0.25rem; font-size: 0.9rem; }
section { border-top: 1px solid var(--line); padding: 1.25rem 0; overflow-x: auto; }
section > p { margin: 0.25rem 0; }
section:target > h3 { color: var(--accent); }
a { color: var(--accent); }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid var(--line);
  font-weight: normal; }
th code { white-space: nowrap; }
thead th { color: var(--quiet); }
dl { display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: 0.35rem 0.75rem; margin: 0; font-size: 13px; }
dt { color: var(--quiet); }
dd { margin: 0; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border-right: 0; } main { padding: 1rem; } }
`;
