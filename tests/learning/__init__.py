"""How the matcher's tables and weights are learned: offline, with numpy and scikit-learn (`pip install -e '.[learn]'`).

`python -m tests.learning vectors | themes | pairs | wordings | words` writes one of them anew and prints what it is
worth; nothing here is needed to run plancompare.
"""
