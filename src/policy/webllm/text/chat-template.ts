import { itemAt } from '#experiment/surely.ts';
import type { ChatTemplate } from './chat-config.ts';

/** Text as it goes into a prompt. `given`: from outside, so that control tokens written in it are only words. */
export interface PromptPart {
  readonly text: string;
  readonly given: boolean;
}

/** One message with all that surrounds it; encoded by itself, as MLC does. */
export type PromptPiece = readonly PromptPart[];

/** MLC puts this between a role and its message where a config does not say. */
const standardSeparator = ': ';
const userPlace = '{user_message}';

/**
 * A conversation of one question as MLC writes it down (`Conversation.getPromptArray` in web-llm; `Conversation.as_prompt`
 * in mlc-llm): the system message, where there is one, then the user's. The assistant's own beginning follows:
 * `assistantBegin`.
 *
 * @param system false leaves the config's own system message out.
 */
export function promptPieces(
  template: ChatTemplate,
  user: string,
  { system = true } = {},
): readonly PromptPiece[] {
  const systemText = system
    ? fill(template.system_template, '{system_message}', template.system_message).join('')
    : '';
  // Where the system message has the user's role in it already, the role is not named again.
  const named = template.add_role_after_system_message !== false || systemText === '';
  const role = named ? `${template.roles.user}${template.role_content_sep ?? standardSeparator}` : '';
  const own = template.role_templates?.user;
  const [before, content, after] = fill(own?.includes(userPlace) ? own : userPlace, userPlace, user);
  return [
    ...(systemText === '' ? [] : [[{ text: systemText, given: false }]]),
    [
      { text: role + before, given: false },
      { text: content, given: true },
      { text: after + itemAt(template.seps, 0), given: false },
    ],
  ];
}

/** What goes before the assistant's reply; where the config has it so, the reply's own beginning with it. */
export function assistantBegin({ roles, role_empty_sep }: ChatTemplate): string {
  return roles.assistant + (role_empty_sep ?? standardSeparator);
}

/** A template cut at its placeholder; a place for functions, of which there are none, is left empty. */
function fill(template: string, placeholder: string, value: string): readonly [string, string, string] {
  const bare = template.replaceAll('{function_string}', '');
  const at = bare.indexOf(placeholder);
  return at < 0 ? [bare, '', ''] : [bare.slice(0, at), value, bare.slice(at + placeholder.length)];
}
