"""The noun phrase that names a source: where it ends, which of its words are a role and which are a name."""

from typing import NamedTuple

from framing.attribution.lexicon import lexicon
from framing.attribution.names import is_capital, name_span
from framing.attribution.objects import bare, is_object, possessed
from framing.attribution.reading import opens_clause
from framing.attribution.registry import find_source

COMMAS = frozenset(",،")
_MOST = 22  # tokens of one phrase
_NAMES_WITH_Y = frozenset(
    "يوسف ياسر ياسين يحيي يونس يعقوب يزيد يوري يان يعرب يانغ ياتسينيوك يوكيا يفغيني يوليا يلدريم يعلون يازجي".split()
)
_NAMES_WITH_B = frozenset(
    "بشار بوتين باراك بان بيرنز برهان بطرس بسام بشاره بدر بكر بلال بوغدانوف بوريل بلينكن بايدن بيلوسي".split()
)
GENERIC = frozenset(
    "مسوول مسيول مصدر مصادر عضو خبير خبيره باحث باحثه محلل دبلوماسي دبلوماسيون قيادي ناشط ناشطون ناشطين "
    "نشطاء مصدرا مسوولون مسوولين مسيولون"
    "مسيولين محللون خبراء باحثون معارض معارضون شهود سكان سكانا مراسلنا مراسلتنا مراسل مراسله الباحث "
    "الباحثه الخبير القيادي المسوول المحلل"
    "العضو المتحدث متحدث ضابط ضباط جندي مقاتل مقاتلون عدد العديد كثير الكثير بعض مندوب ممثل استاذ مستشار "
    "مدير قاده مراقبون".split()
)
SAYINGS = frozenset("قوله قولها قولهم قولهما تاكيده تاكيدها تصريحه".split())
_EVENTS = frozenset(
    "بيان تصريح تصريحات موتمر مقابله حديث كلمه اتصال لقاء ختام وقت رساله خطاب مداخله حوار مقال تقرير "
    "اجتماع جلسه ندوه اعقاب"
    "بدايه نهايه ذلك هذا هذه اول اخر اطار تعليق معرض رد مستهل افتتاح جمله تغريده منشور حسابه صفحته ساعه "
    "يوم الوقت مناسبات".split()
)


class Phrase(NamedTuple):
    """Tokens first … past - 1, and the same cut at commas and brackets into parts that stand side by side."""

    first: int
    past: int
    parts: tuple  # of (first, past)


def noun_phrase(reading, registry, first, limit, closed=False):
    """The phrase that begins at `first` and ends before `limit`, or None where no noun stands there.

    `closed`: nothing but the verb's object may follow, so the phrase ends at the first word that is no part of a name.
    """
    lex, tokens = lexicon(reading.language), reading.tokens
    limit = min(limit, first + _MOST, len(tokens))
    if first < limit and tokens[first] in ("the", "a", "an") and reading.language == "en":
        first += 1
    if first < limit and _cannot_begin(reading, lex, registry, first):
        return None
    parts, begun, at = [], first, first
    if closed and reading.language == "ar" and first < limit and is_object(reading, lex, registry, first, first):
        return None
    while at < limit:
        token = tokens[at]
        if at in reading.pairs:
            closing = reading.pairs[at]
            if closing - at > 6 or closing >= limit + 1:
                break
            at = closing + 1
        elif token == "(":
            closing = next((k for k in range(at, min(at + 7, limit)) if tokens[k] == ")"), None)
            if closing is None:
                break
            if tokens[at - 1 : at] and at > begun:
                parts.append((begun, at))
            at = begun = closing + 1
        elif token in COMMAS:
            if at > begun:
                parts.append((begun, at))
            begun = at + 1
            if not _apposition(reading, lex, registry, parts, begun, limit):
                break
            at += 1
        elif token == "\n":
            at += 1
            begun = at if at == begun + 1 else begun
        elif token == "." and at > begun and len(tokens[at - 1]) == 1:
            at += 1
        elif (
            not token[0].isalnum()
            or _ends_phrase(reading, lex, registry, begun, at)
            or (closed and reading.language == "ar" and at > first and is_object(reading, lex, registry, begun, at))
        ):
            break
        else:
            at += 1
    if at > begun:
        parts.append((begun, at))
    parts = [part for part in parts if part[1] > part[0]]
    return Phrase(parts[0][0], parts[-1][1], tuple(parts)) if parts else None


def _apposition(reading, lex, registry, parts, at, limit):
    """Whether what follows a comma at `at` describes, or names, the part before it."""
    if not parts or len(parts) > 2 or at >= limit:
        return False
    token = reading.tokens[at]
    if (
        not reading.is_word(at)
        or (token in lex.stops and not _is_ali(reading, at))
        or token in lex.that
        or token in lex.cues
        or token in lex.according
    ):
        return False
    if bare(token, lex) in lex.titles:
        return True
    if token in ("an", "the", "a"):
        return any(t in COMMAS for t in reading.tokens[at : min(limit, at + 9)])
    if token[0] == "ي" and token not in _NAMES_WITH_Y:
        return False
    first, past = parts[-1]
    return bare(reading.tokens[first], lex) in lex.titles and not name_span(reading, registry, first, past)


def _ends_phrase(reading, lex, registry, begun, at):
    tokens, token = reading.tokens, reading.tokens[at]
    if opens_clause(reading, lex, at) or token.isdigit() or token in SAYINGS:
        return True
    if token in lex.cues and lex.cues[token].kind != "noun" and (at > begun or lex.cues[token].kind != "participle"):
        return not (bare(token, lex) in lex.titles or token in lex.roles)
    if reading.language != "ar":
        return _ends_elsewhere(reading, lex, begun, at)
    if token == "لدي" and at > begun:
        return False
    if token == "الي" and at > begun and bare(tokens[begun], lex).removeprefix("ال") in ("مبعوث", "موفد", "سفير"):
        return find_source(registry, "ar", tokens, at + 1, at + 3) is None
    if token == "في" and bare(tokens[begun], lex) in lex.titles and _place_and_comma(registry, tokens, at):
        return False
    if token in ("في", "من") and at > begun:
        if token == "في" and tokens[at - 1] in ("مصدر", "مصادر", "المصدر", "المصادر"):
            return tokens[at + 1] in ("بيان", "تصريح", "تصريحات") if at + 1 < len(tokens) else True
        generic = all(_generic(tokens[k], lex) for k in range(begun, at) if reading.is_word(k))
        if generic and at + 1 < len(tokens):
            follows = tokens[at + 1]
            return follows in _EVENTS or follows in lex.stops or follows in lex.channels
    if token in lex.stops:
        if token in ("كي", "جي") and at and tokens[at - 1] == "بان":
            return False  # بان كي مون
        return not (_is_ali(reading, at) or (token == "علي" and _registered(registry, tokens, at)))
    if at == begun:
        return False
    if token[0] == "ي" and len(token) > 3 and token not in _NAMES_WITH_Y and token not in lex.titles:
        return True
    if token.startswith("ل") and _addressed(reading, lex, registry, at):
        return True
    if token.startswith("ب") and len(token) > 3 and token not in lex.roles and token not in _NAMES_WITH_B:
        known = find_source(registry, "ar", tokens, at, at + 4)
        body = known or token[1:] in lex.roles or token[1:] in lex.heads
        if token.endswith(("ي", "يه", "يين", "يون", "يتين")) and not known:
            return False  # بحثية, بريطاني: an adjective
        return token != "باسم" and not (body and _generic(tokens[at - 1], lex))
    return possessed(reading, at)


def _cannot_begin(reading, lex, registry, first):
    """Words no source begins with: one addressed (للصحفيين), a preposition behind و, our own voice."""
    token = reading.tokens[first]
    if reading.language != "ar":
        return False
    if token[:1] in "وف" and token[1:] in lex.stops and token not in lex.titles:
        return True
    if (token.endswith("ناه") and len(token) > 5) or token in ("القاري", "النشره"):
        return True
    if (
        token.startswith("ل")
        and len(token) > 3
        and not _registered(registry, reading.tokens, first)
        and (first == 0 or reading.tokens[first - 1] not in ("وفقا", "طبقا", "تبعا", "ووفقا", "وطبقا", "استنادا"))
    ):
        return token.startswith("لل") or bare(token, lex) != token or _addressed(reading, lex, registry, first)
    return False


def _registered(registry, tokens, at):
    """Whether a registered name begins with exactly this word (لوموند, علي خامنئي)."""
    return tokens[at] in registry.index["ar"] and find_source(registry, "ar", tokens, at, at + 4) is not None


def _place_and_comma(registry, tokens, at):
    """«الناطق … في الأردن، فلان»: a country of the role, and the name behind a comma."""
    found = find_source(registry, "ar", tokens, at + 1, at + 5) if at + 1 < len(tokens) else None
    return bool(found) and not registry.sources[found[0]].person and tokens[found[1] : found[1] + 1] == ["،"]


def _is_ali(reading, at):
    """Whether علي is the name: printed with ي in a text that prints the preposition with ى."""
    if reading.tokens[at] != "علي" or "على" not in reading.printed[:5000]:
        return False
    start, end = reading.span(at, at + 1)
    following = reading.tokens[at + 1 : at + 2]
    return reading.printed[start:end].endswith("ي") and bool(following) and following[0] not in ("ان", "انه", "انها")


def _generic(token, lex):
    return token in GENERIC or bare(token, lex) in GENERIC or token in lex.nations or token in lex.roles


def _addressed(reading, lex, registry, at):
    """Whether ل at the head of this word names a listener or a medium (لرويترز، لصحيفة، للصحفيين)."""
    token = reading.tokens[at]
    rest = "ال" + token[2:] if token.startswith("لل") else token[1:]
    if token == "ل" or rest in lex.addressees or rest.removeprefix("ال") in lex.heads & MEDIA_HEADS:
        return True
    if rest in ("الصحفيين", "الصحافيين", "وسايل", "الاعلام", "مراسلنا", "برنامج", "الاناضول"):
        return True
    found = find_source(registry, "ar", reading.tokens, at, at + 5)
    return bool(found) and not token.startswith("لا") and registry.sources[found[0]].type in MEDIA_TYPES


MEDIA_HEADS = frozenset("صحيفه وكاله وكالات قناه شبكه مجله اذاعه موقع فضاييه تلفزيون".split())
MEDIA_TYPES = frozenset(("foreign_media", "news_agency", "state_media"))


def _ends_elsewhere(reading, lex, begun, at):
    """English and Russian: a phrase goes on over capitals, titles, nouns of a kind, of, and."""
    token = reading.tokens[at]
    if token in lex.stops:
        generic = token in ("at", "in", "в", "из", "с", "with", "on", "from", "for", "по") and at > begun
        follows = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else ""
        return not (generic and is_capital(reading, at + 1) and follows not in lex.stops and reading.language == "ru")
    return False
