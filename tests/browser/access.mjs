// What people hear: the accessibility tree says of every topic what it requires, and axe has
// nothing serious to say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';

import { withBrowser, withPicture } from './browser.mjs';
import { pictures, render } from './pictures.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The names of everything that is in the tree.
async function names(session) {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored, name }) => !ignored && name?.value)
    .map(({ name, role }) => ({ name: name.value, role: role.value }));
}

// Runs in the page: titles by id, and what the arrows say is required by what.
function collectTopics() {
  const svg = document.querySelector('svg') ?? document.documentElement;
  const title = (group) =>
    [...group.querySelectorAll('text.title, text.pennant')].map((line) => line.textContent).join(' ');
  return {
    heading: svg.querySelector('title').textContent,
    titles: [...svg.querySelectorAll('.topic, .goal')].map((group) => [
      group.dataset.topic ?? group.dataset.goal, title(group)]),
    edges: [...svg.querySelectorAll('path.edge[data-from][data-to]')]
      .filter((edge) => !edge.classList.contains('recommends'))
      .map((edge) => [edge.dataset.from, edge.dataset.to]),
  };
}

function topicsOf(node, found = new Map()) {
  for (const [id, topic] of Object.entries(node.topics ?? {})) found.set(id, topic);
  for (const section of Object.values(node.sections ?? {})) topicsOf(section, found);
  return found;
}

// The ids that an entry of `requires` names.
const idsOf = (entry) =>
  typeof entry === 'string' ? [entry]
    : entry.topic !== undefined ? [entry.topic]
      : (entry.any ?? entry.all ?? entry.of).flatMap(idsOf);

test('the tree names every topic and what its arrows come from', async (t) => {
  await withBrowser(async (browser) => {
    for (const picture of pictures()) {
      for (const way of ['alone', 'inline']) {
        await t.test(`${picture.name}, ${way}`, async () => {
          await withPicture(browser, picture, way, 'light', async (page, messages, session) => {
            const { heading, titles, edges } = await page.evaluate(collectTopics);
            const tree = await names(session);
            assert.ok(tree.some(({ name }) => name === heading), `nothing is called '${heading}'`);
            const titleOf = new Map(titles);
            for (const [id, title] of titles) {
              const needed = edges.filter(([from, to]) => to === id && titleOf.has(from));
              const said = tree.some(({ name }) =>
                name.includes(title) &&
                needed.every(([from]) => name.includes(titleOf.get(from))));
              assert.ok(said, `nothing says of '${title}' that it requires ${needed}`);
            }
          });
        });
      }
    }
  });
});

test('the tree names all that topics require, drawn or not', async (t) => {
  await withBrowser(async (browser) => {
    for (const name of ['turbo', 'self-study']) {
      await t.test(name, async () => {
        const topics = topicsOf(JSON.parse(render(name, '--format', 'json')));
        const picture = { name: `${name}-access`, svg: render(name) };
        await withPicture(browser, picture, 'alone', 'light', async (page, messages, session) => {
          const titleOf = new Map((await page.evaluate(collectTopics)).titles);
          const tree = await names(session);
          assert.ok(topics.size > 30);
          for (const [id, topic] of topics) {
            const label = tree.find((node) => node.name.startsWith(`${titleOf.get(id)}: `))?.name;
            assert.ok(label, `'${id}' is not in the tree`);
            for (const needed of (topic.requires ?? []).flatMap(idsOf)) {
              assert.ok(label.includes(titleOf.get(needed)), `${label} does not name '${needed}'`);
            }
          }
        });
      });
    }
  });
});

test('axe finds nothing serious', async (t) => {
  await withBrowser(async (browser) => {
    for (const picture of pictures()) {
      for (const [way, scheme] of [['alone', 'light'], ['inline', 'light'], ['inline', 'dark']]) {
        await t.test(`${picture.name}, ${way}, ${scheme}`, async () => {
          await withPicture(browser, picture, way, scheme, async (page) => {
            await page.evaluate(axe);
            const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document));
            assert.ok(passes.length > 0, 'axe has looked at nothing');
            assert.deepEqual(
              violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html.slice(0, 120)) })),
              []);
          });
        });
      }
    }
  });
});
