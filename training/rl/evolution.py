"""Self-evolution: a policy learns, round by round, from the traces that the round before wrote.

In each round the policy writes several traces on each of many training problems. Of those that reach the right answer
some are imitated: those that its value head scores highest, where the config says so. The next policy writes the next
round's. Nobody shows it a worked solution, and the value head learns from outcomes alone: on every step, whether that
trace came to the right answer. As in ReST-EM (Singh et al. 2023, arXiv 2312.06585) each round trains the first model anew.
Policy and verifier learn from the same traces, as in rStar-Math (Guan et al. 2025, arXiv 2501.04519), but without its search.

A round that is done (`round-N.pt`) is not done again, so the command goes on where it was stopped.
"""

import json
import os

from training.families import FAMILIES
from training.model import checkpoint
from training.evaluation.evaluation import TEMPERATURE, Evaluation
from training.rl.rejection_sampling import harvest
from training.evaluation.measures import wilson
from training.export.quantise import round_to_export
from training.supervised.phase import run_phase

SAMPLES = 16  # of each held-out problem, for a vote and for the best by the model's own value
HEAD = ('round', 'training problems solved', 'right traces kept', 'greedy', 'thinks', 'tokens', 'one sample', f'vote of {SAMPLES}',
        f'best of {SAMPLES} by its value', 'AUC of answers')


def round_config(config, number, tokens):
    """How a round is trained: from the first model, some passes over the `tokens` that the last one wrote."""
    return {
        'name': config['name'], 'family': config['family'], 'seed': config['seed'] + number,
        'precision': config.get('precision', 'float32'), 'from': config['from'], 'valueWeight': config['valueWeight'],
        'phases': [{'name': f'round-{number}', 'traces': f"{config['name']}/round-{number}.jsonl",
                    'tokens': config['passes'] * tokens, **config['phase']}],
    }


def harvest_once(config, number, policy, runs):
    """The traces of a round, written by `policy` if they are not there; returns counts of what was kept."""
    facts = f"{runs}/{config['name']}/round-{number}.json"
    if not os.path.exists(facts):
        settings = {**config['harvest'], 'family': config['family'], 'seed': 100 * config['seed'] + number, 'from': policy,
                    'to': f"{config['name']}/round-{number}.jsonl", 'labels': 'outcome'}
        found = harvest(settings, runs)
        with open(facts, 'w') as file:
            json.dump(found, file)
    with open(facts) as file:
        return json.load(file)


def measure(path, effort, limit):
    """One model on at most so many held-out problems of each group, with 8-bit weights."""
    model, facts = checkpoint.load(path)
    evaluation = Evaluation(round_to_export(model), FAMILIES[facts['family']])
    problems = [problem for group in evaluation.family.held_out_groups().values() for problem in group[:limit]]
    return {'greedy': evaluation.described(problems, effort, 0), 'one': evaluation.described(problems, effort, TEMPERATURE),
            **evaluation.sampled(problems, effort, SAMPLES)}


def row(number, found):
    """One line of a Markdown table, with the greedy share's 95% interval. Round 0 is the model that all began with."""
    greedy, one = found['greedy'], found['one']
    low, high = wilson(greedy['right'] * greedy['traces'], greedy['traces'])
    solved = f"{found['solved'] / found['asked']:.0%}" if number else ''
    cells = [number, solved, found.get('right', ''), f"{greedy['right']:.0%} ({low * 100:.0f}–{high * 100:.0f})",
             f"{one['thinking']:.0%}", f"{one['tokens']:.0f}", f"{found['pass@1']:.0%}", f"{found['majority']:.0%}",
             f"{found['best by value']:.0%}", f"{found['AUC of answers']:.2f}"]
    return '| ' + ' | '.join(map(str, cells)) + ' |'


def curve(config, rounds):
    """The rounds as the page plots them (`public/models/README.md`)."""
    steps = [{'step': found['round'], 'accuracy': round(found['pass@1'], 4), 'best': round(found['best by value'], 4),
              'thinking': round(found['one']['thinking'], 4), 'tokens': round(found['one']['tokens'], 1),
              'waits': round(found['one']['waits'], 3)} for found in rounds]
    return {'format': 1, 'family': config['family'], 'what': config['what'], 'steps': steps}


def evolve(config, runs, limit):
    """Runs and measures every round; yields `(number, what was measured)`."""
    policy, effort = config['from'], config['harvest']['efforts'][0]
    yield 0, measure(f'{runs}/{policy}', effort, limit)
    for number in range(1, config['rounds'] + 1):
        harvested = harvest_once(config, number, policy, runs)
        policy = f"{config['name']}/round-{number}.pt"
        if not os.path.exists(f'{runs}/{policy}'):
            run_phase(round_config(config, number, harvested['tokens']), 0, f"{runs}/{config['name']}", True, 'cpu')
        yield number, {**harvested, **measure(f'{runs}/{policy}', effort, limit)}
