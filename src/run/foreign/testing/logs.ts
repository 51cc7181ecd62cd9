/** Small logs in the shapes that other programs write, made up for tests. */

const step = (
  ys: readonly string[],
  made: readonly (readonly [text: string, value: number])[],
  kept: readonly string[],
  x = '2 3 4 6',
) => ({
  step: 0,
  x,
  ys,
  new_ys: made.map(([text]) => text),
  values: made.map(([, value]) => value),
  select_new_ys: kept,
});

const a = '2 * 3 = 6 (left: 4 6 6)\n';
const b = '6 - 2 = 4 (left: 3 4 4)\n';
const aa = `${a}6 - 6 = 0 (left: 4 0)\n`;
const ab = `${a}4 * 6 = 24 (left: 6 24)\n`;
const ba = `${b}3 * 4 = 12 (left: 4 12)\n`;
const end = `${ab}Answer: 4 * 6 * (3 - 2) = 24\n`;
const wrong = `${ba}12 + 4 = 16 (left: 16)\n`;

/** A search with three steps, one text made twice, and two outputs, of which one is right. */
export const loggedSearch = {
  steps: [
    step(
      [''],
      [
        [a, 60],
        [b, 3],
        [a, 0],
        ['4 + 6 = 10 (left: 2 3 10)\n', 0.003],
      ],
      [a, b],
    ),
    step(
      [a, b],
      [
        [aa, 0.003],
        [ab, 21],
        [ba, 2.001],
      ],
      [ab, ba],
    ),
    step(
      [ab, ba],
      [
        [end, 60],
        [wrong, 0],
      ],
      [end, wrong],
    ),
  ],
  idx: 7,
  ys: [end, wrong],
  infos: [{ r: 1 }, { r: 0 }],
  usage_so_far: { completion_tokens: 400, prompt_tokens: 1000, cost: 0.1 },
};

const node = (id: number, data: object, selected_edge: number | null = null) => ({ id, data, selected_edge });
const edge = (id: number, source: number, target: number, data: object) => ({ id, source, target, data });
const byId = <One extends { readonly id: number }>(all: readonly One[]) =>
  Object.fromEntries(all.map((one) => [one.id, one]));

/** Two iterations of MCTS over blocks; ids do not begin with 0. */
export const smallTreeLog = {
  logs: [
    {
      nodes: byId([
        node(5, { step_idx: 0, blocks_state: 'red on the table' }, 0),
        node(6, { step_idx: 1, blocks_state: 'red in the hand' }),
        node(7, { step_idx: 1, blocks_state: 'blue in the hand' }),
      ]),
      edges: byId([
        edge(0, 5, 6, { Q: 0.5, reward: 0.5, intuition: -1.25, action: 'pick up red' }),
        edge(1, 5, 7, { Q: -3, reward: null, action: 'pick up blue' }),
      ]),
    },
    {
      nodes: byId([
        node(5, { step_idx: 0, blocks_state: 'red on the table' }, 0),
        node(6, { step_idx: 1, blocks_state: 'red in the hand' }, 2),
        node(7, { step_idx: 1, blocks_state: 'blue in the hand' }),
        node(9, { step_idx: 2, blocks_state: 'red on blue' }),
      ]),
      edges: byId([
        edge(0, 5, 6, { Q: 1.5, reward: 0.5, intuition: -1.25, action: 'pick up red' }),
        edge(1, 5, 7, { Q: -3, reward: null, action: 'pick up blue' }),
        edge(2, 6, 9, { Q: 2, reward: 2, action: 'stack red on blue' }),
      ]),
    },
  ],
};
