import { expect, test } from 'vitest';
import { type DeskPage, type Me, mayOpen, pageAt } from './desk';
import en from './words/en';
import tr from './words/tr';

const page = (path: string, roles: DeskPage['roles'] = 'everybody'): DeskPage => ({ path, title: 'page.overview', roles, mount: () => {} });
const me = (...roles: Me['roles']): Me => ({ account: 'a', name: 'A', roles, mustChange: false, foreign: false });

test('an address belongs to the page with the longest path', () => {
  const pages = [page(''), page('registry'), page('registry/outbox')];
  expect(pageAt(pages, '/desk')?.path).toBe('');
  expect(pageAt(pages, '/desk/')?.path).toBe('');
  expect(pageAt(pages, '/desk/registry/12')?.path).toBe('registry');
  expect(pageAt(pages, '/desk/registry/outbox/')?.path).toBe('registry/outbox');
  expect(pageAt(pages, '/desk/registryish')).toBeUndefined();
});

test('an administrator may open every page, others only theirs', () => {
  expect(mayOpen(page('x', ['auditor']), me('admin'))).toBe(true);
  expect(mayOpen(page('x', ['auditor']), me('viewer'))).toBe(false);
  expect(mayOpen(page('x'), me())).toBe(true);
});

test('both languages say the same things with the same values', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(tr).sort());
  for (const [key, text] of Object.entries(tr)) {
    const names = (words: string): string[] => [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
    expect(names(en[key as keyof typeof en]), key).toEqual(names(text));
  }
});
