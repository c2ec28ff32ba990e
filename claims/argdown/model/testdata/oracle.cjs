// Asks Argdown's own core what documents mean.
//
//   node oracle.cjs FOLDER < texts.json > answers.json
//
// FOLDER holds node_modules/@argdown/core. The input is a list of texts, the output a
// list of answers; an answer with an error is of a text that Argdown gives up on.
const path = require("path");
const fs = require("fs");
const core = path.join(path.resolve(process.argv[2]), "node_modules", "@argdown", "core");
const { argdown } = require(path.join(core, "dist", "argdown.js"));

const steps = ["parse-input", "build-model", "build-map", "transform-closed-groups", "colorize"];

const bracket = (type, title) => (type === "argument" || type === "argument-map-node" ? `<${title}>` : `[${title}]`);

function end(e) {
  if (e.type === "inference") return `<${e.argumentTitle}>/${e.conclusionIndex + 1}`;
  return bracket(e.type, e.title);
}

// Of several members, the last definition stands for all, or the one that says so.
function canonical(members) {
  const defined = members.filter((m) => !m.isReference);
  const chosen = defined.filter((m) => m.data && m.data.isCanonical);
  return (chosen.length ? chosen : defined).slice(-1)[0];
}

const text = (members) => {
  const m = canonical(members);
  return (m && m.text) || "";
};

function statement(c) {
  const roles = ["premise", "intermediary-conclusion", "main-conclusion"];
  return {
    title: c.title,
    roles: roles.filter((r) => c.members.some((m) => m.role === r)),
    members: c.members.length,
    text: text(c.members),
    tags: c.tags || [],
    section: c.section ? c.section.title : "",
    color: c.color || "",
  };
}

function argument(a) {
  return {
    title: a.title,
    text: text(a.members),
    premises: a.pcs.filter((s) => s.role === "premise").map((s) => s.title),
    conclusions: a.pcs.filter((s) => s.role !== "premise").map((s) => s.title),
    rules: a.pcs.filter((s) => s.inference).map((s) => (s.inference.inferenceRules || []).join("; ")),
    tags: a.tags || [],
    section: a.section ? a.section.title : "",
    color: a.color || "",
  };
}

function answer(input) {
  const request = { input, process: steps, logLevel: "silent", logExceptions: false, throwExceptions: true };
  let response;
  try {
    response = argdown.run(request);
  } catch (e) {
    return { error: String(e.code || e.name || e.message || e) };
  }
  const bad = [...(response.lexerErrors || []), ...(response.parserErrors || [])];
  if (bad.length) return { error: "syntax" };
  if ((response.exceptions || []).length) {
    const e = response.exceptions[0];
    return { error: String(e.code || e.name || e.message) };
  }
  const nodes = [];
  const groups = [];
  const walk = (list, parent) => {
    for (const n of list) {
      if (n.type === "group-map-node") {
        groups.push({ title: n.title || "", parent, closed: !!n.isClosed, color: n.color || "" });
        walk(n.children || [], n.title || "");
      } else {
        nodes.push({
          title: bracket(n.type, n.title), group: parent, labelTitle: n.labelTitle || "",
          labelText: n.labelText || "", color: n.color || "",
        });
      }
    }
  };
  walk(response.map.nodes, "");
  const point = (n) => (n.type === "group-map-node" ? `group ${n.title}` : bracket(n.type, n.title));
  return {
    statements: Object.values(response.statements).map(statement),
    arguments: Object.values(response.arguments).map(argument),
    relations: response.relations.map((r) => ({ type: r.relationType, from: end(r.from), to: end(r.to) })),
    tags: Object.values(response.tags).map((t) => ({ name: t.tag, color: t.color || "" })),
    nodes,
    groups,
    edges: response.map.edges.map((e) => ({ type: e.relationType, from: point(e.from), to: point(e.to), color: e.color || "" })),
  };
}

const inputs = JSON.parse(fs.readFileSync(0, "utf8"));
const log = console.log;
console.log = console.error = console.warn = () => {};
const answers = inputs.map(answer);
console.log = log;
process.stdout.write(JSON.stringify(answers));
