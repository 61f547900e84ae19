// A headless Chromium, and what pages in it say.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { write } from './pictures.mjs';

// A window so high that all of a drawing is in it.
export const wholePage = 4000;

// Calls `use` with the browser, and closes it whatever happens.
export async function withBrowser(use) {
  const home = mkdtempSync(join(tmpdir(), 'prereq-browser-'));
  const browser = await chromium.launch({
    executablePath: process.env.PREREQ_CHROMIUM,
    // Everything runs as root in CI's container, where Chromium's own sandbox cannot.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--no-first-run'],
    env: { ...process.env, HOME: home },
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

// Calls `use` with the open page, of this height, and the list of what it said so far: messages on its console,
// errors, and requests for anything but files.
async function withPage(browser, address, scheme, height, use) {
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport: { width: 1100, height },
  });
  const messages = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => messages.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) messages.push(`request: ${request.url()}`);
    });
    const session = await context.newCDPSession(page);
    session.on('Log.entryAdded', ({ entry }) => messages.push(`${entry.level}: ${entry.text}`));
    await session.send('Log.enable');
    await page.goto(address, { waitUntil: 'load' });
    return await use(page, messages, session);
  } finally {
    await context.close();
  }
}

export function withPicture(browser, picture, way, scheme, use, height = 800) {
  return withPage(browser, write(picture, way), scheme, height, use);
}
