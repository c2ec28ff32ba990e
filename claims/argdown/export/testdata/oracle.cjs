// Asks Argdown's own core for its JSON of documents.
//
//   node oracle.cjs FOLDER < texts.json > answers.json
//
// FOLDER holds node_modules/@argdown/core. The input is a list of texts, the output a
// list of {json} or, of texts that Argdown gives up on, of {error}.
const path = require("path");
const fs = require("fs");
const core = path.join(path.resolve(process.argv[2]), "node_modules", "@argdown", "core");
const { argdown } = require(path.join(core, "dist", "argdown.js"));

const steps = ["parse-input", "build-model", "build-map", "transform-closed-groups", "colorize", "export-json"];

function answer(input) {
  let response;
  try {
    response = argdown.run({ input, process: steps, logLevel: "silent", logExceptions: false, throwExceptions: true });
  } catch (e) {
    return { error: String(e.code || e.name || e.message || e) };
  }
  const bad = [...(response.lexerErrors || []), ...(response.parserErrors || []), ...(response.exceptions || [])];
  if (bad.length) return { error: String(bad[0].code || bad[0].name || bad[0].message) };
  return { json: JSON.parse(response.json) };
}

const inputs = JSON.parse(fs.readFileSync(0, "utf8"));
const log = console.log;
console.log = console.error = console.warn = () => {};
const answers = inputs.map(answer);
console.log = log;
process.stdout.write(JSON.stringify(answers));
