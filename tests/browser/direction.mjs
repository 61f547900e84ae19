// Titles in Hebrew and Arabic: what is written last stands furthest to the left, and all of a title
// stands inside its card.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';

import { withBrowser, withPicture } from './browser.mjs';

const roadmap = `title: "בית ספר לקרמיקה (2025)!"
sections:
  s: {title: "יסודות (א'):", topics: {
    a: {title: "חימר – 101! ומבוא ארוך לכל הנושאים (חלק א').", hours: 3}}}
topics:
  b: {title: "זיגוג (שלב ב')", hours: 4, requires: [a]}
  c: {title: "الطين (1).", hours: 4, requires: [b, a]}
  d: {title: "C++ בסיסי.", requires: [c]}
goals: {g: {title: "מומחה (!).", requires: [c, d]}, p: {title: "סוף (1).", requires: [d]}}
`;

function picture(...options) {
  const svg = execFileSync(process.env.PREREQ_PROGRAM, ['render', '-', '-q', ...options],
    { input: roadmap, encoding: 'utf8' });
  return { name: `direction${options.join('')}`, svg };
}

test('titles that run to the left are set so', async (t) => {
  await withBrowser(async (browser) => {
    for (const options of [[], ['--to', 'g'], ['--direction', 'right']]) {
      await t.test(options.join(' ') || 'as it is', async () => {
        await withPicture(browser, picture(...options), 'alone', 'light', async (page, messages) => {
          const lines = await page.evaluate(() => [...document.querySelectorAll('text')].map((text) => {
            const box = text.getBBox();
            const shape = text.closest('g')?.querySelector('.card, .flag, .box')?.getBBox();
            const { x, width } = document.documentElement.viewBox.baseVal;
            const room = shape ?? { x, width };
            return {
              words: text.textContent,
              leftward: text.getAttribute('direction') === 'rtl',
              first: text.getStartPositionOfChar(0).x,
              last: text.getStartPositionOfChar(text.getNumberOfChars() - 1).x,
              inside: text.closest('.legend') !== null ||
                (box.x >= room.x && box.x + box.width <= room.x + room.width),
            };
          }));
          for (const { words, inside } of lines) assert.ok(inside, `'${words}' sticks out`);
          const leftward = lines.filter((line) => line.leftward);
          assert.ok(leftward.length >= 5);
          for (const { words, first, last } of leftward) assert.ok(last < first, words);
          assert.deepEqual(messages, []);
        });
      });
    }
  });
});
