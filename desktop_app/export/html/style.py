"""How a page of HTML looks: its own style, in light, in dark and on paper, for any size of text."""

STYLE = """
:root {
  color-scheme: light dark;
  --text: #1b2227; --quiet: #4d5860; --ground: #ffffff; --panel: #f3f5f6; --rule: #cfd5d9;
  --accent: #0f6c74; --alert: #8a3512;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6eaec; --quiet: #a9b4bb; --ground: #15191c; --panel: #1f2529; --rule: #3d474d;
    --accent: #6fc6cd; --alert: #f0a883;
  }
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1rem 1.25rem 2rem; max-width: 51rem;
  color: var(--text); background: var(--ground);
  font: 1rem/1.5 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6, .heading { line-height: 1.25; margin: 1.5rem 0 .5rem; }
h1 { font-size: 1.6rem; margin-top: .25rem; }
h2 {
  font-size: 1.35rem; margin-top: 2.5rem; padding-top: .75rem;
  border-top: 1px solid var(--rule);
}
h3 { font-size: 1.1rem; }
h4, h5, h6, .heading { font-size: 1rem; font-weight: bold; }
p, dl, ul, ol, figure, .wide { margin: .5rem 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
  outline: .2rem solid var(--accent); outline-offset: .15rem;
}
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem; }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
.note, .quiet, .absent, .marks, footer { color: var(--quiet); }
.note { font-size: .9em; font-weight: normal; }
.marks strong { color: var(--text); }
.revision { margin: .75rem 0; }
.revision p { margin: .1rem 0; }
ins, del { text-underline-offset: .15em; text-decoration-thickness: .1em; }
ins { background: var(--panel); }
del { color: var(--quiet); }
.notice { padding: .5rem .75rem; background: var(--panel); border-left: .25rem solid var(--alert); }
nav ul { list-style: none; padding-left: 0; columns: 2 18rem; column-gap: 2rem; }
nav ul ul { columns: auto; padding-left: 1rem; font-size: .9rem; }
nav li { break-inside: avoid; }
nav a { display: inline-block; min-height: 1.5rem; padding: .1rem 0; }
dl > div {
  display: grid; grid-template-columns: minmax(8rem, 1fr) 2.6fr; gap: 0 1rem; padding: .2rem 0;
}
dt { color: var(--quiet); }
dd { margin: 0; grid-column: 2; }
.facts {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
  gap: .75rem 1.5rem;
}
.facts > div { display: block; padding: 0; }
ul, ol { padding-left: 1.6rem; }
li > p { margin: .25rem 0; }
@counter-style bracketed { system: extends decimal; suffix: ") "; }
.bracketed { list-style: bracketed; }
.statements { list-style: none; padding-left: 0; }
.statements li { margin: .35rem 0; padding-left: 3.5rem; }
.statements .statements li { padding-left: 4rem; }
.statements .number {
  float: left; margin-left: -3.5rem; color: var(--quiet); font-variant-numeric: tabular-nums;
}
.statements .statements .number { margin-left: -4rem; }
.wide, .drawn { overflow-x: auto; }
table {
  border-collapse: collapse; font-size: .9rem; line-height: 1.35;
  font-variant-numeric: tabular-nums;
}
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td {
  text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--rule); min-width: 4rem;
}
th { font-weight: normal; }
thead th { font-weight: bold; border-bottom: 2px solid var(--rule); vertical-align: bottom; }
[dir] { text-align: start; }
figure { padding: .5rem 0; }
figcaption { font-weight: bold; margin-bottom: .5rem; }
.drawn { color-scheme: light; background: #ffffff; border-radius: .25rem; padding: .5rem 0; }
.drawn svg { display: block; max-width: none; }
details { margin-top: .5rem; }
summary { cursor: pointer; color: var(--accent); }
.address { overflow-wrap: anywhere; font-size: .9em; }
footer {
  margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: .9rem;
  overflow-wrap: anywhere;
}
@media (min-width: 48rem) {
  .beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
}
@media (max-width: 30rem) {
  dl > div { display: block; }
}
@media print {
  :root {
    color-scheme: light;
    --text: #000000; --quiet: #333333; --ground: #ffffff; --panel: #f3f3f3; --rule: #999999;
    --accent: #000000; --alert: #000000;
  }
  @page { margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .skip, nav { display: none; }
  h1, h2, h3, h4, h5, h6, .heading, figcaption, caption { break-after: avoid; }
  tr, li, figure, .notice, dl > div { break-inside: avoid; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
  .wide, .drawn { overflow: visible; }
  .drawn svg { max-width: 100%; height: auto; }
  details:not([open]) { display: none; }
}
"""
"""Nothing in it comes from a record, and it asks for nothing from elsewhere."""
