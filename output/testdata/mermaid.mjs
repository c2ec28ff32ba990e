// Reads diagrams with Mermaid itself: node mermaid.mjs FOLDER FILE... prints for each
// file, as JSON, what the parser found in it. FOLDER has node_modules/mermaid and
// node_modules/jsdom (npm install mermaid jsdom).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(folder + '/x.js'));
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<!doctype html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(folder + '/node_modules/mermaid/dist/mermaid.core.mjs'));
mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true, maxTextSize: 1e7, maxEdges: 1e5 });

// plain undoes what Mermaid does to a text before it is parsed.
const plain = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, n) => String.fromCodePoint(n));

const list = [];
for (const file of files) {
  try {
    const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(file, 'utf8'));
    list.push({
      type,
      title: db.getDiagramTitle(),
      nodes: [...db.getVertices().values()].map((v) => ({ id: v.id, text: plain(v.text), kind: v.labelType, link: v.link || '' })),
      edges: db.getEdges().map((e) => ({ from: e.start, to: e.end, text: plain(e.text), line: e.stroke })),
      boxes: db.getSubGraphs().map((s) => ({ id: s.id, text: plain(s.title), nodes: s.nodes })),
    });
  } catch (e) {
    list.push({ error: String(e.message ?? e) });
  }
}
console.log(JSON.stringify(list));
