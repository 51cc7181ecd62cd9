import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { reliedOn, reliedOnForDigests } from './below-public-api.ts';
import { LogitCapture } from './sequential-engine.ts';

/**
 * The contract with WebLLM, held against the real packages. A failure here means: WebLLM has changed below its public API.
 * Read its source again, mend below-public-api.ts, run the browser test with a model, then change what is expected here.
 */
const packages = [
  { name: '@mlc-ai/web-llm', version: '0.2.86' },
  { name: 'web-llm-0.2.79', version: '0.2.79' },
] as const;

/** The body of a class in a bundle, without comments and spaces. */
function classBody(source: string, name: string): string {
  const start = source.search(new RegExp(`\\bclass ${name}\\b(?! extends)`));
  expect(start, `WebLLM has no class ${name} any more`).toBeGreaterThan(0);
  const indent = /[ \t]*$/.exec(source.slice(0, start))?.[0] ?? '';
  const end = source.indexOf(`\n${indent}}`, start);
  return source
    .slice(start, end)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replace(/\s+/g, '');
}

describe.each(packages)('$name $version', ({ name, version }) => {
  const main = createRequire(import.meta.url).resolve(name);
  const source = readFileSync(main, 'utf8');
  const bodies = Object.fromEntries(Object.keys(reliedOn).map((one) => [one, classBody(source, one)]));
  const pipeline = bodies['LLMChatPipeline'] ?? '';

  it('is the version that was checked', () => {
    const { version: found } = JSON.parse(
      readFileSync(main.replace(/lib\/index\.js$/, 'package.json'), 'utf8'),
    ) as { version: string };
    expect(found).toBe(version);
  });

  it.each(Object.entries(reliedOn).flatMap(([owner, names]) => names.map((one) => [owner, one] as const)))(
    '%s has %s',
    (owner, member) => {
      const body = bodies[owner] ?? '';
      const has = body.includes(`this.${member}=`) || new RegExp(`[};]${member}\\(`).test(body);
      expect(has, `${owner} of WebLLM ${version} has no ${member}`).toBe(true);
    },
  );

  const tensor = version === '0.2.79' ? 'NDArray' : 'Tensor extends TVMObject';
  it.each(
    Object.entries(reliedOnForDigests).flatMap(([owner, names]) => names.map((one) => [owner, one] as const)),
  )('%s has %s, by which logits are found on the graphics processor', (owner, member) => {
    const body = classBody(source, owner === 'Tensor' ? tensor : owner);
    const has = body.includes(`this.${member}=`) || new RegExp(`[};{]${member}\\(`).test(body);
    // The library is handed its context when there is a device.
    expect(has || source.includes(`this.lib.${member} = `), `${owner} has no ${member}`).toBe(true);
  });

  it('makes its cache, and steps it, with the arguments that we use', () => {
    // Sequences, tokens, prefill chunk, page size, sliding window.
    expect(pipeline).toContain(
      'makeShapeTuple([defaultMaxNumSequence]),this.tvm.makeShapeTuple([maxTotalSeqLen]),this.tvm.makeShapeTuple([this.prefillChunkSize]),this.tvm.makeShapeTuple([defaultPageSize]),this.tvm.makeShapeTuple([this.slidingWindowSize!=-1?1:0])',
    );
    expect(pipeline).toContain('constdefaultPageSize=16;');
    expect(pipeline).toContain('"create_tir_paged_kv_cache"');
    for (const one of ['add_sequence', 'remove_sequence', 'begin_forward', 'end_forward'])
      expect(pipeline).toContain(`"vm.builtin.kv_state_${one}"`);
    expect(pipeline).toMatch(/fKVCacheAddSequence\([\w.]+,new[\w$.]+Scalar\(0,"int64"\)\)/);
    expect(pipeline).toMatch(/fKVCacheBeginForward\([\w.]+,seqIdsTuple,inputLenShape\)/);
    expect(pipeline).toContain('this.embed(inputData,this.params)');
    expect(pipeline).toContain('tvm.empty([inputTokens.length],"int32",this.device)');
    expect(pipeline).toContain('retValue.get(0)');
    expect(pipeline).toContain('yieldthis.device.sync()');
  });

  it('frees its cache only once, so that freeing it earlier is safe', () => {
    expect(pipeline).toMatch(/kvCache(\)===null\|\|_\w+===void0\?void0:_\w+)?\.dispose\(\)/);
    expect(classBody(source, 'TVMObject')).toContain('if(this.handle!=0){');
  });

  it('has the public API that the sequential driver stands on', async () => {
    const { MLCEngine } = (await import(name)) as {
      MLCEngine: new (config: object) => Record<string, unknown>;
    };
    const engine = new MLCEngine({
      logitProcessorRegistry: new Map([['m', new LogitCapture()]]),
      appConfig: { model_list: [] },
    });
    for (const method of ['reload', 'resetChat', 'forwardTokensAndSample'])
      expect(engine[method]).toBeTypeOf('function');
    expect(engine['loadedModelIdToPipeline']).toBeInstanceOf(Map);
    expect(pipeline).toContain('=this.logitProcessor.processLogits(logitsOnCPUArray)');
    // A copy for each call, and what comes before it in a forward leaves the logits as the model made them.
    expect(pipeline).toContain('logitsOnCPUArray=(this.logitsOnCPU.toArray())');
    expect(pipeline).toMatch(
      /forwardTokensAndSample\(inputIds,isPrefill\){[\s\S]*this\.embedAndForward\(chunk,chunkLen\)[\s\S]*sample\w*From\w*Logits\(logitsOnGPU\)/,
    );
  });
});
