"""How the matcher's tables and weights are learned: offline, with numpy and scikit-learn (`pip install -e '.[learn]'`).

`python -m tests.learning vectors | themes | pairs` writes one of them anew, `held` prints what they are worth; nothing
here is needed to run plancompare.
"""
