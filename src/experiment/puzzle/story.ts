import { surely } from '#experiment/surely.ts';
import { given, worked, type Fact } from './fact.ts';
import { matchSentence } from './match.ts';
import { inSentence, Misread } from './misread.ts';
import { storyPatterns, storyQuestions, type Said } from './patterns.ts';
import type { Name, Thing } from './words.ts';

/** A word problem. */
export interface StoryPuzzle {
  readonly kind: 'story';
  /** What becomes of the thing that is asked about, in the order of the sentences, up to the answer. */
  readonly chain: readonly Fact[];
  readonly answer: number;
}

const mostTimes = 5;

/** Throws Misread. */
export function readStory(
  sentences: readonly (readonly string[])[],
  question: readonly string[],
): StoryPuzzle {
  const story = new Story();
  for (const words of sentences) inSentence(words, () => story.take(matchSentence(storyPatterns, words)));
  return inSentence(question, () => {
    const asked = matchSentence(storyQuestions, question);
    const target = story.asked(asked);
    const facts = surely(story.facts.get(asked.thing), 'facts');
    return { kind: 'story', chain: facts.slice(0, facts.indexOf(target) + 1), answer: target.value };
  });
}

/** Who has how many of what, as the story goes on. */
class Story {
  readonly facts = new Map<Thing, Fact[]>();
  private readonly last = new Map<string, Fact>();

  take(said: Said<typeof storyPatterns>): void {
    switch (said.form) {
      case 'has':
        return this.introduce(said, (who) => given(who, said.count));
      case 'more':
        return this.introduce(said, (who) => worked(who, this.of(said.whom, said.thing), '+', said.count));
      case 'fewer':
        return this.introduce(said, (who) => worked(who, this.of(said.whom, said.thing), '-', said.count));
      case 'times':
        if (said.count > mostTimes) throw new Misread({ why: 'too-many-times', most: mostTimes });
        return this.introduce(said, (who) => worked(who, this.of(said.whom, said.thing), '*', said.count));
      case 'half':
        return this.introduce(said, (who) => worked(who, this.of(said.whom, said.thing), '/', 2));
      case 'sum':
        return this.introduce(said, (who) =>
          worked(who, this.of(said.whom, said.thing), '+', this.of(said.third, said.thing)),
        );
      case 'finds':
        return this.put(said.thing, worked(said.who, this.of(said.who, said.thing), '+', said.count));
      case 'loses':
        return this.put(said.thing, worked(said.who, this.of(said.who, said.thing), '-', said.count));
      case 'gives': {
        const [giver, taker] = [this.of(said.who, said.thing), this.of(said.whom, said.thing)];
        this.put(said.thing, worked(said.who, giver, '-', said.count));
        return this.put(said.thing, worked(said.whom, taker, '+', said.count));
      }
      case 'buys': {
        const before = this.of(said.who, said.thing);
        const bags = worked('bags', said.bags, '*', said.size);
        this.tell(said.thing, bags);
        return this.put(said.thing, worked(said.who, before, '+', bags));
      }
      case 'age':
        return;
    }
  }

  /** The last fact of the chain that answers the question. */
  asked(said: Said<typeof storyQuestions>): Fact {
    const own = this.of(said.who, said.thing);
    if (said.form === 'how-many') return own;
    const other = this.of(said.whom, said.thing);
    const answer =
      said.form === 'together' ? worked('together', own, '+', other) : worked('difference', own, '-', other);
    this.tell(said.thing, answer);
    return answer;
  }

  private introduce(
    { who, thing }: { readonly who: Name; readonly thing: Thing },
    fact: (who: Name) => Fact,
  ): void {
    if (this.last.has(`${who} ${thing}`)) throw new Misread({ why: 'said-before', who, thing });
    this.put(thing, fact(who));
  }

  private put(thing: Thing, fact: Fact): void {
    this.tell(thing, fact);
    this.last.set(`${fact.subject} ${thing}`, fact);
  }

  private tell(thing: Thing, fact: Fact): void {
    this.facts.set(thing, [...(this.facts.get(thing) ?? []), fact]);
  }

  private of(who: Name, thing: Thing): Fact {
    const fact = this.last.get(`${who} ${thing}`);
    if (!fact) throw new Misread({ why: 'not-said-yet', who, thing });
    return fact;
  }
}
