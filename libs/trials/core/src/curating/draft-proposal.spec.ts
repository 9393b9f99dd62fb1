import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Criterion } from '../language/criterion.js';
import { checkDraft, readDraftText, unstructuredIn } from './check-draft.js';
import { names, trialOf } from './curating.fixture.js';
import { applyProposal, judgeProposals, unstructuredAt, type KeptProposal } from './draft-proposal.js';
import { valueAt } from './json-place.js';

const text = 'Women of at least 18 years.';
const item = { unstructured: { text, list: 'inclusion' as const } };
const about = { model: 'm', askedBy: 'hana', askedAt: '2026-11-23T09:00:00Z', idOf: String };
const propose = (place: string, criterion: unknown, quote: string): KeptProposal => {
  const [one] = judgeProposals({ place, text, list: 'inclusion' }, [{ criterion, quote }], names, about);
  if (one === undefined) throw new Error('No proposal.');
  return one;
};
const both: Criterion = { all: [{ sex: 'female' }, { age: { atLeast: 18 } }] };
const draft = (written: string) => {
  const read = readDraftText(written);
  if (!read.ok) throw new Error('Unreadable.');
  return { text: written, document: read.value };
};
const yaml = `# a trial of ours
id: T
eligibility:
  all:
    - sex: female # first
    - id: second
      unstructured: { text: '${text}', list: inclusion }
`;

describe(unstructuredIn.name, () => {
  it('finds every text with a place that leads to it', () => {
    const trial = {
      ...trialOf('T', item, { any: [{ sex: 'male' }, { not: item }] }, { atLeast: { count: 1, of: [item] } }),
      arms: [{ id: 'A', name: 'A', eligibility: item, cohorts: [{ id: '1', name: '1', eligibility: item }] }],
    };
    const found = unstructuredIn(trial);
    expect(found).toHaveLength(5);
    for (const { place } of found) expect(valueAt(trial, place)).toEqual(item);
  });
});

describe(unstructuredAt.name, () => {
  it.each<[string, string, string]>([
    ['nothing there', '/eligibility/all/9', 'NOT_UNSTRUCTURED'],
    ['a structured criterion', '/eligibility/all/0', 'NOT_UNSTRUCTURED'],
    ['a member that every object has', '/eligibility/constructor', 'NOT_UNSTRUCTURED'],
    ['a text that is denied', '/eligibility/all/1/not', 'BELOW_NOT'],
  ])('refuses %s', (_, place, code) => {
    const trial = trialOf('T', { sex: 'male' }, { not: item });
    expect(unstructuredAt(trial, place)).toMatchObject({
      ok: false,
      error: { place, code: `TRIALS.${code}` },
    });
  });
});

describe(applyProposal.name, () => {
  const place = '/eligibility/all/1';

  it('puts the criterion at its place with the text beside it; the rest of the YAML stays', () => {
    const written = applyProposal(draft(yaml), propose(place, both, text));
    if (!written.ok) throw new Error(written.error.message);
    expect(parse(written.value)).toEqual({
      id: 'T',
      eligibility: { all: [{ sex: 'female' }, { id: 'second', text, ...both }] },
    });
    expect(written.value).toContain('# a trial of ours');
    expect(written.value).toContain('# first');
  });

  it('keeps what the quote leaves out as text', () => {
    const written = applyProposal(draft(yaml), propose(place, { sex: 'female' }, 'Women'));
    expect(written.ok && valueAt(parse(written.value), place)).toEqual({
      id: 'second',
      text,
      all: [{ text: 'Women', sex: 'female' }, item],
    });
  });

  it.each<[string, string]>([
    ['JSON', JSON.stringify({ id: 'T', eligibility: { all: [{ sex: 'female' }, item] } })],
    [
      'a place behind an alias',
      `kept: &one\n  all: [{ sex: female }, ${JSON.stringify(item)}]\neligibility: *one\n`,
    ],
  ])('writes %s', (_, before) => {
    const written = applyProposal(draft(before), propose(place, both, text));
    if (!written.ok) throw new Error(written.error.message);
    expect(valueAt(parse(written.value), place)).toEqual({ text, ...both });
    if (before.startsWith('{')) expect(JSON.parse(written.value)).toBeDefined();
  });

  it('leaves a trial that passes its check', () => {
    const trial = trialOf('T', { sex: 'female' }, item);
    const written = applyProposal(
      draft(JSON.stringify(trial)),
      propose(place, { age: { atLeast: 18 } }, text),
    );
    expect(written.ok && checkDraft(written.value, names)).toMatchObject({ problems: [], unstructured: [] });
  });
});

describe(judgeProposals.name, () => {
  it.each<[string, unknown, string, string]>([
    ['a quote that is not there', both, 'Men', 'no «Men»'],
    ['no quote', both, '', 'quotes nothing'],
    ['an unknown criterion', { women: true }, 'Women', 'no criterion that is known'],
    ['a tree with one bad leaf', { all: [{ sex: 'female' }, { age: { atleast: 18 } }] }, 'Women', 'atLeast'],
    ['no tree', 'female', 'Women', 'no criterion'],
    ['text again', item, text, 'leaves text'],
  ])('refuses %s, with the reason', (_, criterion, quote, reason) => {
    const kept = propose('/eligibility', criterion, quote);
    expect(kept.criterion).toBeUndefined();
    expect(kept.refused).toContain(reason);
  });
});

describe(readDraftText.name, () => {
  it.each<[string, string, string]>([
    ['nothing', '', ''],
    ['half a list', 'a: [1', 'line 1'],
    ['a tag', 'a: !BRAF', 'line 1'],
    ['a circle', '&a [*a]', ''],
    ['a NUL character', '{"a": "\\u0000"}', ''],
    ['half a character', '{"a": "\\ud800"}', ''],
  ])('refuses %s by its place', (_, written, place) => {
    const read = readDraftText(written);
    expect(read.ok ? '' : read.error[0]?.remedy).toMatch(/./);
    expect(read.ok ? '' : read.error[0]?.place).toContain(place);
  });

  it('takes a backslash for one', () => {
    expect(readDraftText('{"a": "\\\\u0000"}')).toEqual({ ok: true, value: { a: '\\u0000' } });
  });
});
