"""What may follow an Arabic word: sound plurals, duals, the feminine, the accusative, construct states, pronouns.

Without a lexicon the shape of a word says what it takes: مواطن has مواطنون, مصالح has not مصالحة ("reconciliation"),
and دور is not دورة ("round"). Where a shape misleads, `_ANOTHER_WORD` says so. The attached «ي» (my) reads like the
ending of a nisba (بلدي, أمني); it is taken where it cannot be one (قاعدتي, قضاياي, مستواي) and where a construct plural
is meant more often (ممثلي).
Endings: Ryding, A Reference Grammar of Modern Standard Arabic (2005), on noun inflection, construct phrases and the
nisba. The shapes are a rule of thumb of our own, read against 450,000 words of news.
"""

import re
from typing import NamedTuple

from framing.text.proclitics import is_present

PRONOUN = "(?:هما|كما|ها|هم|هن|كم|كن|نا|ه|ك)"

# folding takes the tanwin off روسيّاً; the country is not the adjective
_COUNTRIES = frozenset(
    "روسيا سوريا ليبيا تركيا المانيا بريطانيا ايطاليا اسبانيا استراليا اوكرانيا صربيا ماليزيا اسيا جورجيا".split()
)
# nouns that lose their ي where they are indefinite (قاضٍ) or in the plural (محامون)
_DEFECTIVE = frozenset(
    """قاضي محامي نادي داعي راعي والي وادي جاني ماضي مساعي مباني معاني اراضي اهالي ليالي ايادي مراعي اماني نواحي ضواحي
    نوايا تحدي تنامي تفادي تراخي تخلي تبني تولي تصدي تردي تنحي تعاطي تداعي تلاشي توالي""".split()
)
# adjectives whose shape is that of nouns without a feminine
_ADJECTIVES = frozenset("صعب سهل ضخم صلب حلو عذب فعال هدام شجاع جبان جبار فنان هام".split())
# stem -> the ending with which it is a word of its own
_ANOTHER_WORD = {
    **dict.fromkeys("عدو شعب لبن سلط فرق برك غضب ميد سود طالب سليم".split(), "ان"),
    **dict.fromkeys(
        """طريق كتيب قطيع وثيق قبيل طاير داير خاتم مصلح محكم مدرس موسس منظم مجموع مقدم مشكل مسير معلوم
        هيكل""".split(),
        "[ةت]|ات",
    ),
    **dict.fromkeys(
        """رييس صليب حديد بريد خارج داخل عالم ساحل هامش ظاهر جانح مركز مصرف مكتب مذهب منهج موسم مطلب معدن مستقبل مسرح
        مجتمع محور منزل معمل مصدر معيش مهن""".split(),
        "ي$",
    ),
    **dict.fromkeys("واقع جامع منطق".split(), "ي$|[ةت]|ات"),
    "عشر": "ين|ون",
}

_BROKEN = re.compile("[^ا]{2}ا[^ا]ي?[^اي]")  # مصالح, مشاريع, also مواطن and تعاون
# participles, فاعل, فعيل: their construct plural is more frequent than a nisba
_PERSONS = re.compile("م.{3,}|.ا..|..ي.")
# the feminine of a word, and how it goes on before a pronoun
_FEMININE, _WITH_PRONOUN = ("[هة]", "ات", "تان", "تين"), ("ت", "ات", "تا", "تي")
_DUAL = ("ان", "ين")


class Endings(NamedTuple):
    """The forms of a word that begin with `root` (folded): what ends them, as regular expressions.

    free : with or without an article, complete; bound : a pronoun follows; bare : without article and pronoun only;
    unless : what must not follow the root
    """

    root: str
    free: tuple
    bound: tuple = ()
    bare: tuple = ()
    unless: str = ""


def endings(stem, printed, definite=False):
    """All Endings of a folded stem, which is `printed` in the indicator; both without the article of a definite one."""
    last, length = printed.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650")[-1:], len(stem)
    if length < 2:
        return [Endings(stem, ("",))]
    if last == "ة":
        return _ta_marbuta(stem, printed)
    if last == "ى":
        root = stem[:-1]
        if length < 4:
            return [Endings(root, ("ي",), ("ا",), ("اي",))]
        return [Endings(root, ("ي", "يات", "يان", "يين"), ("ا", "يات", "يا", "يي"), ("اي",))]
    if last in ("ء", "أ", "ؤ"):
        return _hamza(stem, printed, last)
    if last in "اآ":
        return [Endings(stem, ("",), ("",), () if stem in _COUNTRIES else ("ي",))]
    if last in ("ي", "ئ"):
        return _final_ya(stem, printed, last)
    unless = f"(?!{_ANOTHER_WORD[stem]})" if stem in _ANOTHER_WORD else ""
    return [_consonant(stem, printed)._replace(unless=unless), *_plural_or_dual(stem, definite)]


def adjective(stem, printed):
    """The Endings of the adjective that «ي» makes of a noun or a name: سوريّ of سوريا, سياديّ of سيادة."""
    last = printed[-1:]
    if last in ("ى", "ء"):
        bases = [f"{stem[:-1]}وي", *([f"{stem[:-1]}يي"] if last == "ء" else [])]
    else:
        bases = [f"{re.sub('ي[هاة]$|[هاة]$', '', stem) if last in 'ةا' else stem}ي"]
    return [entry for base in bases for entry in _final_ya(base, base, "ي")]


def _ta_marbuta(stem, printed):
    if printed.endswith("اة") and len(stem) > 3:  # مباراة، قناة
        root = stem[:-2]
        free = ("ا[هة]", "اتان", "اتين", "يات", "وات")
        return [Endings(root, free, ("ات", "اتا", "اتي", "يات", "وات"), ("اتا", "اتي"))]
    # without an article دوره is "his role", as long as the root is a word
    return [Endings(stem[:-1], _FEMININE, _WITH_PRONOUN, ("تا", "تي"))]


def _hamza(stem, printed, last):
    """A hamza changes its seat before an ending: أعباؤها, أعبائها, أعباءها; مبدؤه, مبدئه; شيئا, جزءا."""
    root, seat = stem[:-1], "[ءأايو]"
    if last == "ء" and root.endswith("ا"):
        mine = ("يي",) if printed[0] in "أآ" or re.fullmatch("[^ا]{3}ا", root) else ()  # أبنائي; كهربائي is a nisba
        free = ("ء", "ءات", "وات", "ءان", "ءين", "وان", "وين")
        return [Endings(root, free, ("[ءيو]", "ءات", "وات", "ءا", "ءي"), ("ءا", *mine))]
    if last == "ؤ":
        return [Endings(root, ("و", "وات"), (seat, "وات"), ("وا",))]
    free = ("ء", "[ءيأا]?[اأ]ن", "[ءيأا]ين") if last == "ء" else ("[اأ]", "[اأ]ن", "[اأ]ين")
    return [Endings(root, free, (seat,), ("[ءيأ]ا",) if last == "ء" else ())]


def _final_ya(stem, printed, last):
    seats = ("و",) if last == "ئ" else ()  # قارئ: قارؤه
    accusative = () if f"{stem}ا" in _COUNTRIES else ("ا",)
    if len(stem) < 3 or printed[1] in "أئؤ":
        return [Endings(stem, ("", *_DUAL), ("", "ا", "ي"), accusative)]
    if stem in _DEFECTIVE:
        short = Endings(stem[:-1], ("", "ون", "ين"), ("و",), ("ا", "و"))
        feminine = () if stem[0] == "ت" else ("[هة]", "تان", "تين")  # تنحية is another word than تنحٍّ
        return [Endings(stem, ("", *_DUAL, "ات", *feminine), ("", "ات", "ا", "ي"), ("ا",)), short]
    free, bound = ("", *_DUAL, "ون", *_FEMININE), ("", *seats, *_WITH_PRONOUN, "و", "ي", "ا")
    return [Endings(stem, free, bound, (*accusative, "تا", "تي", "و", "ي"))]


def _consonant(stem, printed):
    """A word that ends in another consonant: its shape says what it takes."""
    length = len(stem)
    if length < 3:
        return Endings(stem, ("",), ("",), ("ا",))
    if is_present(printed):  # verbs as they are written
        return Endings(stem, ("",), ("",), ("ا", "ني"))
    if stem.endswith("ات") and length > 3:
        return Endings(stem, ("", "ات"), ("", "ات"), ("ا",))
    if _BROKEN.fullmatch(stem):
        return _broken(stem)
    if _has_no_feminine(stem):
        plural = ("ات",) if length > 3 else ()
        return Endings(stem, ("", *_DUAL, *plural), ("", "ا", "ي", *plural), ("ا",))
    construct = ("و",) if length > 3 else ()
    if _PERSONS.fullmatch(stem):
        construct = (*construct, "ي")
    bound = ("", "ا", "ي", *construct, *_WITH_PRONOUN)
    return Endings(stem, ("", *_DUAL, "ون", *_FEMININE), bound, ("ا", "تا", "تي", *construct))


def _has_no_feminine(stem):
    """دور and عمل have none, عام, مهم and صعب do; التزام, حدود and تدخل have none, فعال and تاجر do."""
    if stem in _ADJECTIVES:
        return False
    if len(stem) == 3:
        return stem[0] != "م" and stem[1] != "ا"
    return stem[-2] == "ا" or bool(re.fullmatch("..و.|ت[^ا].*", stem))


def _broken(stem):
    """مصالح and مشاريع are plurals; مواطن has a plural of its own; تعاون is a verbal noun."""
    if stem[0] == "م" and len(stem) == 5:
        return Endings(stem, ("", *_DUAL, "ون"), ("", "ا", "و", "ي"), ("ا", "و", "ي"))
    if stem[0] == "ت" and len(stem) == 5:
        return Endings(stem, ("", *_DUAL, "ات"), ("", "ات"), ("ا",))
    return Endings(stem, ("",), ("",), ("ا",))


def _plural_or_dual(stem, definite):
    """An indicator in the plural or the dual is found in its other case, and without its nun before a pronoun."""
    root, ending = stem[:-2], stem[-2:]
    if ending in ("ون", "ين") and len(root) > 3 and not _BROKEN.fullmatch(stem):
        yield Endings(root, ("ون", "ين"), ("و", "ي"), ("و", "ي"))
    if ending in ("ان", "ين") and len(root) > 2 and (definite or root.endswith("ت")):
        yield Endings(root, ("ان", "ين"), ("ا", "ي") if root.endswith("ت") else ())
