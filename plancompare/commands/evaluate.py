"""`plancompare evaluate`."""

from collections.abc import Sequence
from pathlib import Path

import click

from plancompare.commands import values
from plancompare.commands.options import json_option, speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice
from plancompare.errors import PlanCompareError
from plancompare.files import is_folder, yaml_files


@click.command(cls=Command)
@click.argument("labels", type=values.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--with",
    "extra",
    multiple=True,
    type=values.Path(exists=True, path_type=Path),
    help="Further plan files, or a folder of them, that the labels speak of; may be repeated.",
)
@click.option("--half", type=Choice(["tune", "report"]), help="One half of the pairs, split by their names.")
@json_option
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
    put(session, evaluation(session, labels, extra, half, form == "json"))


def evaluation(
    session: Session, labels: Path, extra: Sequence[Path] = (), half: str | None = None, as_json: bool = False
) -> Outcome:
    """The quality of rows and scores on the pairs in ``labels``, or one half of them; status 2 if they are at fault.

    ``extra`` are plan files, or folders of them. Raises PlanCompareError where no pair is left.
    """
    from plancompare.asking.evaluation import Labelled, evaluate, in_half
    from plancompare.comparing.comparison import compare
    from plancompare.reading.labels import read_labels
    from plancompare.telling.messages import finding_line

    files = [p for path in extra for p in (yaml_files(path) if is_folder(path) else [path])]
    corpus = session.corpus(files)
    pairs, wrong = read_labels(labels, [c.key for c in corpus.commitments()])
    if wrong:
        return Outcome(notes=[finding_line(finding, session.lang) for finding in wrong], status=2)
    chosen = [Labelled(*pair) for pair in pairs if half is None or in_half(pair[0], pair[1], half)]
    if not chosen:
        raise PlanCompareError("no pairs are left to evaluate on")
    evaluation = evaluate(compare(corpus, decisions=False), chosen)
    if as_json:
        from plancompare.formats.answers import evaluation_data
        from plancompare.formats.json import json_bytes

        return Outcome(data=json_bytes(evaluation_data(evaluation)))
    from plancompare.telling.judging import quality

    return Outcome(quality(evaluation, corpus.codebook, session.lang))
