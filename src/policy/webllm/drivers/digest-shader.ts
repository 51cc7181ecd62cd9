/** Threads of a workgroup, which has one row: as many as WebGPU promises everywhere. */
const threads = 256;
/** Each thread has a largest logit of its own; the `wanted`th largest of them is the floor, so as many tokens are listed, or more. */
export const wantedCandidates = 96;
/** Tokens listed at most. About 120 lie above the floor unless many have equal logits. */
export const mostCandidates = 256;
/** 32-bit words of a digest before its candidates. */
export const digestHead = 12;
/** The word of a digest that the shader of draws writes. */
export const drawnWord = 9;
/** 32-bit words of a digest: its head, then id and logit of each candidate. */
export const digestWords = digestHead + 2 * mostCandidates;
/** 32-bit words of a wish. */
export const wishWords = 4;
/** Where no token is named, or none was drawn. */
export const noToken = 0xffffffff;

/** A row is cut into blocks of neighbouring tokens, so that a token can be found by the sums before it. */
const blocks = 64;
/** Threads that read a block together: a run of 64 bytes, whatever the hardware. */
const team = 16;

/** The order of logits as numbers, from their bits; 0 stands for minus infinity. */
export const orderFunction = /* wgsl */ `
fn order(bits: u32) -> u32 {
  if (bits == 0xff800000u) { return 0u; }
  if ((bits & 0x7fffffffu) == 0u) { return 0x80000000u; }
  return select(bits | 0x80000000u, ~bits, (bits & 0x80000000u) != 0u);
}
`;

export const powerFunction = /* wgsl */ `
/** e^x for x up to 0, to the last bit or two; WGSL's own exp may be off by dozens (Cephes' expf, by S. L. Moshier). */
fn power(x: f32) -> f32 {
  if (x < -87.0) { return 0.0; }
  let k = round(x * 1.44269504088896341);
  let r = (x - k * 0.693359375) + k * 2.12194440e-4;
  var p = 1.9875691500e-4;
  p = p * r + 1.3981999507e-3;
  p = p * r + 8.3334519073e-3;
  p = p * r + 4.1665795894e-2;
  p = p * r + 1.6666665459e-1;
  p = p * r + 5.0000001201e-1;
  return (p * r * r + r + 1.0) * bitcast<f32>(u32(i32(k) + 127) << 23u);
}
`;

/**
 * The compute shader that makes a digest of each row of logits: one workgroup a row, two passes over it, and a third over
 * one block of it where a token is drawn. It needs neither subgroups nor 16-bit floats, 3 storage buffers and 6 kB of
 * workgroup memory.
 *
 * Logits are read as bits: WGSL lets an implementation take for granted that no number is infinite or none. Their order
 * as numbers is that of `order`, in which 0 stands for minus infinity, a token that is excluded.
 *
 * @param vocabulary length of a row
 */
export function digestShader(vocabulary: number): string {
  const stride = team * 4;
  const block = Math.ceil(vocabulary / blocks / stride) * stride;
  const piece = Math.ceil(block / threads);
  return /* wgsl */ `
struct Wish { row: u32, named: u32, scale: f32, point: f32 }
@group(0) @binding(0) var<storage, read> logits: array<u32>;
@group(0) @binding(1) var<storage, read> wishes: array<Wish>;
@group(0) @binding(2) var<storage, read_write> digests: array<u32>;

const vocabulary = ${vocabulary}u;
const excluded = 0xff800000u;

var<workgroup> peaks: array<u32, ${threads}>;
var<workgroup> sums: array<f32, ${blocks * team}>;
var<workgroup> rests: array<vec2f, ${threads}>;
var<workgroup> top: u32;
var<workgroup> floorOrder: u32;
var<workgroup> listed: atomic<u32>;
var<workgroup> bad: atomic<u32>;
var<workgroup> found: u32;
var<workgroup> left: f32;

${orderFunction}
fn numberOf(place: u32) -> f32 {
  return bitcast<f32>(select(~place, place & 0x7fffffffu, (place & 0x80000000u) != 0u));
}

fn isBad(bits: u32) -> bool {
  return bits == 0x7f800000u || (bits & 0x7fffffffu) > 0x7f800000u;
}

${powerFunction}
fn weightOf(bits: u32, maximum: f32, scale: f32) -> f32 {
  if (bits == excluded) { return 0.0; }
  return power((bitcast<f32>(bits) - maximum) * scale);
}

@compute @workgroup_size(${threads})
fn digest(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let wish = wishes[group.x];
  let start = wish.row * vocabulary;
  let out = group.x * ${digestWords}u;

  // The largest of each thread, four loads under way at a time.
  var peak = 0u;
  var isWrong = false;
  for (var at = thread; at < vocabulary; at += ${threads * 4}u) {
    var four = vec4u(logits[start + at], excluded, excluded, excluded);
    if (at + ${threads}u < vocabulary) { four.y = logits[start + at + ${threads}u]; }
    if (at + ${threads * 2}u < vocabulary) { four.z = logits[start + at + ${threads * 2}u]; }
    if (at + ${threads * 3}u < vocabulary) { four.w = logits[start + at + ${threads * 3}u]; }
    isWrong = isWrong || isBad(four.x) || isBad(four.y) || isBad(four.z) || isBad(four.w);
    peak = max(peak, max(max(order(four.x), order(four.y)), max(order(four.z), order(four.w))));
  }
  peaks[thread] = peak;
  if (isWrong) { atomicStore(&bad, 1u); }
  workgroupBarrier();

  // Its rank among them.
  var rank = 0u;
  for (var other = 0u; other < ${threads}u; other++) {
    let its = peaks[other];
    rank += select(0u, 1u, its > peak || (its == peak && other < thread));
  }
  if (rank == 0u) { top = peak; }
  if (rank == ${wantedCandidates - 1}u) { floorOrder = max(peak, 1u); }
  workgroupBarrier();
  let maximum = numberOf(top);
  let least = floorOrder;

  // Candidates are listed, the weights of the others summed up, all weights by block.
  let lane = thread % ${team}u;
  var rest = vec2f(0.0);
  for (var block = thread / ${team}u; block < ${blocks}u; block += ${threads / team}u) {
    let end = min((block + 1u) * ${block}u, vocabulary);
    var sum = 0.0;
    for (var first = block * ${block}u + lane; first < end; first += ${stride}u) {
      var four = vec4u(logits[start + first], excluded, excluded, excluded);
      if (first + ${team}u < end) { four.y = logits[start + first + ${team}u]; }
      if (first + ${team * 2}u < end) { four.z = logits[start + first + ${team * 2}u]; }
      if (first + ${team * 3}u < end) { four.w = logits[start + first + ${team * 3}u]; }
      for (var part = 0u; part < 4u; part++) {
        let bits = four[part];
        let tempered = weightOf(bits, maximum, wish.scale);
        sum += tempered;
        if (order(bits) >= least) {
          let place = atomicAdd(&listed, 1u);
          if (place < ${mostCandidates}u) {
            digests[out + ${digestHead}u + 2u * place] = first + part * ${team}u;
            digests[out + ${digestHead + 1}u + 2u * place] = bits;
          }
        } else {
          rest += vec2f(weightOf(bits, maximum, 1.0), tempered);
        }
      }
    }
    sums[block * ${team}u + lane] = sum;
  }
  rests[thread] = rest;
  workgroupBarrier();
  for (var step = ${threads / 2}u; step > 0u; step /= 2u) {
    if (thread < step) { rests[thread] += rests[thread + step]; }
    workgroupBarrier();
  }

  // The token at which the running sum of all weights passes the share of them that was given.
  if (wish.point >= 0.0) {
    if (thread < ${blocks}u) {
      var sum = 0.0;
      for (var at = 0u; at < ${team}u; at++) { sum += sums[thread * ${team}u + at]; }
      sums[thread * ${team}u] = sum;
    }
    workgroupBarrier();
    if (thread == 0u) {
      var all = 0.0;
      for (var at = 0u; at < ${blocks}u; at++) { all += sums[at * ${team}u]; }
      var goal = wish.point * all;
      found = 0u;
      left = 0.0;
      for (var at = 0u; at < ${blocks}u; at++) {
        let sum = sums[at * ${team}u];
        if (sum > 0.0) { found = at; left = goal; }
        if (sum > goal) { break; }
        goal -= sum;
      }
    }
    workgroupBarrier();
    let chosen = found;
    let end = min((chosen + 1u) * ${block}u, vocabulary);
    let first = chosen * ${block}u + thread * ${piece}u;
    let past = min(first + ${piece}u, end);
    var sum = 0.0;
    for (var at = first; at < past; at++) { sum += weightOf(logits[start + at], maximum, wish.scale); }
    workgroupBarrier();
    sums[thread] = sum;
    workgroupBarrier();
    if (thread == 0u) {
      var goal = left;
      var last = 0u;
      for (var at = 0u; at < ${threads}u; at++) {
        if (sums[at] > 0.0) { last = at; left = goal; }
        if (sums[at] > goal) { break; }
        goal -= sums[at];
      }
      goal = left;
      let begin = chosen * ${block}u + last * ${piece}u;
      var id = ${noToken}u;
      for (var at = begin; at < min(begin + ${piece}u, end); at++) {
        let weight = weightOf(logits[start + at], maximum, wish.scale);
        if (weight > 0.0) { id = at; }
        if (weight > goal) { break; }
        goal -= weight;
      }
      digests[out + 6u] = id;
      digests[out + 7u] = logits[start + min(id, vocabulary - 1u)];
    }
  } else if (thread == 0u) {
    digests[out + 6u] = ${noToken}u;
    digests[out + 7u] = 0u;
  }

  if (thread == 0u) {
    digests[out] = bitcast<u32>(maximum);
    digests[out + 1u] = select(bitcast<u32>(numberOf(least)), excluded, least <= 1u);
    digests[out + 2u] = atomicLoad(&listed);
    digests[out + 3u] = select(0u, 1u, atomicLoad(&bad) == 1u || top == 0u);
    digests[out + 4u] = bitcast<u32>(rests[0].x);
    digests[out + 5u] = bitcast<u32>(rests[0].y);
    digests[out + 8u] = logits[start + min(wish.named, vocabulary - 1u)];
  }
}
`;
}
