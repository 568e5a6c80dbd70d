import { describe, expect, it } from 'vitest';
import { doorAnswer } from './door';

describe('the door of an address', () => {
  it.each([
    ['cumhuriyet cd 12', 'Cumhuriyet Caddesi No: 12'],
    ['Cumhuriyet Caddesi no:12/a daire 5', 'Cumhuriyet Caddesi No: 12/A'],
    ['cumhuriyet caddesi 12 A', 'Cumhuriyet Caddesi No: 12/A'],
    ['cumhuriyet caddesi 12 d:3', 'Cumhuriyet Caddesi No: 12'],
    ['1779 sokak 4', '1779 Sokak No: 4'],
    ['4 numara, 1779 sokak', '1779 Sokak No: 4'],
    ['gül sokak 10 - 12', 'Gül Sokak No: 10-12'],
    ['gül sokak 3 kat 2 fidanlık', 'Gül Sokak No: 3'],
    ['fidanlık', 'Fidanlık Mahallesi'],
  ])('"%s" is answered by %s', (text, title) => expect(doorAnswer(text, title)).toBe('same'));

  it.each([
    ['Cumhuriyet Caddesi 12/A', 'Cumhuriyet Caddesi No: 12'],
    ['atatürk caddesi 5/C', 'Atatürk Caddesi No: 5'],
    ['atatürk caddesi 5', 'Atatürk Caddesi No: 5/C'],
    ['1779 sokak 41', '1779 Sokak No: 4'],
    ['gül sokak 12/1', 'Gül Sokak No: 1'],
    ['gül sokak 12/1', 'Gül Sokak No: 12/4'],
  ])('"%s" is not answered by %s', (text, title) => expect(doorAnswer(text, title)).toBe('other'));

  it.each([
    ['gül sokak 12/1', 'Gül Sokak No: 12'],
    ['Cumhuriyet Caddesi No: 12 / 3', 'Cumhuriyet Caddesi No: 12'],
  ])('"%s" is a flat behind %s', (text, title) => expect(doorAnswer(text, title)).toBe('outer'));
});
