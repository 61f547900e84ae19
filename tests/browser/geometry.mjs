// Where things really are, as the browser's fonts and layout have it: texts inside their cards,
// and nothing over anything else.
import assert from 'node:assert/strict';
import test from 'node:test';

import { withBrowser, withPicture } from './browser.mjs';
import { pictures } from './pictures.mjs';

// Runs in the page. All in pixels of the drawing.
function measure() {
  const svg = document.querySelector('svg') ?? document.documentElement;
  const toDrawing = svg.getScreenCTM().inverse();
  const box = (element) => {
    const rect = element.getBoundingClientRect();
    const from = new DOMPoint(rect.left, rect.top).matrixTransform(toDrawing);
    const to = new DOMPoint(rect.right, rect.bottom).matrixTransform(toDrawing);
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  };
  const outside = (selector) =>
    [...svg.querySelectorAll(selector)].filter((element) => !element.closest('.legend'));
  const groupOf = (element) => element.closest('.topic, .goal, .junction, .section');
  const view = svg.viewBox.baseVal;
  // A collapsed section is drawn as a pile of cards, of which the last one is on top.
  const topCards = new Map(outside('.card').map((card) => [groupOf(card), card]));
  const cards = [...topCards].map(([group, card]) => {
    return {
      name: group.dataset.topic ?? group.dataset.goal ?? group.dataset.section ?? 'junction',
      junction: group.classList.contains('junction'),
      box: box(card),
      texts: [...group.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: box(text) })),
    };
  });
  const texts = [...svg.querySelectorAll('text')].map((text) => ({
    text: text.textContent,
    title: text.matches('.section > .section-title, .section > .section-detail, .heading'),
    box: box(text),
  }));
  const edges = outside('path.edge').map((path) => {
    const points = [];
    const length = path.getTotalLength();
    for (let at = 0; at < length; at += 3) {
      const { x, y } = path.getPointAtLength(at);
      points.push({ x, y });
    }
    return { from: path.dataset.from, to: path.dataset.to, any: path.classList.contains('any'), points };
  });
  return {
    width: view.width,
    height: view.height,
    cards,
    texts,
    edges,
    overflow: document.scrollingElement
      ? document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth : 0,
  };
}

const inside = (inner, outer, slack) =>
  inner.left >= outer.left - slack && inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;
const overlap = (a, b, slack) =>
  a.left + slack < b.right && b.left + slack < a.right &&
  a.top + slack < b.bottom && b.top + slack < a.bottom;
const holds = (box, point, slack) =>
  point.x > box.left + slack && point.x < box.right - slack &&
  point.y > box.top + slack && point.y < box.bottom - slack;

function* pairs(list) {
  for (let i = 0; i < list.length; ++i) {
    for (let j = 0; j < i; ++j) yield [list[i], list[j]];
  }
}

// What is wrong, in words.
function faults({ width, height, cards, texts, edges, overflow }) {
  const found = [];
  const page = { left: 0, top: 0, right: width, bottom: height };
  for (const card of cards) {
    for (const { text, box } of card.texts) {
      if (!inside(box, card.box, 0.5)) found.push(`'${text}' is not inside the card of ${card.name}`);
    }
  }
  for (const each of [...cards, ...texts]) {
    if (!inside(each.box, page, 0)) found.push(`'${each.name ?? each.text}' is not inside the drawing`);
  }
  for (const [a, b] of pairs(cards)) {
    if (overlap(a.box, b.box, 0.1)) found.push(`the cards of ${a.name} and ${b.name} overlap`);
  }
  // The boxes of two lines of a text have a little air in common.
  for (const [a, b] of pairs(texts)) {
    if (overlap(a.box, b.box, 1.5)) found.push(`'${a.text}' and '${b.text}' overlap`);
  }
  const titles = texts.filter(({ title }) => title);
  for (const title of titles) {
    for (const card of cards) {
      const own = card.texts.some(({ text }) => text === title.text);
      if (!own && overlap(title.box, card.box, 1.5)) found.push(`'${title.text}' is over ${card.name}`);
    }
  }
  for (const edge of edges) {
    const words = `the edge from ${edge.from} to ${edge.to}`;
    for (const card of cards) {
      const end = card.name === edge.from || card.name === edge.to || (edge.any && card.junction);
      if (!end && edge.points.some((point) => holds(card.box, point, 1))) {
        found.push(`${words} goes through ${card.name}`);
      }
    }
    for (const title of titles) {
      if (edge.points.some((point) => holds(title.box, point, 2))) {
        found.push(`${words} goes through '${title.text}'`);
      }
    }
  }
  if (overflow > 0) found.push(`it is ${overflow} px wider than the window`);
  return found;
}

test('faults are found', () => {
  const box = (left, top, right, bottom) => ({ left, top, right, bottom });
  const text = { text: 'A', title: false, box: box(12, 12, 31, 18) };
  assert.deepEqual(
    faults({
      width: 100,
      height: 90,
      cards: [
        { name: 'a', junction: false, box: box(10, 10, 30, 20), texts: [text] },
        { name: 'b', junction: false, box: box(25, 15, 50, 30), texts: [] },
        { name: 'c', junction: false, box: box(60, 60, 70, 100), texts: [] },
      ],
      texts: [text, { text: 'S', title: true, box: box(20, 12, 40, 18) }],
      edges: [{ from: 'a', to: 'c', any: false, points: [{ x: 30, y: 14 }, { x: 40, y: 20 }] }],
      overflow: 3,
    }),
    [
      "'A' is not inside the card of a",
      "'c' is not inside the drawing",
      'the cards of b and a overlap',
      "'S' and 'A' overlap",
      "'S' is over a",
      "'S' is over b",
      'the edge from a to c goes through b',
      'it is 3 px wider than the window',
    ],
  );
});

test('everything is in its place', async (t) => {
  await withBrowser(async (browser) => {
    for (const picture of pictures()) {
      for (const way of ['alone', 'inline']) {
        await t.test(`${picture.name}, ${way}`, async () => {
          await withPicture(browser, picture, way, 'light', async (page) => {
            const measured = await page.evaluate(measure);
            assert.ok(measured.cards.length > 0 && measured.texts.length > measured.cards.length);
            assert.deepEqual(faults(measured), []);
          });
        });
      }
    }
  });
});
