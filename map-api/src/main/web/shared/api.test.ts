import { expect, test } from 'vitest';
import { token } from './api';

test('the token is found among other cookies and decoded', () => {
  expect(token('a=1; XSRF-TOKEN=x%2By; b=2')).toBe('x+y');
  expect(token('XSRF-TOKEN=plain')).toBe('plain');
});

test('a cookie whose name only ends like it is not taken', () => {
  expect(token('OTHER-XSRF-TOKEN=no')).toBe('');
  expect(token('')).toBe('');
});
