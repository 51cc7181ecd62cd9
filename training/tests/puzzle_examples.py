"""One puzzle of each kind, made by hand."""

from training.families.puzzle.fact import Fact, worked
from training.families.puzzle.knights import Island, allowed
from training.families.puzzle.problem import Problem


def story():
    """Ann 7, Bob 12, then 8 and 11."""
    text = ('Ann has 7 coins . Bob has 5 more coins than Ann . Bob gives 4 coins to Ann . '
            'How many coins do Ann and Bob have together ?')
    ann, bob = (('Ann',), ('Ann', 'has')), (('Bob',), ('Bob', 'has'))
    chain = [Fact(*ann, 7)]
    chain.append(worked(*bob, chain[0], '+', 5))
    chain.append(worked(*bob, chain[1], '-', 4))
    chain.append(worked(*ann, chain[0], '+', 4))
    chain.append(worked(('together',), ('together',), chain[3], '+', chain[2]))
    return Problem('story', text.split(), ['19'], chain)


def equations():
    """u is 10, w 20, v 8; nobody needs z."""
    u = Fact(('u',), ('u', '='), 10)
    w = worked(('w',), ('w', '='), u, '*', 2)
    product = worked(('3', '*', 'v'), ('3', '*', 'v', '='), w, '+', 4, said=())
    v = worked(('v',), ('v', '='), product, '/', 3, said='3 * v - 4 = w'.split())
    return Problem('equations', '3 * v - 4 = w . z = 9 . w = u * 2 . u = 10 . v ?'.split(), ['8'], [u, w, product, v])


def knights():
    """Ann and Cid must be the same, so Bob tells the truth, and they don't."""
    said = [('knave', 0, 1, 1), ('same', 1, 0, 2), ('knight', 2, 0, 0)]
    sentences = ['Ann says Bob is a knave', 'Bob says Ann and Cid are the same', 'Cid says Ann is a knight']
    island = Island(['Ann', 'Bob', 'Cid'], [(one[1], allowed(3, *one)) for one in said], [text.split() for text in sentences])
    return Problem('knights', f"{' . '.join(sentences)} . Who is a knight ?".split(), ['Bob'], island=island, steps=4)
