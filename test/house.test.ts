/** The house as `src/README.md` tells it: every room is on its map, and no arrow between rooms runs back up. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { groupBy } from '../src/core/cases/group-by.ts';
import { requestTab } from '../src/core/columns/request-tab.ts';
import { tabs } from '../src/core/columns/tabs.ts';

const root = join(import.meta.dirname, '..', 'src');

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.split(sep).join('/'));

const folders = [...new Set(files.map(dirname))].flatMap((folder) =>
  folder === '.'
    ? ['.']
    : folder.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/')),
);

const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:\bfrom|\bimport\(|\bimport)\s*'(\.[^']+)'/g,
    ),
  ].map(([, path = '']) =>
    normalize(join(dirname(file), path))
      .split(sep)
      .join('/'),
  );

const arrows = files.flatMap((from) => importsOf(from).map((to) => ({ from, to })));

/** What of a folder a file lies in: a folder below it, or the file itself. */
const roomIn = (folder: string, file: string): string | undefined => {
  const path = folder === '.' ? file : relative(folder, file);
  return path.startsWith('..') ? undefined : path.split('/')[0];
};

const circleIn = (folder: string): readonly string[] | undefined => {
  const leads = new Map<string, Map<string, string>>();
  for (const { from, to } of arrows) {
    const [a, b] = [roomIn(folder, from), roomIn(folder, to)];
    if (a === undefined || b === undefined || a === b) continue;
    leads.set(a, (leads.get(a) ?? new Map()).set(b, `${from} → ${to}`));
  }
  const done = new Set<string>();
  const walk = (room: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room];
    if (done.has(room)) return undefined;
    for (const next of leads.get(room)?.keys() ?? []) {
      const circle = walk(next, [...way, room]);
      if (circle) return circle;
    }
    done.add(room);
    return undefined;
  };
  for (const room of leads.keys()) {
    const circle = walk(room, []);
    if (circle) {
      return circle.slice(1).map((to, at) => leads.get(circle[at] ?? '')?.get(to) ?? to);
    }
  }
  return undefined;
};

test.each([...new Set(['.', ...folders])])('no circle between the rooms of src/%s', (folder) => {
  expect(circleIn(folder)).toBeUndefined();
});

test('the map of the house names every room', () => {
  const map = readFileSync(join(root, 'README.md'), 'utf8');
  const rooms = [...new Set(folders)].filter(
    (folder) => folder !== '.' && (!folder.includes('/') || folder.startsWith('core/')),
  );
  expect(rooms.filter((room) => !map.includes(`${room.split('/').at(-1)}/`))).toEqual([]);
});

test('one type name is declared once, so that one word means one thing', () => {
  const declared = files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /^(?:export )?(?:abstract )?(?:interface|class|type) (\w+)(?=[^\n]*[{=])/gm,
      ),
    ].map(([, name = '']) => ({ name, file })),
  );
  const filesOf = groupBy(declared, ({ name }) => name);
  const twice = [...filesOf].filter(([, all]) => new Set(all.map(({ file }) => file)).size > 1);
  expect(twice.map(([name, all]) => [name, ...all.map(({ file }) => file)])).toEqual([]);
});

test('no rule and no document repeats the header of a column', () => {
  const tabNames = new Set<string>(tabs.map(({ name }) => name));
  const headers = requestTab.columns
    .filter(({ header, owner }) => owner !== 'service' && !tabNames.has(header))
    .map(({ header }) => header);
  const repeated = files
    .filter((file) =>
      /^(?:core\/(?:rules|assignment|approval)|documents\/(?:kinds|parts))\//.test(file),
    )
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return headers
        .filter((header) => text.includes(`'${header}'`))
        .map((header) => `${file}: ${header}`);
    });

  expect(repeated).toEqual([]);
});

test('what compares moments notes when the answer will be another', () => {
  const around = /Temporal\.Instant\.compare/;
  const watching = 'core/cases/watched-now.ts';
  const deciding = files.filter((file) => /^(core|documents)\//.test(file) && file !== watching);

  expect(
    deciding.filter((file) => around.test(readFileSync(join(root, file), 'utf8'))),
    'compare moments with compareInstants, isBefore, earlier or later',
  ).toEqual([]);
});
