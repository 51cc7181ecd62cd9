import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelFacts } from '../models.ts';
import { keyTravelsOpenly, readAddress, serverModelId, serverModelOf } from './server-model.ts';

test('an id holds the address and any name that a server may give', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('http://localhost:8000/v1', 'https://llm.example.org/a/v1', 'http://[::1]:11434/v1'),
      fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      (address, name) => {
        const id = serverModelId({ address, name });
        // Names of many bytes are longer than an id may be.
        if (id !== null) expect(serverModelOf(id)).toEqual({ address, name });
        else expect(encodeURIComponent(name).length).toBeGreaterThan(240);
      },
    ),
  );
});

test('names stay readable', () => {
  expect(serverModelId({ address: 'http://localhost:8000/v1', name: 'Qwen/Qwen3-8B:q4' })).toBe(
    'http://localhost:8000/v1#Qwen/Qwen3-8B:q4',
  );
  expect(modelFacts('http://localhost:8000/v1#Qwen/Qwen3-8B')).toMatchObject({
    engine: 'remote',
    name: 'Qwen3-8B (localhost:8000)',
  });
});

test.each([
  'javascript:alert(1)#a',
  'file:///etc#a',
  'http://user:key@host/v1#a',
  'http://host/v1?key=a#a',
  'http://host/../v1#a',
  'http://host/v1#',
  'http://host/v1#a b',
  'http://host/v1#%FF',
  'http://HOST/v1#a',
  'http://host:99999/v1#a',
  `http://host/v1#${'a'.repeat(241)}`,
])('“%s” names no model', (id) => expect(serverModelOf(id)).toBeNull());

describe('an address', () => {
  test.each([
    ['localhost:8000', 'http://localhost:8000/v1'],
    [' http://localhost:11434/ ', 'http://localhost:11434/v1'],
    ['http://localhost:8000/v1/chat/completions', 'http://localhost:8000/v1'],
    ['api.example.org', 'https://api.example.org/v1'],
    ['https://API.example.org/openai/v1/', 'https://api.example.org/openai/v1'],
    ['192.168.1.20:1234', 'http://192.168.1.20:1234/v1'],
    ['workstation:8080', 'http://workstation:8080/v1'],
    ['[::1]:8000', 'http://[::1]:8000/v1'],
  ])('typed as “%s” is %s', (typed, address) => expect(readAddress(typed)).toBe(address));

  test.each(['', 'ftp://host', 'http://', 'http://a:b@host', 'host/v1?key=1', 'two words'])(
    'is not “%s”',
    (typed) => expect(readAddress(typed)).toBeNull(),
  );

  test('over http to another machine carries a key openly', () => {
    expect(keyTravelsOpenly('http://192.168.1.20:8000/v1')).toBe(true);
    expect(keyTravelsOpenly('http://localhost:8000/v1')).toBe(false);
    expect(keyTravelsOpenly('http://127.0.0.1:8000/v1')).toBe(false);
    expect(keyTravelsOpenly('http://[::1]:8000/v1')).toBe(false);
    expect(keyTravelsOpenly('https://example.org/v1')).toBe(false);
    expect(keyTravelsOpenly('http://localhost.example.org/v1')).toBe(true);
  });
});
