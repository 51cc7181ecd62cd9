import type { TokenPlacement, TokenRole } from '#run/events.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { TokenReader } from '#policy/runtime/token-codec.ts';
import type { TokenBytes } from './token-bytes.ts';
import { goesOn, joined, openBytes, textOf } from './token-utf8.ts';

/** What a reader has to know of its model. */
export interface ReaderWords {
  readonly bytes: TokenBytes;
  /** Of control, not of text: shown, and no part of thought or answer. */
  readonly control: ReadonlySet<TokenId>;
  /** The tokens between the question and the reply; none where the template has nothing there. */
  readonly replyMarker: readonly TokenId[];
  readonly tags: { readonly open: string; readonly close: string } | null;
}

const noBytes = new Uint8Array();
/** Text is looked back at as far as a tag may reach. */
const longestTag = 64;

/**
 * Reads the tokens of a chat in order. All before the reply's header is prompt; in the reply, what stands between the
 * thinking tags is thought. A tag may be several tokens: the one that completes it is the control token.
 *
 * A character whose bytes come in several tokens is the last one's text, and theirs is empty.
 */
export class ChatReader implements TokenReader {
  private part: 'prompt' | 'thought' | 'answer' = 'prompt';
  /** The last tokens, as many as the reply's marker has. */
  private recent: TokenId[] = [];
  /** The end of the text in which a tag may have begun. */
  private tail = '';
  private pending = noBytes;
  private isFirst = true;

  constructor(private readonly words: ReaderWords) {}

  /** A reader that goes on from here. */
  copy(): ChatReader {
    const copy = new ChatReader(this.words);
    copy.part = this.part;
    copy.recent = [...this.recent];
    copy.tail = this.tail;
    copy.pending = this.pending;
    copy.isFirst = this.isFirst;
    return copy;
  }

  /** What follows is the model's, whether or not a reply's header was seen. */
  reply(): this {
    if (this.part === 'prompt') this.part = 'answer';
    return this;
  }

  read(token: TokenId): {
    readonly text: string;
    readonly placement: TokenPlacement;
    readonly role: TokenRole;
  } {
    const control = this.words.control.has(token);
    const text = this.text(token, control);
    const role = this.role(token, text, control);
    this.isFirst = false;
    return { text, placement: 'joined', role };
  }

  private text(token: TokenId, control: boolean): string {
    const { bytes } = this.words;
    // A character that a control token cuts off never comes; without this its remains would stand in the control token's text.
    if (control) this.pending = noBytes;
    const all = joined(this.pending, bytes.of(token));
    const open = openBytes(all);
    this.pending = open === 0 ? noBytes : all.slice(all.length - open);
    return open === 0 && all === bytes.of(token) && !goesOn(all)
      ? wholeText(all)
      : textOf(all.subarray(0, all.length - open));
  }

  private role(token: TokenId, text: string, control: boolean): TokenRole {
    const { replyMarker } = this.words;
    if (this.part === 'prompt' && replyMarker.length > 0) {
      this.recent = [...this.recent, token].slice(-replyMarker.length);
      if (
        this.recent.length === replyMarker.length &&
        replyMarker.every((id, place) => this.recent[place] === id)
      ) {
        this.part = 'answer';
        return control ? 'control' : 'prompt';
      }
    }
    if (this.part === 'prompt' && !this.isFirst && this.tail === '') return control ? 'control' : 'prompt';
    const tag = this.tag(text);
    if (tag || control) return 'control';
    if (this.part === 'thought' && /^\s*wait\W*$/i.test(text)) return 'wait';
    return this.part;
  }

  /** Whether the text completes a tag, which then begins or ends the thought. */
  private tag(text: string): boolean {
    const { tags } = this.words;
    if (!tags) return false;
    const wanted = this.part === 'thought' ? tags.close : tags.open;
    const joinedText = this.tail + text;
    const at = joinedText.indexOf(wanted);
    if (at >= 0) {
      this.part = this.part === 'thought' ? 'answer' : 'thought';
      this.tail = '';
      return true;
    }
    // A prompt that names a tag, as some system messages do, is still a prompt; a thought described by itself begins with it.
    this.tail =
      this.part === 'prompt' && !tags.open.startsWith(joinedText) ? '' : joinedText.slice(-longestTag);
    return false;
  }
}

/** Texts of tokens that are whole characters: the same bytes come again and again. */
const wholeTexts = new WeakMap<Uint8Array, string>();

function wholeText(bytes: Uint8Array): string {
  let text = wholeTexts.get(bytes);
  if (text === undefined) wholeTexts.set(bytes, (text = textOf(bytes)));
  return text;
}
