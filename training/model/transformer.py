"""The transformer of `public/models/README.md`: pre-LayerNorm, rotary positions, squared ReLU, and a value head."""

import torch
import torch.nn as nn
import torch.nn.functional as F


def rotate(x, cos, sin):
    """Turns element j of a head against element j + headWidth/2."""
    a, b = x.chunk(2, -1)
    return torch.cat([a * cos - b * sin, a * sin + b * cos], -1)


class Layer(nn.Module):
    """Attention and feed-forward. `past` is a function from this call's keys and values to all of them."""

    def __init__(self, width, heads, feed_forward):
        super().__init__()
        self.heads, self.head_width = heads, width // heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)
        self.up = nn.Linear(width, feed_forward, bias=False)
        self.down = nn.Linear(feed_forward, width, bias=False)

    def forward(self, h, cos, sin, mask, past=None):
        batch, count, width = h.shape
        qkv = self.qkv(self.norm1(h)).view(batch, count, 3, self.heads, self.head_width)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        if past is not None:
            k, v = past(k, v)
        scores = torch.matmul(q * self.head_width ** -0.5, k.transpose(-1, -2))
        scores = scores + mask.to(scores.dtype)
        mixed = torch.matmul(scores.softmax(-1), v).transpose(1, 2).reshape(batch, count, width)
        h = h + self.out(mixed)
        z = F.relu(self.up(self.norm2(h)))
        return h + self.down(z * z)


class Model(nn.Module):
    """`forward` gives logits and value logits at every position of a batch of sequences."""

    def __init__(self, vocabulary, width=128, layers=4, heads=4, feedForward=512, context=256):
        super().__init__()
        self.architecture = dict(vocabulary=vocabulary, width=width, layers=layers, heads=heads,
                                 feedForward=feedForward, context=context)
        self.embedding = nn.Embedding(vocabulary, width)
        self.layers = nn.ModuleList(Layer(width, heads, feedForward) for _ in range(layers))
        self.final = nn.LayerNorm(width)
        self.head = nn.Linear(width, vocabulary, bias=False)
        self.value = nn.Linear(width, 1)
        half = width // heads // 2
        angles = torch.arange(context).float()[:, None] * 10000 ** (-torch.arange(half).float() / half)
        self.register_buffer('cos', angles.cos())
        self.register_buffer('sin', angles.sin())
        self._initialise()

    def _initialise(self):
        """Small random inputs, and zero for everything that writes into the residual stream or the outputs."""
        nn.init.normal_(self.embedding.weight, std=0.5)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.value.weight)
        for layer in self.layers:
            for matrix in (layer.qkv.weight, layer.up.weight):
                nn.init.normal_(matrix, std=0.5 * matrix.shape[1] ** -0.5)
            for matrix in (layer.out.weight, layer.down.weight):
                nn.init.zeros_(matrix)

    def trunk(self, ids, positions, mask, pasts=None):
        """The last hidden states, normalised. `positions` is `[batch or 1, count]`."""
        h = self.embedding(ids)
        cos, sin = self.cos[positions].unsqueeze(1), self.sin[positions].unsqueeze(1)
        for i, layer in enumerate(self.layers):
            h = layer(h, cos, sin, mask, None if pasts is None else pasts[i])
        return self.final(h)

    def causal(self, count):
        """The mask of a whole sequence and its positions."""
        mask = torch.full((count, count), -1e9, device=self.cos.device).triu(1)
        return torch.arange(count, device=self.cos.device)[None], mask

    def forward(self, ids):
        positions, mask = self.causal(ids.shape[1])
        z = self.trunk(ids, positions, mask)
        return self.head(z), self.value(z).squeeze(-1)

    def hidden_matrices(self):
        """The matrices inside the layers, which Muon trains; AdamW trains the rest."""
        return [p for p in self.layers.parameters() if p.dim() == 2]

    def other_parameters(self):
        hidden = {id(p) for p in self.hidden_matrices()}
        return [p for p in self.parameters() if id(p) not in hidden]


@torch.no_grad()
def with_vocabulary(model, count):
    """The model, its vocabulary grown to `count` tokens: new rows at the end of the embedding, zeros in the head."""
    known = model.architecture['vocabulary']
    if known == count:
        return model
    grown = Model(**{**model.architecture, 'vocabulary': count}).to(model.cos.device)
    weights = model.state_dict()
    for name in ('embedding.weight', 'head.weight'):
        weights[name] = torch.cat([weights[name], grown.state_dict()[name][known:]])
    grown.load_state_dict(weights)
    return grown.eval()
