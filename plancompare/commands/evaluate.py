"""`plancompare evaluate`."""

import json
import sys
from pathlib import Path

import click

from plancompare.commands.options import Session, show, speaking
from plancompare.errors import PlanCompareError


@click.command()
@click.argument("labels", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--with",
    "extra",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Further plan files, or a folder of them, that the labels speak of; may be repeated.",
)
@click.option("--half", type=click.Choice(["tune", "report"]), help="One half of the pairs, split by their names.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@speaking
def command(
    session: Session,
    labels: Path,
    extra: tuple[Path, ...],
    half: str | None,
    form: str,
) -> None:
    """Precision, recall, F1 and AUC of the aligner on judged pairs, without decisions, beside plain scorers.

    LABELS is a YAML list of {a: plan/id, b: plan/id, label: same | related | different}.

    \b
    plancompare evaluate labels.yaml
    plancompare evaluate labels.yaml --with extracts/ --half report -f json
    """
    from plancompare.asking.evaluation import Labelled, evaluate, in_half
    from plancompare.comparing.comparison import compare
    from plancompare.formats.evaluation_view import evaluation_data, write_evaluation
    from plancompare.reading.labels import read_labels

    files = [p for path in extra for p in (sorted(path.glob("*.y*ml")) if path.is_dir() else [path])]
    corpus = session.corpus(files)
    pairs, wrong = read_labels(labels, [c.key for c in corpus.commitments()])
    for finding in wrong:
        click.echo(str(finding), err=True)
    if wrong:
        sys.exit(2)
    chosen = [Labelled(*pair) for pair in pairs if half is None or in_half(pair[0], pair[1], half)]
    if not chosen:
        raise PlanCompareError("no pairs are left to evaluate on")
    evaluation = evaluate(compare(corpus, decisions=False), chosen)
    if form == "json":
        click.echo(json.dumps(evaluation_data(evaluation), ensure_ascii=False, indent=1))
        return
    screen = session.screen()
    write_evaluation(evaluation, corpus.codebook, screen)
    show(screen, pager=False)
