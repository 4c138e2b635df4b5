/** How the report looks on paper: ink on white, hairlines, one face, figures in columns. */
export const style = `
:root {
  --face: Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;
  --ink: #16191d; --soft: #565d66; --line: #c9ced4; --faint: #f3f4f6; --mark: #a3180f;
}
* { box-sizing: border-box; }
html { font: 400 9pt/1.4 var(--face); color: var(--ink); font-variant-numeric: tabular-nums; }
body { margin: 0; }
.watermark { position: fixed; inset: 0; display: flex; flex-direction: column; justify-content: center; align-items: center; gap: 10mm; font-size: 62pt; font-weight: 600; letter-spacing: .08em; color: rgb(22 25 29 / 4.5%); transform: rotate(-38deg); z-index: -1; }
header { display: grid; grid-template-columns: 1fr auto 28mm; align-items: start; gap: 5mm; margin-bottom: 3mm; }
header .code svg { width: 28mm; height: 28mm; margin: -1mm 0; }
.status { margin-top: 2mm; line-height: 1.35; } .status .sum { overflow-wrap: anywhere; }
h1 { font-size: 19pt; line-height: 1.15; font-weight: 600; letter-spacing: -.02em; margin: 0 0 1mm; }
h2 { font-size: 11.5pt; font-weight: 600; letter-spacing: -.005em; margin: 7mm 0 2mm; break-after: avoid; }
h3 { font-size: 9.5pt; font-weight: 600; margin: 4mm 0 1mm; break-after: avoid; }
section > h2:first-child { margin-top: 0; }
section { margin-top: 7mm; }
p { margin: 0 0 1.5mm; orphans: 3; widows: 3; }
.soft { color: var(--soft); }
.small { font-size: 8pt; }
.after { margin-top: 2mm; }
.when { text-align: right; white-space: nowrap; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 9mm; margin-top: 6.5mm; align-items: start; }
.pair > * > section { margin-top: 6.5mm; break-inside: avoid; }
.pair.long > * > section { break-inside: auto; }
.pair > * > section:first-child, .pair > section { margin-top: 0; }
p, h1, h2, h3, li, .hospital { overflow-wrap: anywhere; }
.keep { break-inside: avoid; }
h2 + .pair { margin-top: 0; }
h3 + table + table { margin-top: 2mm; }

.glance { display: grid; grid-template-columns: repeat(6, auto); border-top: 1.2pt solid var(--ink); border-bottom: .5pt solid var(--ink); }
.glance > div { padding: 1.6mm 2.4mm 1.8mm; border-left: .4pt solid var(--line); }
.glance > div:first-child { border-left: 0; padding-left: 0; }
.glance .label { font-size: 7.5pt; color: var(--soft); white-space: nowrap; }
.glance .value { font-size: 12.5pt; line-height: 1.25; font-weight: 600; letter-spacing: -.015em; white-space: nowrap; }

dl { margin: 0; display: grid; grid-template-columns: 36mm 1fr; border-top: .5pt solid var(--ink); }
dl > div { display: contents; }
dt, dd { padding: .72mm 0; border-bottom: .4pt solid var(--line); }
dt { color: var(--soft); padding-right: 3mm; }
dd { margin: 0; overflow-wrap: anywhere; }

table { border-collapse: collapse; width: 100%; }
table.ruled { border-top: .5pt solid var(--ink); }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody tr:nth-child(-n+2):not(:last-child), tbody tr:nth-last-child(2) { break-after: avoid; }
th { font-weight: 400; font-size: 7.5pt; line-height: 1.25; color: var(--soft); text-align: left; vertical-align: bottom; overflow-wrap: break-word; padding: 0 3mm 1mm 0; border-bottom: .5pt solid var(--ink); }
th.group { text-align: center; border-bottom: .4pt solid var(--line); padding-bottom: .5mm; }
td { padding: 1mm 3mm 1mm 0; border-bottom: .4pt solid var(--line); vertical-align: baseline; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; white-space: nowrap; }
.wrap { white-space: normal; overflow-wrap: anywhere; }
.hospital { font-weight: 600; margin-bottom: 1mm; }
.t { white-space: nowrap; width: 1%; }
.whole { white-space: nowrap; }
dd .t { margin-right: 2.5mm; }
.figures td, .figures th { padding-right: 2.2mm; }
.figures td:first-child { white-space: nowrap; }
tr.high .title { font-weight: 600; }
.alarm-log td { padding-top: 1.3mm; padding-bottom: 1.3mm; }
.alarm-log td:nth-child(5) { width: 29mm; } .alarm-log .who { width: 36mm; }
.alarm-log tr:has(+ .under) { break-after: avoid; } .alarm-log tr:has(+ .under) td { border-bottom-style: dotted; }
.under .what { padding-left: 5mm; border-left: 1.2pt solid var(--line); }
.who { width: 30mm; }
.over { width: 25mm; }
table.given { table-layout: fixed; } .given .n { white-space: normal; } .given th { padding-right: 2mm; }
.given col { width: 11%; } .given col.wide { width: 17%; } .given col.narrow { width: 9%; }
.course th, .course td { padding-right: 1.4mm; overflow-wrap: normal; font-size: 7.6pt; }
.story { font-size: 8.2pt; line-height: 1.32; margin-top: 4mm; }
.first { grid-template-columns: 5fr 6fr; gap: 0 7mm; } .first + section { margin-top: 5mm; } .story dl { grid-template-columns: 29mm 1fr; } .story dt { padding: .5mm 3mm .5mm 0; } .story dd { padding: .5mm 0; }
section > p:has(+ table) { break-after: avoid; }
.annex > h1 { font-size: 15pt; } .annex > h1, .annex > p { break-after: avoid; }
.annex { border-top: 1.2pt solid var(--ink); margin-top: 9mm; padding-top: 4mm; }
.dense td { padding-top: .55mm; padding-bottom: .55mm; }
.mark { font-weight: 600; }

figure { margin: 0 0 3mm; break-inside: avoid; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font: 400 8.5px var(--face); fill: var(--soft); }
svg .clock { font-size: 7.5px; }
svg .strong { fill: var(--ink); font-weight: 600; }
figcaption { font-size: 7.5pt; color: var(--soft); margin-top: 1mm; }

.precision td:nth-child(1) { width: 33mm; } .precision td:nth-child(2) { width: 46mm; }
.precision td { padding-top: 1.4mm; padding-bottom: 1.4mm; }

.signature { display: grid; grid-template-columns: 3fr 3fr 3fr 2fr; gap: 0 6mm; }
.signature div { border-bottom: .5pt solid var(--ink); height: 9.5mm; font-size: 7.5pt; color: var(--soft); padding-top: 1mm; }
ul { margin: 0; padding-left: 4mm; }
li { margin-bottom: .8mm; break-inside: avoid; } li:nth-child(-n+2) { break-after: avoid; }
`;
