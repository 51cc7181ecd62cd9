// A batch: the sequences' tokens, one after another without padding, and what the host asks of them and is told.
import { reserve } from '../../kernel/memory';
import { width } from './model';

/** Filled by the host, one for each sequence. */
@unmanaged
export class Sequence {
  /** Row of its first token. */
  first: i32;
  length: i32;
  /** Place of the first token that was written, from 1. */
  start: i32;
}

/** Filled by the host: what the value head should have said after the token of a row, counted among the rows that are read. */
@unmanaged
export class Label {
  row: i32;
  label: f32;
}

/** i32 [rows]. */
export let tokens: usize = 0;
export let sequenceTable: usize = 0;
/** f32 [outputs]: log-probabilities of the written tokens, and how hard each is pushed. */
export let logs: usize = 0;
export let pushes: usize = 0;
export let labelTable: usize = 0;

export let sequences: i32 = 0;
export let rows: i32 = 0;
/** Tokens that were written, all sequences together. */
export let outputs: i32 = 0;
/** Rows that the heads read: of each sequence the last of its prompt and all that follow. */
export let readRows: i32 = 0;

export function shapeBatch(most: i32): void {
  tokens = reserve(most * 4);
  sequenceTable = reserve(most * offsetof<Sequence>());
  logs = reserve(most * 4);
  pushes = reserve(most * 4);
  labelTable = reserve(most * offsetof<Label>());
}

// @ts-ignore: decorator
@inline
export function sequence(index: i32): Sequence {
  return changetype<Sequence>(sequenceTable + <usize>index * offsetof<Sequence>());
}

// @ts-ignore: decorator
@inline
export function label(index: i32): Label {
  return changetype<Label>(labelTable + <usize>index * offsetof<Label>());
}

// @ts-ignore: decorator
@inline
export function token(row: i32): i32 {
  return load<i32>(tokens + <usize>row * 4);
}

/** Counts what the host has put into the tables. */
export function takeBatch(count: i32): void {
  sequences = count;
  rows = 0;
  outputs = 0;
  for (let index = 0; index < count; index++) {
    const it = sequence(index);
    rows += it.length;
    outputs += it.length - it.start;
  }
  readRows = outputs + count;
}

/** Moves the rows that the heads read to the front. `x` is f32 [rows, width]. */
export function keepRead(x: usize): void {
  const bytes = <usize>width * 4;
  let to = x;
  for (let index = 0; index < sequences; index++) {
    const it = sequence(index);
    const kept = bytes * (it.length - it.start + 1);
    memory.copy(to, x + bytes * (it.first + it.start - 1), kept);
    to += kept;
  }
}

/** Moves them back to their places, with zeros before them. */
export function spreadRead(x: usize): void {
  const bytes = <usize>width * 4;
  let from = x + bytes * readRows;
  for (let index = sequences - 1; index >= 0; index--) {
    const it = sequence(index);
    const kept = bytes * (it.length - it.start + 1), before = bytes * (it.start - 1);
    from -= kept;
    memory.copy(x + bytes * it.first + before, from, kept);
    memory.fill(x + bytes * it.first, 0, before);
  }
}
