import { createHash } from 'node:crypto';

/** How a letter looks on a screen and on paper: in black and greys, with nothing told by colour. */
export const letterStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; color: #000; background: #fff;
  font: 0.95rem/1.45 "DejaVu Sans", Verdana, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.15rem; margin: 1.6rem 0 0.4rem; border-bottom: 1px solid #000; }
h3 { font-size: 1rem; margin: 1.1rem 0 0.3rem; }
h4, h5 { font-size: 0.95rem; margin: 0.8rem 0 0.2rem; }
p, ul, ol, dl { margin: 0.3rem 0; }
ul, ol { padding-left: 1.6rem; }
.subtitle { margin: 0.2rem 0 1rem; color: #333; }
.running { font-size: 0.75rem; color: #333; border-bottom: 1px solid #999; padding-bottom: 0.4rem; margin-bottom: 1rem; }
.running p { margin: 0; }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0.1rem 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 0.6rem 0; font-size: 0.85rem; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.2rem; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.5rem 0.2rem 0; border-bottom: 1px solid #999; }
thead th { border-bottom: 2px solid #000; }
.apart { border-left: 4px solid #000; padding-left: 0.8rem; margin: 1rem 0; }
.apart > :first-child { margin-top: 0; }
.draft { position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; overflow: hidden;
  font-size: 9rem; font-weight: bold; letter-spacing: 0.2em; color: rgba(0, 0, 0, 0.12); transform: rotate(-35deg); }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.4rem; } }
@page { margin: 14mm 16mm 18mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; } }
@media print {
  html { font-size: 10.5pt; }
  body { display: table; width: 100%; max-width: none; padding: 0; }
  .running { display: table-header-group; }
  .running p:last-child { padding-bottom: 4mm; }
  h1, h2, h3, h4, h5, caption { break-after: avoid; }
  tr, dt, dd { break-inside: avoid; }
  thead { display: table-header-group; }
  .appendix { break-before: page; }
  p, li { orphans: 3; widows: 3; }
}`;

/** Lets this style work and nothing else. */
export const letterPolicy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(letterStyle).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');
