// Links lead where the roadmap says, and a click on a card gets to them.
import assert from 'node:assert/strict';
import test from 'node:test';

import { wholePage, withBrowser, withPicture } from './browser.mjs';
import { pictures, render } from './pictures.mjs';

// Runs in the page: every link, and the first one of each topic.
function collectLinks() {
  const svg = document.querySelector('svg') ?? document.documentElement;
  const anchors = [...svg.querySelectorAll('a')].map((anchor) => {
    // Of a card the title: a pennant may hang over the middle.
    const target = anchor.querySelector('.title') ?? anchor.querySelector('.card') ?? anchor;
    const { left, top, width, height } = target.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      href: anchor.href.baseVal,
      // A list of resources on a card covers the card's own link.
      reached: hit !== null && (hit.closest('a') === anchor || anchor.contains(hit.closest('a')) ||
        hit.closest('.topic') === anchor.closest('.topic')),
      topic: anchor.closest('[data-topic]')?.dataset.topic,
    };
  });
  const topics = [...svg.querySelectorAll('[data-topic].topic')].map((topic) => topic.dataset.topic);
  return { anchors, topics };
}

const url = (resource) =>
  typeof resource === 'string' ? /\]\((\S+?)\)/.exec(resource)?.[1] : resource.url;

// By topic, wherever in the file it stands.
function topicsOf(node, found = new Map()) {
  for (const [id, topic] of Object.entries(node.topics ?? {})) found.set(id, topic);
  for (const section of Object.values(node.sections ?? {})) topicsOf(section, found);
  return found;
}

test('links have their addresses and can be clicked', async (t) => {
  await withBrowser(async (browser) => {
    for (const picture of pictures()) {
      for (const way of ['alone', 'inline']) {
        await t.test(`${picture.name}, ${way}`, async () => {
          await withPicture(browser, picture, way, 'light', async (page) => {
            const { anchors } = await page.evaluate(collectLinks);
            for (const { href, reached, topic } of anchors) {
              assert.match(href, /^(https?:\/\/|mailto:)\S+$/);
              assert.ok(reached, `the link of ${topic} to ${href} is covered`);
            }
          }, wholePage);
        });
      }
    }
  });
});

test('cards lead to the first resource', async (t) => {
  await withBrowser(async (browser) => {
    for (const name of ['turbo', 'self-study']) {
      await t.test(name, async () => {
        const topics = topicsOf(JSON.parse(render(name, '--format', 'json')));
        const picture = { name: `${name}-links`, svg: render(name) };
        await withPicture(browser, picture, 'inline', 'light', async (page) => {
          const links = await page.evaluate(collectLinks);
          assert.deepEqual(new Set(links.topics), new Set(topics.keys()));
          const linked = new Map(links.anchors.map(({ topic, href }) => [topic, href]));
          for (const [id, topic] of topics) {
            const first = (topic.resources ?? []).map(url).find(Boolean);
            assert.equal(linked.get(id), first, id);
          }
        });
      });
    }
  });
});
