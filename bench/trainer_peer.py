"""PyTorch's side of `trainer.bench.ts`: reads batches, one a line, and writes the milliseconds of processor time each took."""

import json
import sys
import time

import torch

from training.export.shipped import read
from training.rl.grpo.update import hidden, log_chances

torch.set_num_threads(1)
model, _ = read(sys.argv[1])
start = int(sys.argv[2])
model.train()
for line in sys.stdin:
    ids = torch.tensor(json.loads(line))
    model.zero_grad(set_to_none=True)
    before = time.process_time()
    loss = -0.001 * log_chances(model.head(hidden(model, ids)), ids)[:, start - 1:].sum()
    loss.backward()
    print(1000 * (time.process_time() - before), flush=True)
