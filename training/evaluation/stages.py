"""The table of the stages of a recipe, measured on held-out problems with weights rounded to 8 bits, as exported."""

from training.families import FAMILIES
from training.model import checkpoint
from training.evaluation.evaluation import TEMPERATURE, Evaluation
from training.evaluation.measures import wilson
from training.export.quantise import round_to_export

COLUMNS = {'none': 'no thinking, greedy', 'low': '`<low>`, greedy', 'high': '`<high>`, greedy',
           'sampled': f'`<high>`, T {TEMPERATURE}', 'begun': 'thought begun, greedy'}


def measure_stage(path, limit):
    """All columns of one checkpoint."""
    model, facts = checkpoint.load(path)
    family = FAMILIES[facts['family']]
    evaluation = Evaluation(round_to_export(model), family)
    groups = family.held_out_groups().values()
    problems = [p for group in groups for p in group[:limit]]
    return {'trainedTokens': facts['trained_tokens'], 'steps': facts.get('steps'),
            'parameters': sum(p.numel() for p in model.parameters()),
            'none': evaluation.described(problems, 'none', 0), 'low': evaluation.described(problems, 'low', 0),
            'high': evaluation.described(problems, 'high', 0),
            'sampled': evaluation.described(problems, 'high', TEMPERATURE),
            'begun': evaluation.described(problems, 'high', 0, family.begun)}


def row(name, found):
    """One line of a Markdown table, with 95% intervals."""
    cells = [name]
    for column in COLUMNS:
        one = found[column]
        low, high = wilson(one['right'] * one['traces'], one['traces'])
        cells.append(f"{one['right']:.0%} ({low * 100:.0f}–{high * 100:.0f})")
    sampled = found['sampled']
    cells += [f"{found['high']['tokens']:.0f}", f"{found['high']['waits']:.2f}",
              f"{sampled['tokens']:.0f}", f"{sampled['waits']:.2f}"]
    return '| ' + ' | '.join(cells) + ' |'


HEAD = ['stage', *COLUMNS.values(), 'tokens, greedy', 'Wait, greedy', 'tokens, sampled', 'Wait, sampled']
