"""`plancompare explain`."""

import json

import click

from plancompare.commands.options import Session, key_named, no_decisions_option, show, speaking


@click.command()
@click.argument("a")
@click.argument("b", required=False)
@click.option("--among", multiple=True, metavar="PLAN", help="Score among these plans only (default: all).")
@no_decisions_option
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@speaking
def command(
    session: Session,
    a: str,
    b: str | None,
    among: tuple[str, ...],
    no_decisions: bool,
    form: str,
) -> None:
    """Why two commitments are (not) one row: the parts that add up to their score, what they share, their rivals.

    A and B are commitments, as plan/id or by id alone. With A alone: its row, and its best candidates in each plan. A
    score depends on the plans that are compared (rarer words count more): name them with --among.

    \b
    plancompare explain cy-073 yq-100
    plancompare explain chaoyang/cy-073 --among chaoyang --among yuquan
    """
    from plancompare.asking.explanation import explain
    from plancompare.comparing.comparison import compare
    from plancompare.formats.explain_view import pair_data, single_data, write_pair, write_single

    corpus, chosen = session.choose(among)
    comparison = compare(corpus, chosen, decisions=not no_decisions)
    screen = session.screen()
    if b is None:
        key = key_named(a, comparison)
        if form == "json":
            click.echo(json.dumps(single_data(comparison, key), ensure_ascii=False, indent=1))
            return
        write_single(comparison, key, screen)
    else:
        explanation = explain(comparison, key_named(a, comparison), key_named(b, comparison))
        if form == "json":
            click.echo(json.dumps(pair_data(explanation), ensure_ascii=False, indent=1))
            return
        write_pair(explanation, {plan.id: plan.name for plan in comparison.plans}, screen)
    show(screen, pager=False)
