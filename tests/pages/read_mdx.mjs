// Prints a page in MDX as React shows it: compiled as Docusaurus does, with tables and checklists.
import { readFileSync } from "node:fs";

import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import * as runtime from "react/jsx-runtime";
import remarkGfm from "remark-gfm";

const page = readFileSync(process.argv[2], "utf8").replace(/^---\n.*?\n---\n/s, "");
const { default: Page } = await evaluate(page, { ...runtime, remarkPlugins: [remarkGfm] });
const html = renderToStaticMarkup(createElement(Page));
console.log(`<html><head><meta charset="utf-8"/></head><body>\n${html}\n</body></html>`);
