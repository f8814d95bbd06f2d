"""Two people's rulings side by side: how far they agree, and where they do not."""

from collections import Counter
from collections.abc import Mapping

from plancompare.asking.agreement import Compared
from plancompare.formats.terminal.screen import Screen
from plancompare.telling.text import printable, wrap
from plancompare.telling.words import say


def write_agreement(compared: Compared, texts: Mapping[str, str], screen: Screen) -> None:
    """Counts, percent, alpha; then each pair with different verdicts, with its texts."""
    lang = screen.lang
    counts = Counter(compared.verdicts.values())
    only_a = sum(count for (a, b), count in counts.items() if a and not b)
    only_b = sum(count for (a, b), count in counts.items() if b and not a)
    percent, alpha = compared.percent, compared.alpha
    told = say(
        "agreement",
        lang,
        both=len(compared.both),
        only_a=only_a,
        only_b=only_b,
        percent=f"{percent:.0%}" if percent is not None else "–",
        alpha=f"{alpha:.3f}" if alpha is not None else say("undefined", lang),
    )
    for line in wrap(screen.own(told), screen.width):
        screen.line(line)
    for (one, other), (a, b) in compared.verdicts.items():
        if a and b and a != b:
            screen.line()
            screen.line(f"A {say(f'ruled_{a}', lang)} · B {say(f'ruled_{b}', lang)}")
            for key in (one, other):
                for line in wrap(printable(f"  {key}  {texts.get(key, '')}"), screen.width):
                    screen.line(line)
