/** The frame of the portal's plain pages, which work without any script: a card in the middle, in the portal's colours. */

/** `body` is HTML, and must have been escaped. */
export function plainPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><style>${css}</style></head><body><header>${mark}<span>Sandbox portal</span></header>
<main>${body}</main></body></html>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const mark = `<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M6 22a10 10 0 0 1 20 0M11 22a5 5 0 0 1 10 0" fill="none" stroke="#ff8f59" stroke-width="3.4" stroke-linecap="round"/></svg>`;

const css = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:#f4f6f9;color:#213343;font:15px/1.5 "Lexend Deca",Lexend,Inter,"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
header{display:flex;align-items:center;gap:12px;height:56px;padding:0 24px;background:#1d2b36;color:#fff;font-weight:600}
main{max-width:600px;margin:40px auto;padding:32px 40px;background:#fff;border:1px solid #dbe2ea;border-radius:12px;box-shadow:0 8px 28px rgb(29 43 54/10%)}
h1{margin:0 0 8px;font-size:22px;line-height:1.3;font-weight:600}
h2{margin:24px 0 8px;font-size:15px;font-weight:600}
p{margin:0 0 8px}
.quiet-text{color:#4a6076;font-size:13.5px}
.pair{display:flex;align-items:center;gap:14px;margin-bottom:20px}
.pair span{display:grid;place-items:center;width:52px;height:52px;border-radius:14px;font-size:22px;font-weight:700}
.pair .app{background:#1d2b36;color:#ff8f59}
.pair .account{background:#e3f4f6;color:#00535f}
.pair i{flex:0 0 44px;border-top:2px dashed #8ba0b5}
ul{list-style:none;margin:0;padding:0;border:1px solid #dbe2ea;border-radius:8px}
li{display:flex;gap:10px;padding:9px 14px;border-bottom:1px solid #dbe2ea}
li:last-child{border-bottom:0}
li::before{content:"✓";color:#00697a;font-weight:700}
li em{margin-left:auto;color:#4a6076;font-style:normal;font-size:13px}
form{display:flex;gap:12px;margin-top:24px;padding-top:20px;border-top:1px solid #dbe2ea}
button{font:inherit;font-weight:600;padding:9px 20px;border:1px solid #c43e0c;border-radius:8px;background:#c43e0c;color:#fff;cursor:pointer}
button:hover{background:#a53207}
button.quiet{background:#fff;color:#213343;border-color:#8ba0b5}
button.quiet:hover{background:#f0f5f8}
:focus-visible{outline:2px solid #00697a;outline-offset:2px}`;
