// The drawings that are looked at: all that are in the repository, and further views of the bundled
// roadmaps, drawn now.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const source = process.env.PREREQ_SOURCE_DIR;
const folder = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'pictures');

const views = {
  'turbo-right': ['turbo', '--direction', 'right'],
  'turbo-resources': ['turbo', '--detail', 'resources'],
  'turbo-free': ['turbo', '--to', 'data-scientist', '--free', '--known', 'python,algebra'],
  'self-study-right': ['self-study', '--direction', 'right'],
  'self-study-dark': ['self-study', '--theme', 'dark'],
  'self-study-light': ['self-study', '--theme', 'light'],
};

export function render(roadmap, ...options) {
  const file = join(source, 'graphs', `${roadmap}.yaml`);
  return execFileSync(process.env.PREREQ_PROGRAM, ['render', file, '-q', ...options], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

function svgsBelow(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return svgsBelow(path);
    return entry.name.endsWith('.svg') ? [path] : [];
  });
}

// Each as { name, svg, theme }; what is the same is there once.
export function pictures() {
  const found = new Map();
  for (const file of [...svgsBelow(join(source, 'docs')), ...svgsBelow(join(source, 'examples'))]) {
    const svg = readFileSync(file, 'utf8');
    if (![...found.values()].includes(svg)) found.set(uniqueName(basename(file, '.svg'), found), svg);
  }
  if (found.size < 6) throw new Error('the bundled drawings are not where they were');
  for (const [name, [roadmap, ...options]] of Object.entries(views)) {
    found.set(name, render(roadmap, '--id-prefix', name, ...options));
  }
  return [...found].map(([name, svg]) => ({
    name,
    svg,
    theme: /-(dark|light)$/.exec(name)?.[1] ?? 'auto',
  }));
}

function uniqueName(name, taken) {
  let unique = name;
  for (let i = 2; taken.has(unique); ++i) unique = `${name}-${i}`;
  return unique;
}

// The ways to show a drawing: by itself, as an image of a page, and as a part of one.
export const ways = ['alone', 'image', 'inline'];

// Writes what is to be opened, and returns its address.
export function write(picture, way) {
  const page = (content) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A page with a drawing</title>
<meta name="viewport" content="width=device-width">
<style>:root { color-scheme: light dark } body { margin: 0 auto; max-width: 1000px }</style></head>
<body><main><h1>A drawing</h1>
${content}
</main></body></html>
`;
  const contents = {
    alone: ['svg', picture.svg],
    image: ['html', page(`<img src="${picture.name}-alone.svg" alt="A drawing" style="max-width: 100%">`)],
    inline: ['html', page(picture.svg)],
  };
  mkdirSync(folder, { recursive: true });
  if (way === 'image') write(picture, 'alone');
  const [extension, text] = contents[way];
  const file = join(folder, `${picture.name}-${way}.${extension}`);
  writeFileSync(file, text);
  return `file://${file}`;
}
