import type { CompiledTrials, Node } from './compile-trials.js';

/** What a tumour type alone settles. */
interface Known {
  /** By number of the node; 0 where it asks something else as well. */
  readonly answers: Uint8Array;
  /** Outermost steps that it does not rule out. */
  readonly open: readonly number[];
}

/** Few diagnoses are asked about many times; more than these come from no hospital. */
const mostDiagnoses = 5_000;

/**
 * The outermost steps. Most ask for the tumour type, and few types pass each: for patients whose diagnosis is settled
 * the answers are kept by diagnosis, and what it rules out is not even looked at. `notMet` is the answer that rules out.
 */
export function createBeginnings({ steps, nodes, leaves }: CompiledTrials, notMet: number) {
  const all: number[] = [];
  for (let step = 0; step < steps.nodes.length; step = steps.after[step] ?? Infinity) all.push(step);
  const asksOnlyTumour = (node: Node): boolean => {
    switch (node.op) {
      case 'leaf':
        return leaves[node.leaf]?.kind === 'tumourType';
      case 'not':
        return asksOnlyTumour(node.part);
      case 'atLeast':
        return node.parts.every(asksOnlyTumour);
    }
  };
  const ofTumour = nodes.filter(asksOnlyTumour);
  const known = new Map<string, Known>();
  return {
    all,
    /** `answer` is asked once per diagnosis. */
    of(codes: readonly string[], answer: (node: Node) => number): Known {
      const key = codes.join('|');
      const before = known.get(key);
      if (before !== undefined) return before;
      const answers = new Uint8Array(nodes.length);
      for (const node of ofTumour) answers[node.id] = answer(node);
      const open = all.filter((step) => answers[steps.nodes[step] ?? 0] !== notMet);
      if (known.size >= mostDiagnoses) known.clear();
      const found = { answers, open };
      known.set(key, found);
      return found;
    },
  };
}
