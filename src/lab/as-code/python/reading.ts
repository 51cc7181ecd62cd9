import type { AnswerForm } from '#experiment/families/sheet.ts';
import { pythonText } from './literals.ts';

/** The parts of a program that read answers: shorter than the page's own reader, and stated in their docstrings. */

const stated = String.raw`def stated(text):
    """The last \\boxed{...}, else what follows the last "answer is" or "answer:", else None."""
    start = text.rfind("\\boxed{")
    depth = 0
    for end in range(start + 6, len(text)) if start >= 0 else ():
        depth += (text[end] == "{") - (text[end] == "}")
        if depth == 0:
            return text[start + 7 : end]
    said = re.findall(r"answer(?:\s+is\b|\s*:)[\s*:]*([^\n]+)", text, re.IGNORECASE)
    return said[-1] if said else None`;

/** What stands behind the thought. */
const behind = (opened: boolean): string =>
  opened
    ? String.raw`    if "</think>" not in text:
        return None  # cut off in its thought
    text = text.rpartition("</think>")[2]`
    : String.raw`    if "<think>" in text and "</think>" not in text:
        return None  # cut off in its thought
    text = text.rpartition("</think>")[2]`;

const number = String.raw`    """The answer, and what all that count as the same have in common: the last number in what is stated, or in all of the text."""
$behind
    numbers = re.findall(r"-?\d+(?:\.\d+)?(?:/[1-9]\d*)?", (stated(text) or text).replace(",", "").replace("\u2212", "-"))
    return (numbers[-1], fractions.Fraction(numbers[-1])) if numbers else None`;

const expression = String.raw`    """The answer, and what all that count as the same have in common: the last expression in what is stated, or in all of the text."""
$behind
    text = (stated(text) or text).replace("\u00d7", "*").replace("\u00f7", "/").replace("\u2212", "-").replace("\\times", "*")
    for found in reversed(re.findall(r"[(\d][-+*/()\d ]*", text)):
        try:
            tree = ast.parse(found.strip(" +-*/"), mode="eval").body
            if isinstance(tree, ast.BinOp) and len(found) <= 200:
                return found.strip(), canonical(tree)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            pass
    return None


def canonical(tree):
    """Equal for expressions that differ in nothing but the order or grouping of a sum's terms or a product's factors."""
    if isinstance(tree, ast.Constant):
        return str(tree.value)
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
        return "(-" + canonical(tree.operand) + ")"
    if not isinstance(tree, ast.BinOp) or not isinstance(tree.op, (ast.Add, ast.Sub, ast.Mult, ast.Div)):
        raise ValueError
    pair = (ast.Add, ast.Sub) if isinstance(tree.op, (ast.Add, ast.Sub)) else (ast.Mult, ast.Div)
    return "(" + " ".join(sorted(parts(tree, *pair))) + ")"


def parts(tree, same, opposite):
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, same):
        return parts(tree.left, same, opposite) + parts(tree.right, same, opposite)
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, opposite):
        return parts(tree.left, same, opposite) + ["-" + canonical(tree.right)]
    return ["+" + canonical(tree)]`;

const people = String.raw`    """The answer, and what all that count as the same have in common: the names in what is stated, or in the last line."""
$behind
    said = stated(text) or text.strip().rpartition("\n")[2]
    found = tuple(name for name in NAMES if re.search(r"\b" + name + r"\b", said, re.IGNORECASE))
    nobody = re.search(r"\b(nobody|none)\b", said, re.IGNORECASE)
    return (" ".join(found) or "nobody", found) if found or nobody else None`;

const words = String.raw`    """The answer, and what all that count as the same have in common: a number's value, else its words in small letters. What is stated, or the last line."""
$behind
    said = stated(text) or text.strip().rpartition("\n")[2]
    said = re.sub(r"\\(?:text|mbox|mathrm)\{([^{}]*)\}", r"\1", said).strip(" .$*")
    plain = re.sub(r"[^\w./+-]+", " ", said).strip(" .").lower()
    try:
        return said, fractions.Fraction(plain.replace(" ", ""))
    except (ValueError, ZeroDivisionError):
        return (said, plain) if plain else None`;

const bodies = { number, expression, names: people, words } as const satisfies Record<AnswerForm, string>;

/** @param opened whether the prompt has opened the thought, so that what it draws begins inside. */
export function reading(form: AnswerForm, opened: boolean, names: readonly string[]): string {
  const known = form === 'names' ? `NAMES = [${names.map(pythonText).join(', ')}]\n\n\n` : '';
  return `${stated}\n\n\n${known}def read_answer(text):\n${bodies[form].replace('$behind', () => behind(opened))}`;
}
