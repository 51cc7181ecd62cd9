import { numbers } from '#words/en/numbers.ts';
import { shell } from '#words/en/shell.ts';
import type { FieldFault } from './app-state.ts';

/** Why nothing runs, said of the field that is to be mended. */
export function fieldFaultText(field: FieldFault): string {
  switch (field.kind) {
    case 'number':
      return field.name === null ? numbers.fault(field.fault) : numbers.faultOf(field.name, field.fault);
    case 'blank':
      return shell.knob.blank(field.name);
    case 'unread-puzzle':
      return shell.knob.unreadPuzzle;
    case 'empty-question':
      return shell.knob.emptyQuestion;
    case 'long-question':
      return shell.knob.longQuestion(field.by);
  }
}
