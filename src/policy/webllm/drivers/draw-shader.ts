import {
  digestHead,
  digestWords,
  drawnWord,
  mostCandidates,
  noToken,
  orderFunction,
  powerFunction,
} from './digest-shader.ts';

/** 32-bit words of what is told of a draw. */
export const drawWords = 8;
/** How a token is drawn: the likeliest, of all tokens (as the digest has it), of those that a cut leaves. */
export const drawKinds = { greedy: 0, all: 1, cut: 2 } as const;

/**
 * The compute shader that draws tokens from digests, as `runtime/sampler.ts` does, and writes them where the next forward
 * reads its tokens: one workgroup a draw, one thread a candidate. Sums are of 32 bits, so that a token may be another one
 * where the random number or the cut comes close to a border; and of a digest that is too little the token is any.
 *
 * @param vocabulary tokens that there are
 */
export function drawShader(vocabulary: number): string {
  return /* wgsl */ `
struct Draw { digest: u32, kind: u32, topK: u32, topP: f32, minP: f32, scale: f32, point: f32, unused: u32 }
@group(0) @binding(0) var<storage, read_write> digests: array<u32>;
@group(0) @binding(1) var<storage, read> draws: array<Draw>;
@group(0) @binding(2) var<storage, read_write> tokens: array<u32>;

var<workgroup> ids: array<u32, ${mostCandidates}>;
var<workgroup> orders: array<u32, ${mostCandidates}>;
var<workgroup> ranks: array<u32, ${mostCandidates}>;
var<workgroup> weights: array<f32, ${mostCandidates}>;
var<workgroup> left: array<f32, ${mostCandidates}>;
var<workgroup> chosen: atomic<u32>;
var<workgroup> last: atomic<u32>;
${orderFunction}
${powerFunction}
@compute @workgroup_size(${mostCandidates})
fn draw(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let how = draws[group.x];
  let start = how.digest * ${digestWords}u;
  let maximum = bitcast<f32>(digests[start]);
  let count = select(digests[start + 2u], 0u, digests[start + 2u] > ${mostCandidates}u || digests[start + 3u] != 0u);
  let isListed = thread < count;
  let id = digests[start + ${digestHead}u + 2u * thread];
  let bits = digests[start + ${digestHead + 1}u + 2u * thread];
  let its = order(bits);
  let weight = select(0.0, power((bitcast<f32>(bits) - maximum) * how.scale), isListed);
  ids[thread] = id;
  orders[thread] = its;
  weights[thread] = weight;
  if (thread == 0u) {
    atomicStore(&chosen, ${noToken}u);
    atomicStore(&last, 0u);
  }
  workgroupBarrier();

  // Of equal logits the lower id counts as the larger.
  var rank = 0u;
  for (var other = 0u; other < count; other++) {
    rank += select(0u, 1u, orders[other] > its || (orders[other] == its && ids[other] < id));
  }
  ranks[thread] = rank;
  workgroupBarrier();

  // The heavier ones, and all that top-k leaves.
  var heavier = 0.0;
  var all = select(bitcast<f32>(digests[start + 5u]), 0.0, how.topK > 0u);
  for (var other = 0u; other < count; other++) {
    if (how.topK > 0u && ranks[other] >= how.topK) { continue; }
    all += weights[other];
    heavier += select(0.0, weights[other], ranks[other] < rank);
  }
  var isLeft = isListed && (how.topK == 0u || rank < how.topK);
  isLeft = isLeft && (how.topP >= 1.0 || rank == 0u || heavier < how.topP * all) && weight >= how.minP;
  left[thread] = select(0.0, weight, isLeft);
  workgroupBarrier();

  var sum = 0.0;
  var before = 0.0;
  for (var other = 0u; other < count; other++) {
    sum += left[other];
    before += select(0.0, left[other], ids[other] < id);
  }
  if (how.kind == ${drawKinds.greedy}u) {
    if (isListed && rank == 0u) { atomicMin(&chosen, id); }
  } else if (isLeft) {
    atomicMax(&last, id);
    if (before + weight > how.point * sum) { atomicMin(&chosen, id); }
  }
  workgroupBarrier();
  if (thread == 0u) {
    var token = atomicLoad(&chosen);
    if (token == ${noToken}u) { token = atomicLoad(&last); }
    if (how.kind == ${drawKinds.all}u) { token = digests[start + 6u]; }
    token = select(0u, token, token < ${vocabulary}u);
    digests[start + ${drawnWord}u] = token;
    tokens[group.x] = token;
  }
}
`;
}
