"""The one exception a user can act on; anything else that escapes is a bug and keeps its traceback."""


class PlanCompareError(Exception):
    """The run cannot go on, and the message says in one line what to do about it."""
