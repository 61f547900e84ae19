// Logs in SARIF are valid against its schema, by a validator and a schema that others made.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

const require = createRequire(import.meta.url);
const Ajv = require('ajv');
const modules = join(require.resolve('ajv/package.json'), '../..');
const schema = JSON.parse(readFileSync(
  join(modules, '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));

const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(schema);

const source = process.env.PREREQ_SOURCE_DIR;

function sarif(files, options = {}) {
  const run = spawnSync(process.env.PREREQ_PROGRAM,
    ['check', '--each', '--format', 'sarif', ...files], { encoding: 'utf8', ...options });
  assert.ok(run.status < 2, run.stderr);
  return JSON.parse(run.stdout);
}

function expectValid(log) {
  assert.ok(validate(log), JSON.stringify(validate.errors, null, 1));
  const { tool, results } = log.runs[0];
  for (const { ruleId, ruleIndex } of results) {
    assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
  }
  return results;
}

test('of flawless roadmaps', () => {
  const results = expectValid(sarif(['turbo', 'self-study'].map((n) => join(source, `graphs/${n}.yaml`))));
  assert.equal(results.length, 0);
});

test('of every mistake in the suite', () => {
  const folder = join(source, 'tests/suite');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const results = expectValid(sarif(files, { cwd: folder }));
  assert.ok(new Set(results.map(({ ruleId }) => ruleId)).size >= 14);
  expectValid(sarif([join(source, 'tests/golden/reports/everything.yaml')]));
});

test('of files with names and texts of all kinds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prereq-sarif-'));
  try {
    const names = ['a b.yaml', '#%?.yaml', 'größe 数学.yaml', "it's \"quoted\".yaml"];
    for (const name of names) {
      writeFileSync(join(folder, name), 'topics: {a: {requires: ["<b>\\u0007 & c"], hours: "x\\u2028"}}\n');
    }
    writeFileSync(join(folder, 'latin.yaml'), Buffer.from('title: Gr\xF6\xDFe\n', 'latin1'));
    const results = expectValid(sarif([...names, 'latin.yaml'], { cwd: folder }));
    assert.ok(results.length >= 9);
    expectValid(sarif(names.map((name) => join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('and what is not valid is refused', () => {
  const log = sarif([join(source, 'tests/golden/reports/everything.yaml')]);
  log.runs[0].results[0].level = 'fatal';
  assert.equal(validate(log), false);
});
