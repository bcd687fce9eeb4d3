// Questions by name as JSON from stdin to their answers (SPARQL Query Results JSON) on stdout, by Comunica over N3.js.
const { readFileSync } = require("fs");
const { Parser, Store } = require("n3");
const { QueryEngine } = require("@comunica/query-sparql-file");

async function main() {
  const graph = new Store(new Parser().parse(readFileSync(process.argv[2], "utf8")));
  const engine = new QueryEngine();
  const answers = {};
  for (const [name, question] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
    const result = await engine.query(question, { sources: [graph] });
    const { data } = await engine.resultToString(result, "application/sparql-results+json");
    let text = "";
    for await (const part of data) text += part;
    const { head, results } = JSON.parse(text); // without Comunica's own note of how many requests it made
    answers[name] = { head, results };
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
