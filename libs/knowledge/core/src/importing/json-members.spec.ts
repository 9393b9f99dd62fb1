import { describe, expect, it } from '@jest/globals';
import { JsonMembers, readJsonList } from './json-members.js';

describe(JsonMembers.name, () => {
  const source = () =>
    JsonMembers.of({
      name: ' BRAF ',
      empty: '',
      count: 3,
      open: null,
      yes: 1,
      list: ['a', 2],
      inner: { text: 'x', odd: {} },
      items: [{ id: 1 }, 'no object'],
    });

  it('reads what is there', () => {
    const it = source();
    expect([it.text('name'), it.number('count'), it.optionalText('count'), it.optionalFlag('yes')]).toEqual([
      'BRAF',
      3,
      '3',
      true,
    ]);
    expect([it.optionalText('open'), it.optionalFlag('open'), it.optionalTexts('gone')]).toEqual([
      '',
      undefined,
      [],
    ]);
    expect(it.object('inner').text('text')).toBe('x');
    expect(it.fault).toBeUndefined();
  });

  it.each([
    ['a missing text', (it: JsonMembers) => it.text('gone'), '/gone: text was expected, not nothing'],
    ['an empty text', (it: JsonMembers) => it.text('empty'), '/empty: text was expected, not empty text'],
    ['a number for a text', (it: JsonMembers) => it.text('count'), '/count: text was expected, not a number'],
    ['a text for a number', (it: JsonMembers) => it.number('name'), '/name: a number was expected, not text'],
    ['a text for a flag', (it: JsonMembers) => it.optionalFlag('name'), '/name: yes or no'],
    ['a number within texts', (it: JsonMembers) => it.texts('list'), '/list/1: text was expected'],
    ['a text for a list', (it: JsonMembers) => it.texts('name'), '/name: a list was expected'],
    ['null for an object', (it: JsonMembers) => it.object('open'), '/open: an object was expected, not null'],
    ['a text within objects', (it: JsonMembers) => it.objects('items'), '/items/1: an object was expected'],
    [
      'an object deep inside',
      (it: JsonMembers) => it.object('inner').optionalText('odd'),
      '/inner/odd: text was expected, not an object',
    ],
  ])('remembers %s with its place', (_, read, fault) => {
    const it = source();
    read(it);
    expect(it.fault).toContain(fault);
  });

  it('tells what is no object at all', () => {
    expect(JsonMembers.of(null).fault).toBe('an object was expected, not null');
  });
});

describe(readJsonList.name, () => {
  it('takes a list where each member is in some element', () => {
    expect(readJsonList('a.json', [{ id: 1 }, { name: 'x' }], ['id', 'name'])).toMatchObject({ ok: true });
  });

  it('takes an empty list', () => {
    expect(readJsonList('a.json', [], ['id'])).toEqual({ ok: true, value: [] });
  });

  it('refuses a list in which a member was renamed, and says what there is', () => {
    const read = readJsonList('a.json', [{ identifier: 1 }], ['id']);
    if (read.ok) throw new Error('It was taken.');
    expect(read.error).toMatchObject([
      { code: 'KNOWLEDGE.COLUMN_MISSING', place: 'a.json', remedy: expect.stringContaining('identifier') },
    ]);
  });

  it.each([[{ error: 'not found' }], ['<html>'], [null], [undefined]])('refuses %j whole', (json) => {
    expect(readJsonList('a.json', json, ['id'])).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.NOT_THE_DOCUMENT' }],
    });
  });
});
