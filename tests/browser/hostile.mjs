// Nothing that an author writes runs in a reader's page: hostile texts are words there, and each
// address leads, in Chromium, where the roadmap says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { marked } from 'marked';

import { withBrowser } from './browser.mjs';

const list = (name) =>
  JSON.parse(readFileSync(join(process.env.PREREQ_SOURCE_DIR, 'tests/links', name), 'utf8'));
const benign = list('benign.json');
const hostile = list('hostile.json');
const base = 'http://map.example/folder/page';

const inPage = (content) => `<!DOCTYPE html><title>A page</title><body>${content}</body>`;

// What people open, made of the roadmap in the folder.
const formats = [
  { name: 'path in HTML', arguments: ['path', '--to', 'all', '--format', 'html'], page: inPage },
  { name: 'SVG in a page', arguments: ['render', '--engine', 'builtin'], page: inPage },
  { name: 'SVG alone', arguments: ['render', '--engine', 'builtin', '--detail', 'resources'], type: 'image/svg+xml' },
  {
    name: 'SVG by Graphviz',
    arguments: ['render', '--engine', 'builtin', '--renderer', 'graphviz'],
    type: 'image/svg+xml',
  },
  {
    name: 'outline, as marked shows Markdown',
    arguments: ['render', '--format', 'markdown'],
    page: (text) => inPage(marked.parse(text)),
  },
  {
    name: 'checklist, as marked shows Markdown',
    arguments: ['path', '--to', 'all', '--format', 'markdown'],
    page: (text) => inPage(marked.parse(text)),
  },
];

// Characters that a file may not hold as they are stand in it by their codes.
const ascii = (map) => JSON.stringify(map).replace(/[^ -~]/g, (c) =>
  `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

function written(map, { arguments: [command, ...options], page = (text) => text }) {
  const folder = mkdtempSync(join(tmpdir(), 'prereq-hostile-'));
  try {
    const file = join(folder, 'map.json');
    writeFileSync(file, ascii(map));
    return page(execFileSync(process.env.PREREQ_PROGRAM, [command, file, '-q', ...options], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Calls `use` with the page, open as if a server had it, and what ran or was asked for in it.
async function withOpened(browser, body, contentType = 'text/html; charset=utf-8', use) {
  const context = await browser.newContext();
  const events = [];
  try {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      events.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on('pageerror', (error) => events.push(`error: ${error.message}`));
    await page.route('**', (route) =>
      route.request().url() === base ? route.fulfill({ body, contentType }) : route.abort());
    page.on('request', (request) => {
      if (request.url() !== base) events.push(`request: ${request.url()}`);
    });
    await page.goto(base, { waitUntil: 'load' });
    return await use(page, events);
  } finally {
    await context.close();
  }
}

// With percent codes for all that some reader writes as one.
const normal = (url) => url
  .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
  .replace(/[^A-Za-z0-9%]+/g, (signs) => [...Buffer.from(signs, 'utf8')]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''))
  .replace(/%[0-9A-Fa-f]{2}/g, (code) => code.toUpperCase());

// Runs in the page. An address as it is written there, and as Chromium resolves it.
function anchors() {
  // Graphviz has anchors for titles alone.
  const leads = (anchor) =>
    anchor.hasAttribute('href') || anchor.hasAttributeNS('http://www.w3.org/1999/xlink', 'href');
  return [...document.querySelectorAll('a, area')].filter(leads).map((anchor) => {
    const href = anchor.href.baseVal ?? anchor.getAttribute('href');
    return { href, resolved: new URL(href, document.baseURI).href };
  });
}

test('addresses lead where the roadmap says', async (t) => {
  const topics = Object.fromEntries(benign.map((url, i) =>
    [`t${i}`, { hours: 1, resources: [{ title: `R${i}`, url }] }]));
  const expected = [...new Set(benign.map(normal))].sort();
  await withBrowser(async (browser) => {
    for (const format of formats) {
      await t.test(format.name, async () => {
        await withOpened(browser, written({ topics }, format), format.type, async (page) => {
          const found = await page.evaluate(anchors);
          assert.deepEqual([...new Set(found.map(({ href }) => normal(href)))].sort(), expected);
          for (const { resolved } of found) assert.match(resolved, /^(https?|mailto):/);
        });
      });
    }
  });
});

test('nothing runs, and a click does no more than follow a link', async (t) => {
  const texts = [
    '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '<svg onload=alert(1)>', '--> <img src=x onerror=alert(1)>',
    ']]><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\' onmouseover=\'alert(1)', '![x](x" onerror="alert(1))',
    ...hostile.flatMap((url) => [`[x](${url})`, `[x](<${url}>)`, `<a href="${url}">x</a>`, `![x](${url})`, `<${url}>`]),
  ];
  const topics = Object.fromEntries(texts.map((text, i) => [`t${i}`, {
    title: text,
    hours: 1,
    note: text,
    ...(i % 50 === 1 ? { requires: [{ topic: 't0', because: text }] } : {}),
    resources: [{ title: text, by: text, note: text, url: 'https://ok.example/' }],
  }]));
  await withBrowser(async (browser) => {
    for (const format of formats) {
      await t.test(format.name, async () => {
        await withOpened(browser, written({ topics }, format), format.type, async (page, events) => {
          const found = await page.evaluate(anchors);
          assert.deepEqual([...new Set(found.map(({ href }) => href))], ['https://ok.example/']);
          assert.deepEqual(events, []);
          await page.evaluate(() => {
            const click = () => new MouseEvent('click', { bubbles: true, cancelable: true });
            for (const element of document.querySelectorAll('a, img, input, svg *')) {
              element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
              element.dispatchEvent(click());
            }
          });
          await page.waitForTimeout(200);
          assert.deepEqual(new Set(events).size <= 1, true, events.join('\n'));
          for (const event of events) assert.equal(event, 'request: https://ok.example/');
        });
      });
    }
  });
});
