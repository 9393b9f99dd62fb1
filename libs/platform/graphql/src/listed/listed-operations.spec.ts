import { describe, expect, it } from '@jest/globals';
import { hashOfOperation, ListedOperations } from './listed-operations.js';

const text = '{ boards { id } }';

describe(ListedOperations.name, () => {
  it('knows what is listed, letter by letter', () => {
    const listed = ListedOperations.read(JSON.stringify({ [hashOfOperation(text)]: text }));
    expect([listed.has(text), listed.has(`${text} `), listed.textOf(hashOfOperation(text))]).toEqual([
      true,
      false,
      text,
    ]);
  });

  it.each([
    ['a list', '[]', /SHA-256 to text/],
    ['a text under another hash', JSON.stringify({ abc: text }), /under abc/],
    ['no text', JSON.stringify({ [hashOfOperation(text)]: 7 }), /another text/],
  ])('refuses %s', (_, manifest, message) => {
    expect(() => ListedOperations.read(manifest)).toThrow(message);
  });
});
