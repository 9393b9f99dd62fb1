import { readHeading, type CriteriaList, type Heading } from './criteria-heading.js';
import { markerLength } from './line-marker.js';

/**
 * A piece of the text, from `start` up to and without `end` (UTF-16 positions). `separator`: white space and list markers.
 * The pieces in order are the whole text.
 */
export interface CriterionItem {
  readonly kind: 'criterion' | 'heading' | 'separator';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly list: CriteriaList;
  /** 0 for what stands directly under its heading, 1 for what belongs to an item of depth 0. */
  readonly depth: number;
  /** Under a heading that speaks of a part of the trial only, or may do so. */
  readonly partial: boolean;
}

/** The text again, byte for byte. */
export const joinItems = (items: readonly CriterionItem[]): string => items.map(({ text }) => text).join('');

/**
 * Splits a registry's free text into headings, criteria and what stands between them. An item is one list entry or one
 * paragraph with the lines that continue it. An indented paragraph belongs to the entry above it.
 */
export function splitCriteria(text: string): readonly CriterionItem[] {
  const pieces: Piece[] = [];
  const state: State = { list: 'not-stated', partial: false, open: undefined, indents: [] };
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    takeLine(text, { start, end }, state, pieces);
    start = end + 1;
  }
  return withSeparators(text, pieces);
}

interface Piece {
  readonly kind: 'criterion' | 'heading';
  readonly start: number;
  end: number;
  readonly list: CriteriaList;
  readonly depth: number;
  readonly partial: boolean;
}

interface State {
  list: CriteriaList;
  partial: boolean;
  /** The item that the next line may continue. */
  open: Piece | undefined;
  /** Columns of the markers that are open, outermost first. */
  indents: number[];
}

/** Columns that numbers of one list may be out of line, as right-aligned ones are. */
const slack = 1;

function takeLine(
  text: string,
  line: { readonly start: number; readonly end: number },
  state: State,
  pieces: Piece[],
): void {
  const raw = text.slice(line.start, line.end);
  const content = raw.trimEnd();
  const indent = content.length - content.trimStart().length;
  const body = content.slice(indent);
  if (body === '') {
    state.open = undefined;
    return;
  }
  const marker = markerLength(body);
  const heading = readHeading(body.slice(marker));
  const from = line.start + indent + marker;
  const end = line.start + content.length;
  if (heading !== undefined) {
    takeHeading(text, { heading, from, end }, state, pieces);
    return;
  }
  if (marker === 0 && state.open !== undefined) {
    state.open.end = end;
    return;
  }
  const depth = depthAt(state, indent, marker > 0);
  if (from >= end) {
    state.open = undefined;
    return;
  }
  state.open = { kind: 'criterion', start: from, end, list: state.list, depth, partial: state.partial };
  pieces.push(state.open);
}

function takeHeading(
  text: string,
  found: { readonly heading: Heading; readonly from: number; readonly end: number },
  state: State,
  pieces: Piece[],
): void {
  const { heading, from, end } = found;
  if (heading.list !== undefined) {
    state.list = heading.list;
    state.partial = heading.partial;
  } else state.partial ||= heading.partial;
  state.indents = [];
  state.open = undefined;
  const { list, partial } = state;
  const stop = from + heading.length;
  pieces.push({ kind: 'heading', start: from, end: Math.min(stop, end), list, depth: 0, partial });
  if (stop >= end) return;
  const rest = text.slice(stop, end);
  const start = stop + rest.length - rest.trimStart().length;
  state.open = { kind: 'criterion', start, end, list, depth: 0, partial };
  pieces.push(state.open);
}

/** A marked line opens a level where it is indented further than the one before; a paragraph belongs to what it is indented under. */
function depthAt(state: State, indent: number, marked: boolean): number {
  while (state.indents.length > 0 && indent < (state.indents.at(-1) ?? 0) - slack) state.indents.pop();
  const last = state.indents.at(-1);
  if (!marked) {
    if (last !== undefined && indent > last + slack) return state.indents.length;
    if (last !== undefined) state.indents.pop();
    return state.indents.length;
  }
  if (last === undefined || indent > last + slack) state.indents.push(indent);
  return state.indents.length - 1;
}

function withSeparators(text: string, pieces: readonly Piece[]): readonly CriterionItem[] {
  const items: CriterionItem[] = [];
  let at = 0;
  const separate = (until: number, list: CriteriaList): void => {
    if (until > at)
      items.push({
        kind: 'separator',
        text: text.slice(at, until),
        start: at,
        end: until,
        list,
        depth: 0,
        partial: false,
      });
  };
  for (const piece of pieces) {
    separate(piece.start, piece.list);
    items.push({ ...piece, text: text.slice(piece.start, piece.end) });
    at = piece.end;
  }
  separate(text.length, items.at(-1)?.list ?? 'not-stated');
  return items;
}
