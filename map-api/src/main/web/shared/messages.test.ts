import { describe, expect, it } from 'vitest';
import { messagesIn, parseLanguage, wordsOf } from './messages';
import en from './messages/en.json';
import tr from './messages/tr.json';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the message files', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(tr).sort());
  });

  it.each(Object.keys(tr) as (keyof typeof tr)[])('%s has the same placeholders in both languages', (key) => {
    expect(placeholders(en[key])).toEqual(placeholders(tr[key]));
  });

  it('put values in and leave an unknown placeholder as it is', () => {
    const say = messagesIn('tr');
    expect(say('app.titleOf', { city: 'Çınarlı' })).toBe('Çınarlı Kent Rehberi');
    expect(say('app.titleOf')).toBe('{city} Kent Rehberi');
  });
});

it('words what is counted by the number', () => {
  const files = { count: '{count} {count|conflict|conflicts}' };
  const say = wordsOf({ tr: files, en: files }, 'en');
  expect([say('count', { count: 1 }), say('count', { count: '1' }), say('count', { count: '1,234' })]).toEqual([
    '1 conflict',
    '1 conflict',
    '1,234 conflicts',
  ]);
});

describe('the language', () => {
  it('is Turkish unless English is asked for', () => {
    expect(parseLanguage('')).toBe('tr');
    expect(parseLanguage('?lang=de')).toBe('tr');
    expect(parseLanguage('?lang=en')).toBe('en');
  });
});
