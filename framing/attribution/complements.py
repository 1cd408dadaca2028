"""What a cue reports: where its content opens."""

from framing.attribution.asking import after_preposition, asked_of, clause_ahead
from framing.attribution.lexicon import lexicon, match_according
from framing.attribution.marks import DASHES, MARKS
from framing.attribution.objects import bare, possessed
from framing.attribution.phrases import COMMAS, noun_phrase, opens_object
from framing.attribution.quoting import Content, after_colon, at_mark
from framing.attribution.reading import TERMINAL, opens_clause
from framing.attribution.registry import find_source
from framing.attribution.words import is_noun_here

_GAP = 48  # tokens between a cue and its content


# the same act of saying once more: وأضاف قائلاً, ومضى يقول
_SAYING = frozenset("قايلا قايله قايلين يقول تقول بالقول متحدثا متحدثه متحدثين مخاطبا معلقا معلقه".split())


_PREPOSITIONS = frozenset("بشان حول الي علي عن من في ب ل for of to against on о об к на в as".split())


_BEFORE_US = frozenset("، , لا ما لم لن اذ ولهذا لهذا لذلك ولذلك".split())


def find_content(reading, registry, at, cue, limit):
    """The Content that follows the cue whose last token is `at` - 1, or None; `limit` ends the search."""
    lex, tokens = lexicon(reading.language), reading.tokens
    subject = None
    past_subject = at
    plain = cue.kind == "participle" or reading.language != "ar"  # no subject stands behind it
    if cue.takes and reading.language == "ar" and (not plain or cue.asks):
        subject = noun_phrase(reading, registry, at, min(limit, at + _GAP), cue.governs)
        if (
            subject is None
            or _subject_before(reading, at, cue.number)
            or (cue.bound and not _names(reading, lex, at, cue))
        ):
            past_subject = at
        else:
            past_subject = subject.past
        if "ب" in cue.takes:
            past_subject = _before_attached(reading, registry, lex, at, past_subject)
    told = None
    if "noun" in cue.takes and reading.language == "ar":
        told = _object(reading, registry, lex, past_subject, limit)
    k, end = at, min(limit, at + _GAP)
    commas = 0
    while k < end:
        token = tokens[k]
        if token in lex.that and token != "لان" and opens_clause(reading, lex, k):
            if "noun" in cue.takes and _governed(reading, lex, k, past_subject):
                break  # أكد حرص بلاده على أن …
            return Content(k + 1, None, "clause", k)
        if told is not None and k > told and (token in MARKS or token in cue.takes):
            break  # أكد الجانبان اتفاقهما على …
        if token == ":" and not _clock(tokens, k) and (reading.language == "ar" or (k - at < 9 and not commas)):
            return after_colon(reading, lex, k)
        if token in MARKS:
            found = at_mark(reading, lex, k, limit, cue.asks, (cue.what and "noun" in cue.takes) or "عليه" in cue.needs)
            if isinstance(found, Content):
                return found
            k = found
            continue
        if k > at and _credits(lex, tokens, k):
            beside = past_subject >= k - 1
            k = _past_parenthesis(reading, k, end)
            past_subject = k if beside and past_subject < k < end else past_subject
            continue
        if token in TERMINAL and not _abbreviates(tokens, k):
            break
        if token in DASHES and reading.language == "ar" and k and reading.starts[k] > reading.ends[k - 1]:
            k = _past_dashes(reading, k, end)
            continue
        if token in COMMAS:
            commas += 1
        if (
            token in cue.takes
            and token in _PREPOSITIONS
            and not _circumstance(lex, tokens, k)
            and (reading.language == "ar" or (k - at < (12 if cue.asks else 3) and not commas))
        ):
            asked = asked_of(reading, registry, lex, k, limit) if cue.asks and token == "من" else None
            return asked or after_preposition(reading, lex, k)
        if cue.asks and reading.language == "ru" and not commas and token.endswith(_INFINITIVES):
            return Content(k, None, "preposition", k)  # призвала город открыть дорогу
        if k >= past_subject and k > at - 1 and "ب" in cue.takes and _attached(lex, token, "ب"):
            return clause_ahead(reading, lex, k, end) or Content(k, None, "preposition", k, 1)
        if (
            k >= past_subject
            and "ل" in cue.takes
            and _attached(lex, token, "ل")
            and "الي" not in tokens[k : min(end, k + 25)]
        ):
            return Content(k, None, "preposition", k, 0)
        if k > at and token[0] == "ن" and "ي" + token[1:] in lex.cues and tokens[k - 1] in _BEFORE_US:
            break  # نقول: the author's own voice
        meanwhile = k > at and token in lex.meanwhile and tokens[k + 1 : k + 2] != ["عن"]
        if meanwhile or (token in _SAYING and not cue.takes):
            k += 1
            continue
        related = cue.asks and tokens[k - 1] in lex.relatives
        if k > at and token in lex.cues and not related and _is_cue(lex, tokens, k):
            break
        k += 1
    if "noun" in cue.takes:
        noun_here = past_subject
        while reading.language != "ar" and noun_here < limit and tokens[noun_here] in lex.connectors:
            noun_here += 1
        if not plain:
            noun_here = _past_commas(reading, noun_here, limit)
        noun_here = _past_adverbs(reading, lex, noun_here, limit)
        while noun_here < limit and tokens[noun_here] == "\n":
            noun_here += 1
        if noun_here < limit and tokens[noun_here] in DASHES and reading.language == "ar":
            noun_here = _past_dashes(reading, noun_here, limit)  # أكدت - في وقت سابق - قيام
        if noun_here < limit and tokens[noun_here] in _NO_NOUN | lex.joints | lex.relatives:
            return None
        if noun_here < limit and (reading.is_word(noun_here) or tokens[noun_here] in MARKS):
            return Content(noun_here, None, "noun", noun_here)
    return None


_NO_NOUN = frozenset("علي الي عن مع لدي بعدما حيث داخل بعد قبل منذ رغم اثناء وسط ضد".split())
_INFINITIVES = ("ть", "ться", "ти", "чь")


def _credits(lex, tokens, k):
    """Whether a phrase begins at k that names a source beside the speaker: وفق …, «، كما …»."""
    if tokens[k] in lex.according and match_according(lex, tokens, k)[0]:
        return True
    return tokens[k] in ("كما", "حسبما") and tokens[k - 1] in COMMAS


def _is_cue(lex, tokens, k):
    """Whether the word at k is a cue of its own, behind which nothing belongs to the cue before."""
    found, following = lex.cues[tokens[k]], tokens[k + 1] if k + 1 < len(tokens) else ""
    if following == "عدم" or following in lex.nameless or speaks_aside(lex, tokens[k], following):
        return False
    if found.kind not in ("verb", "participle", "relay") or _titled(tokens[k], lex):
        return False
    if found.bound:
        return tokens[k][0] == "و" and tokens[k][1:] in lex.cues  # not in a relative clause: بيان نشرته الوكالة
    if found.states and tokens[k + 1 : k + 2] not in (["في"], ["فيه"], ["فيها"]):
        return False  # الذي جاء من المدينة
    if is_noun_here(lex, tokens, k):
        return False
    return tokens[k] != "عبر" or "عن" in tokens[k + 1 : k + 4]  # the verb, not the preposition


def speaks_aside(lex, word, following):
    """«مصدر تحدث لوكالة …», «تحدثوا شريطة عدم …»: how the source spoke, not what it said."""
    if following in lex.conditions:
        return True
    stem = word.removesuffix("وا").removesuffix("ت")
    return stem == "تحدث" and (following == "ل" or (following.startswith("ل") and following != "لكن"))


def _object(reading, registry, lex, at, limit):
    """The noun that opens the object right behind the subject (or its adverbs), where its form shows it; else None."""
    at = _past_adverbs(reading, lex, at, limit)
    if at >= limit or not reading.is_word(at):
        return None
    token = reading.tokens[at]
    if token in lex.objects or (opens_object(reading, lex, registry, at) and token not in lex.heads):
        return at
    return None


def _circumstance(lex, tokens, k):
    """Whether the preposition at k opens where or how it is said: على هامش, صدر عن, من جانبه."""
    following = tokens[k + 1] if k + 1 < len(tokens) else ""
    return following in lex.circumstances.get(tokens[k], ()) or (k > 0 and tokens[k - 1] in lex.governors)


def _governed(reading, lex, k, past_subject):
    """Whether a noun of the object, and not the verb, takes the clause at k: «حرص بلاده على أن …»."""
    tokens = reading.tokens
    if k < 2 or tokens[k - 1] not in ("علي", "في", "الي", "عن", "من") or k - 1 <= past_subject:
        return False
    return reading.is_word(past_subject) and tokens[past_subject] not in lex.stops and k - past_subject < 8


def _past_adverbs(reading, lex, at, limit):
    """Past أيضاً, فيها …, and past «في رسالته» to the object where its form shows it; `limit` where it does not."""
    tokens = reading.tokens
    while at < limit and (tokens[at] in lex.adverbs or tokens[at].isdigit()):
        at += 1
    if at + 1 < limit and tokens[at] in lex.demonstratives and tokens[at + 1] in lex.periods:
        at += 2  # هذا الأسبوع
    if at >= limit or not (tokens[at] in _CIRCUMSTANCES or (_attached(lex, tokens[at], "ب") and reading.is_word(at))):
        return at
    dated = tokens[at - 1] in lex.weekdays  # طلب الوزير الجمعة في بروكسل رفع …
    for k in range(at + 2, min(limit, at + 12)):
        before = tokens[k - 1]
        if (possessed(reading, k) and before not in ("في", "خلال", "مع", "الي", "عن", "من")) or (
            tokens[k] in lex.objects
            and (before in lex.stops or before in lex.adverbs or _closes_phrase(before) or (dated and k == at + 2))
        ):
            return k
    return limit


_CIRCUMSTANCES = frozenset("في خلال عقب بعد قبل امام اثناء عبر لدي ضمن".split())


def _closes_phrase(word):
    """Whether no genitive follows the word: it has the article, is an adjective, a number, or له."""
    return (
        word.startswith("ال")
        or word.endswith(("ي", "يه", "مشترك"))
        or word in ("له", "لها", "لهم", "نفسه", "نفسها", "ذاته", "،")
        or word.isdigit()
    )


def _subject_before(reading, at, number):
    """Whether the verb before `at` follows its subject: a plural form (طالبوا), or «كان الوزير قد أعلن»."""
    tokens = reading.tokens
    if number == "p":
        return True
    return (
        tokens[at - 2 : at - 1] == ["قد"] and at - 2 > reading.bounds(at - 1)[0] and not tokens[at - 3].endswith("كان")
    )


def _names(reading, lex, at, cue):
    """Whether the word behind a verb with a pronoun is its subject, not what it is called (اعتبرها إهانة)."""
    token = reading.tokens[at]
    if "noun" not in cue.takes:
        return True
    word = bare(token, lex)
    named = word in lex.titles or word in lex.heads or word in lex.roles
    return named or token.startswith("ال") or token.endswith("ون")


def _before_attached(reading, registry, lex, at, past):
    """Where a phrase at..past ends that has run over the complement: «طالب المدير نادر بالتمديد»."""
    tokens = reading.tokens
    for k in range(at, past):
        word = tokens[k]
        if not _attached(lex, word, "ب") or find_source(registry, "ar", tokens, k, k + 4):
            continue
        body = word[1:] in lex.roles or word[1:] in lex.heads or find_source(registry, "ar", tokens, k, k + 1)
        if (
            k == at
            or tokens[k - 1] in COMMAS
            or (not body and (word.startswith("بال") or tokens[k - 1].startswith("ال")))
        ):
            return k
    return past


def _abbreviates(tokens, k):
    """د. سمير: a point behind one letter."""
    return tokens[k] == "." and k > 0 and len(tokens[k - 1]) == 1


def _past_dashes(reading, k, end):
    """Past the dash that closes «- في معرض تعليقه -»; the next token where there is none."""
    for at in range(k + 2, min(end, k + 26)):
        if reading.tokens[at] in DASHES:
            return at + 1
    return k + 1


def _titled(word, lex):
    return word in lex.titles or word in lex.roles


def _attached(lex, word, letter):
    if not word.startswith(letter) or word in lex.not_attached:
        return False
    return len(word) > 3 or (len(word) == 3 and word[1:] in lex.objects)  # بشن


def _past_commas(reading, at, limit):
    """«قد أعلن، السبت، تعليق …», «أبدى الوزير، فلان، استعداده»: past one comma, or two with a few words between."""
    tokens = reading.tokens
    if at >= limit or tokens[at] not in COMMAS:
        return at
    for k in range(at + 1, min(limit, at + 4)):
        if tokens[k] in COMMAS:
            return k + 1
    return at + 1


def _clock(tokens, k):
    return 0 < k < len(tokens) - 1 and tokens[k - 1].isdigit() and tokens[k + 1].isdigit()


def _past_parenthesis(reading, k, end):
    """Past the comma that ends «، وفق ما نقلت …،»; the next token where there is none."""
    for at in range(k + 1, min(end, k + 14)):
        if reading.tokens[at] in COMMAS:
            return at + 1
        if at in reading.pairs and at > k + 2:
            return at
    return k + 1
