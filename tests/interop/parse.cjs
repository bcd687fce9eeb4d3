// A graph in the form that is named (Turtle, N-Triples, TriG, N-Quads) from stdin to N-Quads on stdout, by N3.js.
const { readFileSync } = require("fs");
const { Parser, Writer } = require("n3");

const quads = new Parser({ format: process.argv[2] }).parse(readFileSync(0, "utf8"));
process.stdout.write(new Writer({ format: "N-Quads" }).quadsToString(quads));
