// Builds and tests the pages for Maven: installs only when the lockfile changed, builds only when a source changed.
// Usage: node build.mjs build [output directory] | node build.mjs check | node build.mjs test
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const SOURCES = [
  'index.html',
  'tematik.html',
  'kurum.html',
  'guide',
  'desk',
  'ogc',
  'partner',
  'shared',
  'thematic',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'build.mjs',
];
/** The map's own style is under test too. */
const STYLES = resolve(here, '../../../../data/styles');

const [command, output] = process.argv.slice(2);
const out = resolve(output ?? join(here, '../../../target/classes/static'));

/** Runs a program; when it fails, its own output has said why, so this ends with its code and no stack trace. */
function run(program, ...args) {
  const ended = spawnSync(program, args, {
    cwd: here,
    stdio: 'inherit',
    env: { ...process.env, KENT_WEB_OUT: out, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NO_COLOR: '1' },
  });
  if (ended.error || ended.status !== 0) {
    console.error(`${program} ${args.join(' ')}: ${ended.error?.message ?? `ended with ${ended.status ?? ended.signal}`}`);
    process.exit(1);
  }
}

const tool = (script, ...args) => run(process.execPath, join(modules, script), ...args);

function filesUnder(path) {
  if (!existsSync(path)) {
    return [];
  }
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)))
    : [path];
}

function hashOf(...paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Does the work unless the stamp file already holds this hash; the stamp is written only after the work succeeded. */
function unlessDone(stamp, hash, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return;
  }
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function install() {
  const lock = hashOf(join(here, 'package-lock.json'), join(here, 'package.json'));
  unlessDone(join(modules, '.kent-installed'), lock, () => run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'));
}

function build() {
  // One stamp for each output directory; it counts only while the page is there. Nothing of it ends up in the jar.
  const stamp = join(modules, `.kent-built-${createHash('sha256').update(out).digest('hex').slice(0, 12)}`);
  if (!existsSync(join(out, 'index.html'))) {
    rmSync(stamp, { force: true });
  }
  unlessDone(stamp, hashOf(...SOURCES.map((name) => join(here, name))), () => {
    tool('typescript/bin/tsc', '--noEmit');
    tool('vite/bin/vite.js', 'build', '--logLevel', 'warn');
  });
}

/** The layout and the linter's rules, of the tests too: faster than to find out what changed. */
function check() {
  tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings');
}

function test() {
  const hash = hashOf(...SOURCES.map((name) => join(here, name)), STYLES);
  unlessDone(join(modules, '.kent-tested'), hash, () => tool('vitest/vitest.mjs', 'run', '--reporter=dot'));
}

const commands = { build, check, test };
if (!Object.hasOwn(commands, command ?? '')) {
  console.error('usage: node build.mjs build [output directory] | node build.mjs check | node build.mjs test');
  process.exit(2);
}
install();
commands[command]();
