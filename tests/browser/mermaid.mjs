// The real Mermaid reads and draws what prereq writes for it: as many nodes, edges and sections, with
// the titles that the roadmap gives.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { withBrowser } from './browser.mjs';
import { render } from './pictures.mjs';

const mermaid = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');

// Calls `use` with a page that has Mermaid, as GitHub configures it where that matters.
async function withMermaid(use) {
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.setContent('<!DOCTYPE html><title>Mermaid</title><body></body>');
    await page.addScriptTag({ path: mermaid });
    await page.evaluate(() => globalThis.mermaid.initialize({ startOnLoad: false }));
    await use(page);
  });
}

// Runs in the page. Throws what Mermaid says about a text that it cannot read.
async function drawn(text) {
  const { diagramType } = await globalThis.mermaid.parse(text);
  const { svg } = await globalThis.mermaid.render('drawing', text);
  const page = new DOMParser().parseFromString(svg, 'text/html');
  const label = (element) => {
    for (const end of element.querySelectorAll('br')) end.replaceWith('\n');
    return element.textContent.trim();
  };
  return {
    diagramType,
    nodes: [...page.querySelectorAll('.node')].map((node) => label(node)),
    sections: [...page.querySelectorAll('.cluster')].map((cluster) => label(cluster)),
    edges: page.querySelectorAll('.edgePaths path.flowchart-link').length,
    links: [...page.querySelectorAll('.nodes a')].map((a) => a.getAttribute('xlink:href') ?? a.getAttribute('href')),
    scripts: page.querySelectorAll('script, iframe, object').length,
  };
}

// What there is to draw, counted in the text.
function counted(text) {
  const count = (pattern) => text.split('\n').filter((line) => pattern.test(line)).length;
  return {
    nodes: count(/^ +n\d+[[>({]/),
    sections: count(/^ +subgraph /),
    edges: count(/^ +n\d+ (-->|<-->|-\.->)/),
    links: count(/^ +click /),
  };
}

function expectCounts(picture, text) {
  const { nodes, sections, edges, links } = picture;
  assert.deepEqual({ nodes: nodes.length, sections: sections.length, edges, links: links.length },
    counted(text));
  assert.equal(picture.scripts, 0);
}

function asMermaid(roadmap) {
  const folder = mkdtempSync(join(tmpdir(), 'prereq-mermaid-'));
  try {
    const file = join(folder, 'map.json');
    writeFileSync(file, JSON.stringify(roadmap));
    return execFileSync(process.env.PREREQ_PROGRAM, ['render', '-q', '--format', 'mermaid', file],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the bundled roadmaps', async (t) => {
  await withMermaid(async (page) => {
    for (const name of ['turbo', 'self-study']) {
      for (const options of [[], ['--collapse', 'all'], ['--direction', 'right']]) {
        await t.test([name, ...options].join(' '), async () => {
          const text = render(name, '--format', 'mermaid', ...options);
          const picture = await page.evaluate(drawn, text);
          assert.match(picture.diagramType, /^flowchart/);
          expectCounts(picture, text);
          assert.ok(picture.nodes.length > 5);
        });
      }
    }
    await t.test('a path with states', async () => {
      const text = render('turbo', '--format', 'mermaid', '--to', 'llm-builder', '--known', 'python');
      const picture = await page.evaluate(drawn, text);
      expectCounts(picture, text);
      assert.ok(picture.nodes.some((label) => label.startsWith('(1) ')));
      assert.ok(picture.nodes.some((label) => label.endsWith('can be started')));
    });
  });
});

// The same numbers everywhere (Park and Miller 1988).
function random(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function randomRoadmap(seed) {
  const next = random(seed);
  const roadmap = { title: `Random ${seed}`, sections: {}, topics: {}, goals: {} };
  for (let s = 0; s < 4; ++s) roadmap.sections[`s${s}`] = { title: `Section ${s}` };
  for (let i = 0; i < 40; ++i) {
    const earlier = () => `t${next(i)}`;
    const topic = { hours: next(20), requires: [], recommends: [], corequisites: [] };
    if (next(4) > 0) topic.section = `s${next(4)}`;
    if (next(5) === 0) topic.level = ['optional', 'assumed'][next(2)];
    if (next(3) === 0) topic.resources = [`[R](https://r.example/?a=${i}&b=1#c)`];
    if (i > 2) {
      topic.requires.push(earlier());
      if (next(3) === 0) topic.requires.push({ any: [earlier(), { all: [earlier(), earlier()] }] });
      if (next(4) === 0) topic.requires.push({ 'at-least': 2, of: [earlier(), earlier(), earlier()] });
      if (next(4) === 0) topic.recommends.push(earlier());
      if (next(6) === 0) topic.corequisites.push(earlier());
    }
    roadmap.topics[`t${i}`] = topic;
  }
  roadmap.goals.g = { title: 'Goal', requires: ['t39', { any: ['t37', 't38'] }] };
  return roadmap;
}

test('random roadmaps', async () => {
  await withMermaid(async (page) => {
    for (let seed = 1; seed <= 8; ++seed) {
      const text = asMermaid(randomRoadmap(seed));
      expectCounts(await page.evaluate(drawn, text), text);
    }
  });
});

const hostile = [
  'end', 'graph', 'subgraph x', 'click n1 call f()', 'style n1 fill:#f00', 'classDef a fill:#f00',
  'A --> B', 'a@{ shape: circ }', '%%{init: {"theme": "dark"}}%%', '%% comment', '---', 'default',
  '"double" and \'single\'', '`**bold**`', '**bold** _under_ ~~gone~~', '# heading', '- item',
  '+ item', '* item', '1. one', '1) one', '> quote', 'fa:fa-home', '$$x^2$$', '#quot; &amp; &lt;',
  '#35;', '<b>bold</b>', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'a < b > c',
  '{record|<port>}', '[[x]]', '((x))', '{{x}}', '>x]', '|pipe|', 'back\\slash \\n', 'semi;colon',
  'javascript:alert(1)', 'https://x.example/?a=1&b=2', '数学 и größe', '👩‍🔬', 'x'.repeat(200),
];

test('titles that mean something to Mermaid', async (t) => {
  await withMermaid(async (page) => {
    page.on('dialog', (dialog) => assert.fail(`a script ran: ${dialog.message()}`));
    for (const title of hostile) {
      await t.test(title.slice(0, 40), async () => {
        const text = asMermaid({
          title,
          sections: { s: { title, topics: { a: { title, hours: 2 }, b: { hours: 1, requires: ['a'] } } } },
          goals: { g: { title, requires: ['b', { any: ['a', 'b'] }] } },
        });
        const picture = await page.evaluate(drawn, text);
        expectCounts(picture, text);
        const plain = (label) => label.split('\n')[0].replace(/\s+/g, ' ').trim();
        assert.ok(picture.nodes.map(plain).includes(title), picture.nodes.join(' / '));
        assert.equal(picture.sections.length, 1);
        assert.ok(plain(picture.sections[0]).startsWith(title), picture.sections[0]);
      });
    }
  });
});

test('a text that is no flowchart is refused', async () => {
  await withMermaid(async (page) => {
    await assert.rejects(page.evaluate(drawn, 'flowchart TD\n  n1["open\n'), /Parse error|Expecting/);
  });
});
