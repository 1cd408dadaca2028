"""Yoshikoder .ykd: XML of categories (cnode) and patterns (pnode)."""

from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from framing.exchange.dictionary import Dictionary, Entry, ExchangeError, Key


def read(text, name):
    """The Dictionary in the text of a .ykd file. Its outermost category is the dictionary itself.

    quanteda drops the patterns of a category that has categories inside; here they are kept.
    """
    try:
        root = fromstring(text.encode("utf-8"))
    except ParseError as error:
        raise ExchangeError(f"line {error.position[0]}: no XML ({error}); save it from Yoshikoder again") from None
    except DefusedXmlException:
        raise ExchangeError("holds entities or a document type, which no dictionary needs; refused") from None
    if root.tag != "dictionary":
        raise ExchangeError(f"no dictionary of Yoshikoder's: its outermost element is <{root.tag}>, not <dictionary>")
    losses = []
    outermost = [_key(node, losses) for node in root.findall("cnode")]
    if len(outermost) == 1 and outermost[0].keys and not outermost[0].entries:
        name, outermost = outermost[0].name, outermost[0].keys
    return Dictionary(name, outermost, losses)


def _key(node, losses):
    name = node.get("name", "").strip() or "unnamed"
    losses += [f"the description of {pattern.get('name')}" for pattern in node.findall("pnode") if pattern.get("desc")]
    entries = [Entry(pattern.get("name").strip()) for pattern in node.findall("pnode") if pattern.get("name")]
    return Key(name, entries, [_key(inner, losses) for inner in node.findall("cnode")], node.get("desc", "").strip())


def write(dictionary):
    """(text, losses)"""
    root, losses = Element("dictionary", style="050805", patternengine="substring"), []
    _add(SubElement(root, "cnode", name=dictionary.name, desc=""), dictionary.keys, losses)
    indent(root, space=" ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n", losses


def _add(node, keys, losses):
    for key in keys:
        inner = SubElement(node, "cnode", name=key.name, desc=key.description)
        _add(inner, key.keys, losses)
        for entry in key.entries:
            SubElement(inner, "pnode", name=entry.text)
            losses += [f"the weight of {entry.text}"] if entry.weight != 1 else []
