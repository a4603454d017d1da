// What Mermaid makes of charts: `node read_charts.mjs NODE_MODULES < charts.json`, where charts.json is a list of texts.
// Prints a list of {type, title, sections, tasks: [[section, name, id, first day, day after the last]]} or {error}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = process.argv[2];
// Mermaid cleans texts with a library that wants a page.
const { JSDOM } = createRequire(join(modules, "x.js"))("jsdom");
globalThis.window = new JSDOM("<!doctype html>").window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(join(modules, "mermaid/dist/mermaid.core.mjs")));

const day = (moment) => `${moment.getFullYear()}-${moment.getMonth() + 1}-${moment.getDate()}`;

async function read(chart) {
  try {
    await mermaid.parse(chart);
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
    const tasks = db.getTasks().map((one) => [one.section, one.task, one.id, day(one.startTime), day(one.endTime)]);
    return { type, title: db.getDiagramTitle(), sections: db.getSections(), tasks };
  } catch (error) {
    return { error: String(error) };
  }
}

const found = [];
for (const chart of JSON.parse(readFileSync(0, "utf8"))) found.push(await read(chart));
process.stdout.write(JSON.stringify(found));
