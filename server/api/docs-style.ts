export const docsStyle = `:root {
  color-scheme: light dark;
  --background: light-dark(#f6f5f1, #14181b);
  --panel: light-dark(#fffefb, #1b2024);
  --line: light-dark(#e4e1d8, #2c3338);
  --ink: light-dark(#1f2a2e, #e6eaea);
  --muted: light-dark(#5f6b69, #9aa6a5);
  --accent: light-dark(#0f5c63, #5fc3c4);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 72rem; padding: 24px 16px 64px;
  background: var(--background); color: var(--ink);
  font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
h1 { font-size: 22px; margin: 0 0 8px; }
h2 { font-size: 15.5px; margin: 0 0 8px; overflow-wrap: anywhere; }
h3 { font-size: 14px; margin: 16px 0 8px; }
p { margin: 0 0 8px; max-width: 60rem; }
.muted, small, caption { color: var(--muted); }
small { font-size: 12px; font-weight: 400; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { font: 13px/1.5 ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere; }
nav ul { list-style: none; padding: 0; margin: 16px 0; columns: 2 28rem; }
nav li { padding: 2px 0; break-inside: avoid; }
main > section {
  background: var(--panel); border: 1px solid var(--line); border-radius: 8px;
  padding: 16px; margin: 16px 0; overflow-x: auto;
}
table { border-collapse: collapse; width: 100%; margin: 8px 0; }
caption { text-align: start; padding: 4px 0; font-size: 12.5px; }
th, td { text-align: start; vertical-align: top; padding: 4px 12px 4px 0; border-top: 1px solid var(--line); }
thead th { font-size: 12px; font-weight: 600; color: var(--muted); border-top: 0; }
tbody th { font-weight: 400; white-space: nowrap; }
section :target, section:target { outline: 2px solid var(--accent); outline-offset: 2px; }
@media print { nav { display: none; } main > section { border: 0; padding: 0; } }
`;
