"""Work in blocks: in this process, in several, or on a cluster, all behind one call.

A job is a function that is known by its name, blocks and results are values that travel. Whatever carries a job out,
the results come in the order of the blocks: where work is done changes nothing of what is said.
"""

from plancompare.working.place import Place, place_called
from plancompare.working.results import in_blocks, results, working_at

__all__ = ["Place", "in_blocks", "place_called", "results", "working_at"]
