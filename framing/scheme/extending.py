"""A scheme that extends another: what it writes is laid over what the other holds, and every word keeps its place."""

from typing import NamedTuple

# what a scheme must say of itself, whatever it extends
OWN = ("name", "version", "extends", "drop")


class Source(NamedTuple):
    """A scheme as plain data with the file, line and column of everything in it."""

    name: str
    data: object
    places: dict  # path -> (file, line, column)
    bare: dict  # path -> what was written without quotes and may not mean text

    def place(self, path=()):
        """Where the thing at `path` was written, or the nearest thing around it."""
        path = tuple(path)
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, (self.name, 1, 1))


def from_yaml(yaml):
    """The Source of one file."""
    return Source(
        yaml.name, yaml.data, {path: (yaml.name, *place) for path, place in yaml.lines.items()}, dict(yaml.bare)
    )


def laid_over(child, parent):
    """The Source of `child` with everything that `parent` holds besides.

    Keys are joined; a list is added to the parent's list; a text stands in place of the parent's. `drop` of the child
    takes frames ("frame"), sub-frames ("frame.sub_frame") and items ("frame.item") out of the parent first.
    """
    data = {key: value for key, value in parent.data.items() if key not in OWN}
    for address in child.data.get("drop") or ():
        data = _without(data, address)
    places = {path: place for path, place in parent.places.items() if path and path[0] not in OWN}
    merged, moved = _joined(data, {key: value for key, value in child.data.items() if key != "drop"}, ())
    for path, place in child.places.items():
        places[_now(path, moved)] = place
    return Source(child.name, merged, places, {_now(path, moved): written for path, written in child.bare.items()})


def unknown_drops(child, parent):
    """(path, address) of everything that the child drops and the parent does not hold."""
    drops = child.data.get("drop")
    for number, address in enumerate(drops if isinstance(drops, list) else ()):
        if _without(parent.data, address) == parent.data:
            yield ("drop", number), address


def _joined(ours, theirs, path):
    """(the joined value, {path of a list that was added to: how many entries stand before})"""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        moved, joined = {}, dict(ours)
        for key, value in theirs.items():
            if key in ours:
                joined[key], below = _joined(ours[key], value, (*path, key))
                moved.update(below)
            else:
                joined[key] = value
        return joined, moved
    if isinstance(ours, list) and isinstance(theirs, list) and path != ("authors",):
        return ours + theirs, {path: len(ours)}
    return theirs, {}


def _now(path, moved):
    """Where a path of the child's lies after its lists were added to the parent's."""
    for step in range(len(path)):
        if path[:step] in moved and isinstance(path[step], int):
            return (*path[:step], path[step] + moved[path[:step]], *path[step + 1 :])
    return path


def _without(data, address):
    """`data` without the frame, sub-frame or item of that address; the same where it holds none."""
    steps = address.split(".") if isinstance(address, str) else [""]
    return {**data, "frames": _taken_out(data.get("frames"), steps)}


def _taken_out(frames, steps):
    name, *rest = steps
    if not isinstance(frames, dict) or name not in frames:
        return frames
    if not rest:
        return {key: frame for key, frame in frames.items() if key != name}
    frame = frames[name]
    if not isinstance(frame, dict):
        return frames
    if len(rest) == 1 and isinstance(frame.get("items"), dict) and rest[0] in frame["items"]:
        kept = {**frame, "items": {key: item for key, item in frame["items"].items() if key != rest[0]}}
    else:
        kept = {**frame, "frames": _taken_out(frame.get("frames"), rest)}
    return {**frames, name: kept}
