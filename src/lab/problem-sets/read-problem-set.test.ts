import { describe, expect, it } from 'vitest';
import { questionLimits } from '#experiment/problem.ts';
import { problemSetLimits } from '#experiment/problem-set-faults.ts';
import { readProblemSet } from './read-problem-set.ts';
import { asCsv } from './testing/write-set.ts';
import {
  problemsIn,
  notesOn,
  faultIn,
  badLines,
  questionInWords as question,
  sumOfProducts as sum,
  gameOf24 as game,
} from './testing/reading.ts';

describe('published forms', () => {
  it('GSM8K: the answer stands behind ####, its thousands without commas', () => {
    const text = [
      '{"question": "A mill grinds 40 sacks a day. How many in 30 days?", "answer": "It grinds 40*30 = <<40*30=1200>>1,200 sacks.\\n#### 1,200"}',
      '{"question": "Tom has 3 pens and buys 4. How many has he?", "answer": "3+4 = <<3+4=7>>7\\n#### 7"}',
    ].join('\n');
    expect(problemsIn(text)).toEqual([
      question('A mill grinds 40 sacks a day. How many in 30 days?', '1200'),
      question('Tom has 3 pens and buys 4. How many has he?', '7'),
    ]);
    expect(notesOn(text).solutions).toEqual({ hashes: 2, boxed: 0 });
  });

  it('MATH: the answer stands in the last box, whatever braces are in it', () => {
    const line = {
      problem: 'What is half of $\\frac{2}{3}$?',
      level: 'Level 1',
      type: 'Prealgebra',
      solution: 'We get $\\boxed{2}$ by mistake, but it is $\\boxed{\\frac{1}{\\sqrt{9}}}$.',
    };
    expect(problemsIn(JSON.stringify(line))).toEqual([question(line.problem, '\\frac{1}{\\sqrt{9}}')]);
  });

  it('MATH-500: the answer counts, not the solution', () => {
    const line = {
      problem: 'Half of 9?',
      solution: 'It is\n$\\boxed{4.5}$.',
      answer: '\\frac{9}{2}',
      level: 1,
    };
    expect(problemsIn(JSON.stringify(line))).toEqual([question('Half of 9?', '\\frac{9}{2}')]);
  });

  it.each([
    ['{"prompt": "One?", "target": 1}'],
    ['{"input": "One?", "label": "1"}'],
    ['{"Problem": "One?", "Final Answer": ["1"]}'],
    ['{"question": "One?", "answer": null, "solution": "1"}'],
  ])('%s', (text) => expect(problemsIn(text)).toEqual([question('One?', '1')]));

  it('an array, however it is laid out', () => {
    const lines = [
      { question: 'A, ] "one"?', answer: 1 },
      { question: 'Two\\?', answer: '2' },
    ];
    const problems = [question('A, ] "one"?', '1'), question('Two\\?', '2')];
    expect(problemsIn(JSON.stringify(lines), 'a.json')).toEqual(problems);
    expect(problemsIn(JSON.stringify(lines, null, 2), 'a.json')).toEqual(problems);
  });

  it('CSV with quotes, line breaks in them, and a byte order mark', () => {
    const text = '\ufeffid,Question,Answer\r\n1,"He said ""two"",\r\nthen left?",2\r\n\r\n2,Three?,3\r\n';
    expect(problemsIn(text, 'a.csv')).toEqual([
      question('He said "two",\r\nthen left?', '2'),
      question('Three?', '3'),
    ]);
  });

  it.each([';', '\t'])('CSV with %j between fields', (delimiter) => {
    expect(problemsIn(asCsv([question('One, two?', '3,5')], delimiter))).toEqual([
      question('One, two?', '3,5'),
    ]);
  });
});

describe('families that the page knows', () => {
  it('are named in a line', () => {
    const text = [
      '{"family": "arithmetic", "expression": "47*6-38*4", "answer": "130"}',
      '{"family": "countdown", "numbers": [4, 9, 10, 13], "target": 24}',
      '{"family": "puzzle", "text": "v = 7. v?"}',
      '{"family": "question", "question": "47*6", "answer": "282"}',
    ].join('\n');
    expect(problemsIn(text)).toEqual([
      sum,
      game,
      { family: 'puzzle', text: 'v = 7 . v ?' },
      question('47*6', '282'),
    ]);
    expect(notesOn(text).families.map(({ family }) => family)).toEqual([
      'arithmetic',
      'countdown',
      'puzzle',
      'question',
    ]);
  });

  it('are named in a column', () => {
    expect(problemsIn('family,numbers,target\ncountdown,4 9 10 13,24\ncountdown,"4,9,10,13",24')).toEqual([
      game,
      game,
    ]);
  });

  it('are known where a question is nothing but a sum or a game, as when it is typed', () => {
    expect(problemsIn('question,answer\n47 × 6 − 38 × 4 = ?,130\n"Make 24 from 4, 9, 10, 13",')).toEqual([
      sum,
      game,
    ]);
    expect(problemsIn('47*6-38*4\n\n24: 4 9 10 13\nquestion: How many? [12]')).toEqual([
      sum,
      game,
      question('How many?', '12'),
    ]);
  });

  it('an answer that is given must be the one that is worked out', () => {
    expect(faultIn('{"question": "47*6-38*4", "answer": "131"}')).toMatchObject({
      lines: [{ line: 1, fault: { kind: 'other-answer', given: '131', right: '130' } }],
    });
  });

  it('what no model can be asked is bad, with the reason', () => {
    expect(faultIn('{"question": "5*6"}\n{"family": "puzzle", "text": "v = 7."}')).toMatchObject({
      lines: [
        { line: 1, fault: { kind: 'not-of-family', family: 'arithmetic', puzzle: null } },
        {
          line: 2,
          fault: { kind: 'not-of-family', family: 'puzzle', puzzle: { reason: { why: 'no-question' } } },
        },
      ],
    });
  });
});

describe('bad lines', () => {
  const long = 'x'.repeat(questionLimits.text + 1);
  it.each([
    ['{"question": "One?"', [[1, 'not-json']]],
    ['{"question": "One?"}\n\n7', [[3, 'not-an-object']]],
    ['{"question": "One?"}\n{"text": "Two?"}', [[2, 'no-question']]],
    ['{"question": ["One?", "Two?"]}', [[1, 'question-not-text']]],
    ['{"question": "One?", "answer": {"a": 1}}', [[1, 'answer-not-text']]],
    [JSON.stringify({ question: long }), [[1, 'question-too-long']]],
    [JSON.stringify({ question: 'One?', answer: long }), [[1, 'answer-too-long']]],
    ['{"problem": "One?", "solution": "We see\\nthat."}', [[1, 'no-final-answer']]],
    ['{"question": "One?", "answer": "Thus \\\\boxed{1"}', [[1, 'no-final-answer']]],
    ['{"question": "One?", "answer": "1\\n####"}', [[1, 'no-final-answer']]],
    ['{"family": "chess", "question": "Mate?"}', [[1, 'unknown-family']]],
    ['question,answer\nOne?,1\nTwo?\n', [[3, 'columns']]],
    ['question,answer\n"One\n?",1\n"Two?,2\nThree?,3\n', [[4, 'open-quote']]],
    ['24: 4 9 10 13\nhow?', [[2, 'not-typed']]],
    ['[\n{"question": "One?"},\n{"question": },\n{"question": "Three?"}\n]', [[3, 'not-json']]],
    ['[\n{"question": "One?"},\n{"question": "Two?"}', [[3, 'not-json']]],
    ['[{"question": "One?"}] {"question": "Two?"}', [[1, 'not-json']]],
  ])('%.60j', (text, expected) => expect(badLines(text)).toEqual(expected));

  it('are named up to a number, and counted', () => {
    const text = `${'{"question": "One?"}\n'.repeat(3)}${'oops\n'.repeat(30)}`;
    expect(faultIn(text)).toMatchObject({ kind: 'bad-lines', count: 30, readable: 3 });
    expect(badLines(text)).toHaveLength(problemSetLimits.named);
  });

  it('are left out where that is asked for, and told all the same', () => {
    const text = '{"question": "One?", "answer": 1}\noops\n{"question": "Two?", "answer": 2}';
    expect(problemsIn(text, 'a', { leaveOut: true })).toHaveLength(2);
    expect(notesOn(text, { leaveOut: true }).leftOut).toEqual({
      count: 1,
      lines: [{ line: 2, fault: { kind: 'not-json' } }],
    });
  });

  it('nothing is left where all are bad', () => {
    expect(readProblemSet('{oops\noops', 'a', { leaveOut: true })).toMatchObject({
      ok: false,
      fault: { kind: 'bad-lines', count: 2, readable: 0 },
    });
  });
});

describe('what is no set', () => {
  it.each([
    ['', 'empty'],
    ['\ufeff \n', 'empty'],
    ['[]', 'empty'],
    ['question,answer\n', 'empty'],
    ['name,age\nAnn,7', 'no-column'],
    ['22*7,154\n13*4,52', 'no-header'],
    ['22*7;154\n13*4;52', 'no-header'],
    ['{\n  "data": [\n    {"question": "One?"}\n  ]\n}', 'one-object'],
    ['\u0000\u0001', 'not-text'],
    ['x'.repeat(problemSetLimits.bytes + 1), 'too-big'],
    ['ä'.repeat(problemSetLimits.bytes / 2 + 1), 'too-big'],
    ['{"question": "One?"}\n'.repeat(problemSetLimits.problems + 1), 'too-many'],
  ])('%.30j', (text, kind) => expect(faultIn(text)?.kind).toBe(kind));
});

describe('what is to be known of a set', () => {
  it('problems without an answer, and those that stand there twice', () => {
    const text = [
      '{"question": "One?", "answer": 1}',
      '{"question": "Two?"}',
      '{"question": "One?", "answer": 1}',
      '{"question": "One?", "answer": 2}',
    ].join('\n');
    expect(problemsIn(text)).toHaveLength(4);
    expect(notesOn(text)).toMatchObject({
      form: 'jsonl',
      withoutAnswer: 1,
      repeated: {
        count: 2,
        lines: [
          { line: 3, first: 1, differs: false },
          { line: 4, first: 1, differs: true },
        ],
      },
    });
  });

  it('is named by its file', () => {
    const named = (fileName: string) => readProblemSet('{"question": "One?"}', fileName).name;
    expect(named('C:\\sets\\my set.test.jsonl')).toBe('my set.test');
    expect(named('.csv')).toBe('problems');
    expect(named('x'.repeat(1000))).toHaveLength(problemSetLimits.name);
  });
});
