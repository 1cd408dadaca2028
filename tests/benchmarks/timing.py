"""How long a piece of work takes, measured in the same way by every benchmark."""

import time


def seconds(function, *arguments, repeats=3):
    """The shortest of several runs, in seconds of this process: what else the machine does is not counted."""
    taken = []
    for _ in range(repeats):
        begun = time.process_time()
        function(*arguments)
        taken.append(time.process_time() - begun)
    return min(taken)
