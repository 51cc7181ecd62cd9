"""The tensors of an exported model: matrices as 8-bit integers with a scale a row, the rest as 32-bit floats."""

import numpy as np


def quantise(matrix):
    """`(integers, scales)` with `matrix[r, c]` about `integers[r, c] * scales[r]`; a row of zeros has scale 0."""
    matrix = np.asarray(matrix, np.float32)
    scales = (np.abs(matrix).max(axis=1) / np.float32(127)).astype(np.float32)
    safe = np.where(scales == 0, np.float32(1), scales)
    return np.clip(np.rint(matrix / safe[:, None]), -127, 127).astype(np.int8), scales


def dequantise(integers, scales):
    return integers.astype(np.float32) * scales[:, None]


def parameters(model):
    """`[(exported name, torch tensor)]` in the order of the file; matrices are those with two dimensions."""
    listed = [('embedding', model.embedding.weight)]
    for i, layer in enumerate(model.layers):
        prefix = f'layers.{i}'
        listed += [(f'{prefix}.norm1.gain', layer.norm1.weight), (f'{prefix}.norm1.bias', layer.norm1.bias),
                   (f'{prefix}.qkv', layer.qkv.weight), (f'{prefix}.out', layer.out.weight),
                   (f'{prefix}.norm2.gain', layer.norm2.weight), (f'{prefix}.norm2.bias', layer.norm2.bias),
                   (f'{prefix}.up', layer.up.weight), (f'{prefix}.down', layer.down.weight)]
    return listed + [('final.gain', model.final.weight), ('final.bias', model.final.bias),
                     ('head', model.head.weight),
                     ('value.weight', model.value.weight[0]), ('value.bias', model.value.bias)]


def exported_tensors(model):
    """`[(name, type, array)]` of all that goes into the file."""
    tensors = []
    for name, tensor in parameters(model):
        array = tensor.detach().cpu().numpy()
        if array.ndim == 2:
            integers, scales = quantise(array)
            tensors += [(name, 'i8', integers), (f'{name}.scale', 'f32', scales)]
        else:
            tensors.append((name, 'f32', array.astype(np.float32)))
    return tensors + [('rotary.cos', 'f32', model.cos.cpu().numpy()), ('rotary.sin', 'f32', model.sin.cpu().numpy())]


def round_to_export(model):
    """Replaces the model's matrices by what the exported integers stand for."""
    for _, tensor in parameters(model):
        if tensor.dim() == 2:
            rounded = dequantise(*quantise(tensor.detach().cpu().numpy()))
            tensor.data.copy_(tensor.new_tensor(rounded))
    return model
