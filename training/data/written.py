"""A file of traces that a model wrote, one a line: `{"tokens": ..., "weights": ..., "labels": ...}`."""

import json
import os

from training.traces.trace import Trace


class WrittenTraces:
    """Draws from the file's traces (with `most`, from the first ones only), all equally likely."""

    def __init__(self, family, path, most=None):
        self.traces = read_traces(family.vocabulary, path)[:most]

    def sample(self, rng):
        return rng.choice(self.traces)


def read_traces(vocabulary, path):
    traces = []
    with open(path) as file:
        for line in file:
            content, trace = json.loads(line), Trace(vocabulary)
            trace.tokens, trace.weights, trace.labels = content['tokens'], content['weights'], content['labels']
            traces.append(trace)
    return traces


def write_traces(path, traces):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + '.part', 'w') as file:
        for trace in traces:
            content = {'tokens': trace.tokens, 'weights': trace.weights, 'labels': trace.labels}
            file.write(json.dumps(content, separators=(',', ':')) + '\n')
    os.replace(path + '.part', path)
