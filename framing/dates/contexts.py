"""Is it a date here? What stands beside a word that is also something else: مارس (he practised), May, среду.

The words are in their normal form. Each rule has a sentence for and a sentence against it in tests/test_dates.py.
"""

import re

from framing.dates.names import ARABIC_MONTHS, ENGLISH_MONTHS, RUSSIAN_MONTHS

_BEFORE = re.compile(r"([^\W_]+)[^\w\n]{0,3}\Z")
_AFTER = re.compile(r"[^\S\n]{0,3}([^\W\d_]+)")
_CLOSED = re.compile(r"[^\S\n]*(?:[،,.;؛:)»\]!؟?]|\Z|\n)")
_JOINED = re.compile(r"(?:\s*(?:[-–—/]|،|,)\s*|\s+(?:و|الي|حتي|او|and|to|or|и|по|до|или|till|until)\s+|\s+و)(?:ال)?")


def _set(words):
    return frozenset(words.split())


# nouns that take a date into their name: then it is a place, a party, a day of remembrance, not a date
_NAMED = _set("""
    ثوره حرب قوي فريق تيار حركه تحالف انتفاضه جسر ميدان مدينه شارع ساحه قصر نفق حي صحيفه جريده مجله جامعه ملعب مستشفي
    مشفي نادي معسكر مطار شركه سياره سيارات احداث هجمات اعتداءات مجزره ذكري قناه موقع دار مفاعل مسبح احزاب
    نواب جماعه شباب موسسه لثوره لحرب لقوي لفريق وقوي
""")
_TIME = _set("""
    في منذ شهر شهري اشهر لشهر بشهر لشهري خلال مطلع منتصف اواخر اوايل نهايه بدايه بحلول طوال طيله غضون مستهل ختام
""")
_MAYBE_TIME = _set("من حتي الي بعد قبل بين")
# names that are also verbs, persons, fathers: only a word of time makes a month of them
_WEAK_MONTHS = _set("مارس اب ماي جوان اوت غشت")
# whose «العام» is an adjective: الأمين العام الحالي
_GENERAL = _set("""
    الامين النايب المدير المدعي القايد المراقب المفتش المشرف المنسق السكرتير الراي القطاع المفتي العفو الامن النظام
    الوضع المشهد الاتجاه الاضراب القنصل الموتمر الاتحاد للامين امين مدير الحاكم الادعاء المتوسط المعدل المناخ الشان
    الطريق """)
_NO_TODAY_BEFORE = _set("""
    المصري روسيا اخبار الاخبار ذلك نفس طوال طيله منتصف مدار هذا بهذا ذات اليمن الشرق عرب العرب مصر كل نصف
""")
_NO_TODAY_AFTER = _set("""
    الذي التالي العالمي السابع الاول الثاني الثالث الرابع الخامس السادس الثامن السابق الوطني نفسه ذاته الدولي الاخير
    الموعود الواحد التاريخي المشهود الدراسي المقبل القادم الماضي الحادي
""")
_NO_WEEKDAY_BEFORE = _set("صلاه خطبه خطبتي كل ايام مسجد سوق خطيب بصلاه لصلاه كلا هولاء هذين عيد عطله شهداء")
_NO_WEEKDAY_AFTER = _set("""
    معا كلاهما الاخرين العظيمه الدامي الاسود السوداء الاخيره الاولي الثانيه الاول القوي القويه
""")
# «الأسبوع الأول من آذار» is a week, not the first day
_PARTS = _set("الاسبوع النصف الثلث الربع والاسبوع")
_AR_YEAR = _set("منذ نهايه بدايه مطلع منتصف اواخر اوايل صيف شتاء ربيع خريف")
_OTHER_DATE = _set("التالي التاليه السابق السابقه")
_EN_TIME = _set("""
    in since by until till during early late mid of from through before after between month
""")
_EN_MAY = _set("in since until till during early late mid month")
_EN_YEAR = _set("in since until till during by from")
_RU_TIME = _set("""
    в к с до по на за от после начале начала началу середине середины конце конца концу течение включая
""")
_RU_SHORT = _set("янв февр мар апр июн июл авг сент окт нояб дек")
_KNOWN = _TIME | _MAYBE_TIME | _NAMED
_UNTIL = _set("حتي لغايه غايه بحلول اعتبارا until till by до")
_RU_WEEKDAY = _set("в во на до с")
_EN_WEEKDAY_NAMES = _set("prayer prayers times school sermon sermons telegraph mass")


# what says that the date is still to come; سيرغي, سياسة, سيطر only look like a future verb
_NO_VERB = """يار|ياس|ياد|ياق|ياح|يبير|يتش|يطر|ينار|ينم|يد|ير|يس|ينا|يول|يلف|يلج
    |تار|تال|تاف|تين|تير|تيف|تيم|تري|ترا|تما|توك|نتين|نوات|نوي|ترفي"""
_AHEAD = re.compile(
    rf"""(?<!\w)(?:
      [وف]?سوف | [وف]?س(?!{_NO_VERB})[يتن]\w{{3,}} | (?:ال|و)?مقرر(?:ه)? | المزمع | المرتقب(?:ه)? | المنتظر
    | will | scheduled | planned | due
    | будет | будут | планирует | намерен\w* | состоится | пройдет | предстоит
    )(?!\w)""",
    re.VERBOSE,
)
_PAST = re.compile(
    r"(?<!\w)(?:و?(?:كان|كانت|قال|قالت|اعلن|اعلنت|ذكر|ذكرت|اكد|اكدت|اوضح)|was|were|said|был\w?|сказал\w?)(?!\w)"
)
_SENTENCE_END = re.compile(r"[.!?؟؛\n]")


def before(text, start):
    """The word that stands before, '' where there is none on that line."""
    match = _BEFORE.search(text, max(0, start - 24), start)
    return match.group(1) if match else ""


def after(text, end):
    match = _AFTER.match(text, end)
    return match.group(1) if match else ""


def joined(text, last_end, start):
    """A second date that a conjunction or a dash joins to the one that ends at `last_end`."""
    return last_end is not None and start - last_end < 12 and bool(_JOINED.fullmatch(text, last_end, start))


def _bare(word):
    """A word without و and ف before it."""
    return word[1:] if word[:1] in "وف" and len(word) > 2 and word[1:] in _KNOWN else word


def ahead(text, start):
    """Whether the words before put the date in the future: «سيزور موسكو الخميس»."""
    first = max(0, start - 60)
    first = max([first, *(end.end() for end in _SENTENCE_END.finditer(text, first, start))])
    marks = [mark.start() for mark in _AHEAD.finditer(text, first, start)]
    return bool(marks) and not _PAST.search(text, max(first, marks[-1] - 20), start)


def until(text, start):
    """Whether the date is said to be an end: «حتى 6 آذار»."""
    return before(text, start).removeprefix("و") in _UNTIL


def is_date(match, text, proclitic, follows, printed):
    """Whether the match is a date where it stands.

    `proclitic`: letters written on its first word; `follows`: it is joined to a date before it; `printed`: its span
    as printed, for capitals and for آب against أب.
    """
    given = {name: value for name, value in match.groupdict().items() if value}
    previous = _bare(before(text, match.start() - len(proclitic)))
    following = after(text, match.end())
    if given.get("unit") == "عام" and "way" in given:
        return previous not in _GENERAL or "month" in given
    if "month" in given:
        return _is_month(given, previous, following, text, proclitic, follows, printed)
    if "near" in given:
        return _is_near(given, previous, following, match, text, printed)
    if "weekday" in given and "way" not in given:
        return _is_weekday(given["weekday"], previous, following, printed)
    if set(given) == {"year"} and match.group().isdigit():
        return _is_year(previous, following, text, match, follows)
    return True


def _is_month(given, previous, following, text, proclitic, follows, printed):
    month = given["month"]
    if month in ENGLISH_MONTHS:
        return _is_english_month(given, previous, follows, printed)
    if month in RUSSIAN_MONTHS:
        dated = given.keys() & {"day", "year", "year_way", "way"}
        return bool(dated) or follows or (previous in _RU_TIME and month not in _RU_SHORT)
    if "year" in given and not ("ordinal" in given and previous in _PARTS):
        return month != "اب" or "أ" not in printed or "day" in given
    if "ordinal" in given and previous in _PARTS:
        return False
    if previous in _NAMED or following in {"المجيد", "المجيده"}:
        return False
    if month == "اب" and "آ" not in printed and previous not in {"شهر", "لشهر", "بشهر"}:
        return False
    if given.keys() & {"day", "ordinal", "way", "year_way", "this_year"} or month not in ARABIC_MONTHS:
        return True
    if month in _WEAK_MONTHS:
        return previous in _TIME and not proclitic
    if proclitic.strip("وف") in {"ب", "ل"}:
        return ARABIC_MONTHS[month] != 0
    if ARABIC_MONTHS[month] == 0:
        return previous in _TIME and not proclitic
    return previous in _TIME or previous in _MAYBE_TIME or follows


def _is_english_month(given, previous, follows, printed):
    if not re.search("[A-Z]", printed):
        return "year" in given and given["month"] not in {"may", "march"}
    if given.keys() & {"day", "year", "year_way", "way"}:
        return True
    if len(given["month"]) <= 3 and given["month"] != "may":
        return False
    return follows or previous in (_EN_MAY if given["month"] in {"may", "march"} else _EN_TIME)


def _is_near(given, previous, following, match, text, printed):
    near = given["near"]
    if "weekday" in given:
        return True
    if near == "اليوم":
        return previous not in _NO_TODAY_BEFORE and following not in _NO_TODAY_AFTER
    if near in {"غد", "غدا"}:
        if near == "غدا" and ("ً" in printed or _CLOSED.match(text, match.end())):
            return True
        return previous in {"يوم", "صباح", "مساء", "ظهر", "فجر", "ليل", "بعد", "اليوم"}
    if near == "بالامس":
        return following not in {"القريب", "البعيد"}
    return not (near == "today" and previous in {"russia", "usa", "until"})


def _is_weekday(name, previous, following, printed):
    if re.match("[a-z]", name):
        capital = printed[:1].isupper() and len(name) > 5
        return (
            capital
            and previous not in {"every", "each", "black", "good", "bloody"}
            and following not in _EN_WEEKDAY_NAMES
        )
    if re.match("[а-я]", name):
        return len(name) > 2 and previous in _RU_WEEKDAY and following != "обитания"
    if name == "الاثنين" and previous == "بين":
        return False
    return previous not in _NO_WEEKDAY_BEFORE and following not in _NO_WEEKDAY_AFTER


def relative_to_another(text, end):
    """«الأربعاء التالي»: counted from a day that the text told earlier."""
    return after(text, end) in _OTHER_DATE


def _is_year(previous, following, text, match, follows):
    if follows:
        return True
    if previous in _AR_YEAR:
        return True
    if previous in {"في", "حتي", "لغايه", "بعد", "قبل"}:
        return bool(_CLOSED.match(text, match.end()))
    if previous not in _EN_YEAR:
        return False
    plural = len(following) > 4 and following.endswith("s")
    return not plural and following not in {"people", "men", "women", "percent"}
