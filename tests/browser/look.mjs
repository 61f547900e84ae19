// What people see: the colours of the theme, in every way of showing a drawing, and nothing on the
// console. The screenshots stay in the build folder.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { inflateSync } from 'node:zlib';

import { wholePage, withBrowser, withPicture } from './browser.mjs';
import { pictures, ways } from './pictures.mjs';

const folder = join(new URL('.', import.meta.url).pathname, 'screenshots');

// The first pixel of a PNG, from 0 for black to 1 for white. Its scan lines are compressed together;
// nothing stands before the first pixel that its filter would take from it.
function brightness(png) {
  const data = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [, red, green, blue] = inflateSync(Buffer.concat(data));
  return (red + green + blue) / (3 * 255);
}

test('a console message is heard', async () => {
  await withBrowser(async (browser) => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>console.log("hi")</script></svg>';
    await withPicture(browser, { name: 'message', svg }, 'alone', 'light', async (page, messages) => {
      assert.deepEqual(messages, ['log: hi']);
    });
    const broken = '<svg xmlns="http://www.w3.org/2000/svg"><image href="missing.png"/></svg>';
    await withPicture(browser, { name: 'broken', svg: broken }, 'alone', 'light', async (page, messages) => {
      assert.notDeepEqual(messages, []);
    });
  });
});

test('drawings are as the reader prefers', async (t) => {
  mkdirSync(folder, { recursive: true });
  await withBrowser(async (browser) => {
    for (const picture of pictures()) {
      for (const way of ways) {
        for (const scheme of ['light', 'dark']) {
          await t.test(`${picture.name}, ${way}, ${scheme}`, async () => {
            await withPicture(browser, picture, way, scheme, async (page, messages) => {
              const drawing = page.locator(way === 'image' ? 'img' : 'svg').first();
              const box = await drawing.boundingBox();
              assert.ok(box.width > 100 && box.height > 100, 'the drawing is not shown');
              const png = await page.screenshot({ clip: box });
              writeFileSync(join(folder, `${picture.name}-${way}-${scheme}.png`), png);
              const seen = brightness(png);
              const expected = picture.theme === 'auto' ? scheme : picture.theme;
              assert.ok(expected === 'dark' ? seen < 0.2 : seen > 0.9, `its paper is ${seen}`);
              assert.deepEqual(messages, []);
            }, wholePage);
          });
        }
      }
    }
  });
});
