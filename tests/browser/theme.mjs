// An inline drawing is as its page is: it follows the page's switch of themes, in both directions,
// against the system's setting too.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { withBrowser } from './browser.mjs';

const roadmap = `title: A small roadmap
sections:
  s: {title: Section, topics: {a: {hours: 3}, b: {requires: [a]}}}
`;

// As `prereq embed` puts it into a page.
function inlineDrawing(...options) {
  const folder = mkdtempSync(join(tmpdir(), 'prereq-theme-'));
  try {
    writeFileSync(join(folder, 'r.yaml'), roadmap);
    const page = join(folder, 'page.html');
    writeFileSync(page, `<!-- prereq render r.yaml --inline --id-prefix it ${options.join(' ')} -->
<!-- /prereq -->
`);
    execFileSync(process.env.PREREQ_PROGRAM, ['embed', '-q', page], { cwd: folder });
    return readFileSync(page, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What the drawing's paper, its cards and its titles look like, and what the page around it does.
async function colours(browser, scheme, html) {
  const context = await browser.newContext({ colorScheme: scheme });
  try {
    const page = await context.newPage();
    await page.setContent(html);
    return await page.evaluate(() => {
      const fill = (selector) => getComputedStyle(document.querySelector(selector)).fill;
      return [fill('#it .paper'), fill('#it .card'), fill('#it .title'), fill('#it .box'),
        fill('#other')].join(' ');
    });
  } finally {
    await context.close();
  }
}

const page = (drawing, { html = '', head = '', body = '', around = '' } = {}) => `<!DOCTYPE html>
<html lang="en" ${html}><head><meta charset="utf-8"><title>A page</title>${head}</head>
<body ${body}><div ${around}>${drawing}</div>
<svg width="9" height="9"><rect id="other" class="card" width="9" height="9"/></svg></body></html>`;

// What a page says, and how its drawing has to look under a light and under a dark system.
const pages = [
  ['says nothing', {}, 'light', 'light'],
  ['data-theme dark', { html: 'data-theme="dark"' }, 'dark', 'dark'],
  ['data-theme light', { html: 'data-theme="light"' }, 'light', 'light'],
  ['data-theme dark on the body', { body: 'data-theme="dark"' }, 'dark', 'dark'],
  ['data-theme light on the body', { body: 'data-theme="light"' }, 'light', 'light'],
  ['data-theme auto', { body: 'data-theme="auto"' }, 'light', 'dark'],
  ['.dark', { html: 'class="js dark"' }, 'dark', 'dark'],
  ['.light', { html: 'class="light js"' }, 'light', 'light'],
  ['.dark near the drawing', { around: 'class="dark"' }, 'dark', 'dark'],
  ['Material slate', { body: 'data-md-color-scheme="slate"' }, 'dark', 'dark'],
  ['Material default', { body: 'data-md-color-scheme="default"' }, 'light', 'light'],
  ['color-scheme dark', { html: 'style="color-scheme: dark"' }, 'dark', 'dark'],
  ['color-scheme light', { html: 'style="color-scheme: light"' }, 'light', 'light'],
  ['color-scheme dark in a style sheet', { head: '<style>:root{color-scheme:dark}</style>' }, 'dark', 'dark'],
  ['color-scheme light in a style sheet', { head: '<style>:root{color-scheme:light}</style>' }, 'light', 'light'],
  ['color-scheme both', { head: '<style>:root{color-scheme:light dark}</style>' }, 'light', 'dark'],
  ['color-scheme both in a meta element', { head: '<meta name="color-scheme" content="light dark">' }, 'light', 'dark'],
  ['.dark where both are supported',
    { html: 'class="dark"', head: '<style>:root{color-scheme:light dark}</style>' }, 'dark', 'dark'],
  ['.light where both are supported',
    { html: 'class="light"', head: '<style>:root{color-scheme:light dark}</style>' }, 'light', 'light'],
];

test('an inline drawing follows its page', async (t) => {
  const drawing = inlineDrawing();
  const fixed = { light: inlineDrawing('--theme', 'light'), dark: inlineDrawing('--theme', 'dark') };
  await withBrowser(async (browser) => {
    const looks = {};
    for (const theme of ['light', 'dark']) {
      looks[theme] = await colours(browser, 'light', page(fixed[theme]));
    }
    assert.notEqual(looks.light, looks.dark);
    for (const [name, said, underLight, underDark] of pages) {
      for (const [scheme, expected] of [['light', underLight], ['dark', underDark]]) {
        await t.test(`${name}, ${scheme} system`, async () => {
          assert.equal(await colours(browser, scheme, page(drawing, said)), looks[expected]);
        });
      }
    }
    await t.test('one whose theme was chosen does not', async () => {
      const said = { html: 'data-theme="dark" class="dark" style="color-scheme: dark"' };
      assert.equal(await colours(browser, 'dark', page(fixed.light, said)), looks.light);
    });
    await t.test('a switch is followed at once', async () => {
      const context = await browser.newContext({ colorScheme: 'light' });
      const shown = await context.newPage();
      await shown.setContent(page(drawing));
      const paper = () => shown.evaluate(
        () => getComputedStyle(document.querySelector('#it .paper')).fill);
      const light = await paper();
      await shown.evaluate(() => { document.documentElement.dataset.theme = 'dark'; });
      assert.notEqual(await paper(), light);
      await shown.evaluate(() => { document.documentElement.dataset.theme = 'light'; });
      assert.equal(await paper(), light);
      await context.close();
    });
  });
});
