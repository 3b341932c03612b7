import { describe, expect, test } from 'vitest';
import { withSharedShapes } from '../../scripts/shared-shapes.ts';

const shared = (module: string): string => withSharedShapes(module, 'module.ts');

describe('a literal that begins with a spread', () => {
  test('spreads nothing first where it goes on, whatever is nested in it', () => {
    expect(shared('const a = { ...b, c: { ...d, ...e } };')).toBe(
      'const a = { ...undefined, ...b, c: { ...undefined, ...d, ...e } };',
    );
    expect(shared('({ ...{ ...a, b }, c })')).toBe(
      '({ ...undefined, ...{ ...undefined, ...a, b }, c })',
    );
  });

  test('makes objects that hold the same in the same order', () => {
    const make = '(a, b) => ({ ...a, z: 1, ...(b && { a: 2 }), m: { ...b, k: 3 } })';
    const [before, after] = [make, shared(make)].map(
      (text) => Reflect.apply(Function, undefined, [`return ${text}`])() as typeof Object.assign,
    );

    for (const [a, b] of [
      [
        { y: 0, z: 5 },
        { k: 1, a: 7 },
      ],
      [{ m: 0 }, undefined],
    ] as const)
      expect(JSON.stringify(after?.(a, b))).toBe(JSON.stringify(before?.(a, b)));
  });

  test('is left alone where nothing follows; so are other literals, patterns, lists, calls and texts', () => {
    for (const module of [
      'const a = { ...b };',
      'const a = { b: 1, ...c };',
      'const { ...a } = b;',
      'const a = ({ ...b }: C): D => [...b, 1];',
      'f(...a, 1);',
      'const a = "é { ...b, c }"; // { ...b, c }',
      'const a = `{ ...b, c }`;',
    ])
      expect(shared(module)).toBe(module);
  });

  test('is found behind letters of any length', () => {
    expect(shared('const a = "é😀"; const b = { ...c, d };')).toBe(
      'const a = "é😀"; const b = { ...undefined, ...c, d };',
    );
  });

  test('is not looked for in a module that cannot be read', () => {
    expect(() => shared('const a = {')).toThrow('module.ts');
  });
});
