"""Where an Arabic noun phrase ends: head, construct chain, agreeing adjectives, name, complement of a role."""

from framing.attribution.objects import bare, possessed
from framing.attribution.reading import opens_clause
from framing.attribution.registry import find_source
from framing.attribution.words import look
from framing.text import fold

MEDIA_TYPES = frozenset(("foreign_media", "news_agency", "state_media"))
_PARTICLES = frozenset("بن ابن ابو ام ال دي دا دو دل فان فون بو ولد بنت كي جي ابي الله الدين كارلوس ماري".split())
_ENVOYS = frozenset("مبعوث موفد سفير مندوب ممثل".split())
_PLURALS = ("ون", "ين", "ات")


class Extent:
    """One phrase on its way: `begin` at each of its parts, then `past` token by token.

    `governs` (see Cue): where an object may follow, a word which no name or role explains ends the phrase.
    A part is a role (`named` None) until its name begins; `sealed` where a registered name has ended.
    """

    def __init__(self, reading, lex, registry, governs):
        self.reading, self.lex, self.registry, self.closed = reading, lex, registry, bool(governs)
        self.asked = governs == "person"
        self.tokens = reading.tokens
        self.begin(0)

    def begin(self, first):
        """A part of the phrase (the next one behind a comma or a bracket) begins at `first`."""
        self.begun, self.named, self.sealed, self.person = first, None, False, False

    def past(self, at, limit):
        """Past the token, or the registered name, at `at` where it belongs to the phrase; None where that ends."""
        if self._is_hard_end(at):
            return None
        if at > self.begun:
            turn = self._complement(at)
            if turn is not None:
                return at + 1 if turn else None
        if self.tokens[at] in self.lex.stops and not self._is_name(at):
            return None
        if at > self.begun and (self._is_clitic_end(at) or not self._belongs(at)):
            return None
        return self._taken(at, limit)

    def _taken(self, at, limit):
        found = find_source(self.registry, "ar", self.tokens, at, limit)
        if found and found[1] - at > 1 and self.tokens[found[1] - 1] in self.lex.periods:
            after = self.tokens[found[1] : found[1] + 1]
            if after and after[0] in self.lex.weekdays:  # روسيا اليوم الخميس
                found = find_source(self.registry, "ar", self.tokens, at, found[1] - 1)
        word = look(self.lex, self.tokens[at])
        if found and not (word.title or (word.body and found[1] == at + 1)):
            person = self.registry.sources[found[0]].person
            if person and self.named is None:
                self.named = at
            self.sealed, self.person = True, person
            return found[1]
        if self.named is None and not word.describes and at > self.begun and self._begins_name(at):
            self.named = at
        if at == self.begun and word.given:
            self.named = at
        self.sealed = False
        return at + 1

    def _is_hard_end(self, at):
        lex, token = self.lex, self.tokens[at]
        if opens_clause(self.reading, lex, at) or token.isdigit() or token in lex.sayings:
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else ""
        if token in lex.periods and (following in lex.which_period or following[:1].isdigit()):
            return True
        cue = lex.cues.get(token)
        if cue is None or cue.kind == "noun":
            return False
        word = look(lex, token)
        if cue.kind == "participle" and at == self.begun:
            return token.endswith(("ا", "ه")) and not word.describes
        return not (word.title or word.given or token in lex.roles)

    def _complement(self, at):
        """For a preposition: whether it is part of the role (مندوب روسيا لدى الأمم المتحدة); None for other words."""
        tokens, lex, token = self.tokens, self.lex, self.tokens[at]
        if token == "عن" and tokens[at - 1].removeprefix("ال").startswith(("مسوول", "مسيول")):
            return self._named_after(at)
        if token not in ("في", "من", "الي", "لدي"):
            return None
        if token == "لدي":
            return True
        head = bare(tokens[self.begun], lex)
        if token == "الي" and head.removeprefix("ال") in _ENVOYS:
            return find_source(self.registry, "ar", tokens, at + 1, at + 3) is not None or self._named_after(at)
        if token == "الي":
            return False
        if head in lex.titles and self.named is None and self._named_after(at):
            return True
        if token == "في" and tokens[at - 1] in ("مصدر", "مصادر", "المصدر", "المصادر"):
            return tokens[at + 1 : at + 2] != [] and tokens[at + 1] not in ("بيان", "تصريح", "تصريحات")
        words = [tokens[k] for k in range(self.begun, at) if self.reading.is_word(k)]
        if at + 1 < len(tokens) and all(self._is_generic(word) for word in words):
            follows = look(lex, tokens[at + 1])
            other = lex.events | lex.stops | lex.channels | lex.periods
            if tokens[at + 1] in other or possessed(self.reading, at + 1):
                return False
            return follows.definite or follows.describes or self._registered(at + 1) is not None
        return False

    def _registered(self, at):
        """The registered source whose name begins at `at`, or None."""
        found = find_source(self.registry, "ar", self.tokens, at, at + 5)
        return self.registry.sources[found[0]] if found else None

    def _named_after(self, at):
        """Whether the preposition at `at` governs a body or a place with the name of the one in office behind it."""
        tokens, end = self.tokens, min(at + 8, len(self.tokens))
        k = at + 1
        while k < end:
            word = look(self.lex, tokens[k])
            found = find_source(self.registry, "ar", tokens, k, end)
            if found and self.registry.sources[found[0]].person:
                return k > at + 1
            if found:
                k = found[1]
            elif word.given:
                return k > at + 1
            elif tokens[k] in ",،" and k > at + 1:
                following = tokens[k + 1 : k + 2]
                return bool(following) and (
                    look(self.lex, following[0]).given
                    or (
                        bool(known := find_source(self.registry, "ar", tokens, k + 1, end))
                        and self.registry.sources[known[0]].person
                    )
                )
            elif (word.definite or word.describes) and tokens[k] not in self.lex.stops:
                k += 1
            else:
                return False
        return False

    def _name_in_commas(self, at):
        """Whether a name begins behind a comma: a given name, a registered person, two or three words and a comma."""
        words = self.tokens[at : at + 4]
        if not words or not words[0][0].isalnum():
            return False
        word, known = look(self.lex, words[0]), self._registered(at)
        if word.given or (known is not None and known.person):
            return True
        if word.definite or word.describes or word.deed or words[0] in self.lex.stops or words[0] in self.lex.cues:
            return False
        return "،" in words[2:] and not any(t in self.lex.stops or t in self.lex.cues for t in words[1:3])

    def _is_name(self, at):
        """A stop word that is a name here: علي, or the second word of بان كي مون."""
        tokens = self.tokens
        if tokens[at] in ("كي", "جي", "هو"):
            return at > 0 and tokens[at - 1] == "بان"
        if tokens[at] == "لو":
            return self.named is not None  # جان إيف لو دريان
        if tokens[at] != "علي":
            return False
        found = find_source(self.registry, "ar", tokens, at, at + 4)
        return is_ali(self.reading, self.lex, at) or (found is not None and self.registry.sources[found[0]].person)

    def _is_clitic_end(self, at):
        """Whether the word begins with a ل or ب that is no part of the role, or carries a pronoun."""
        lex, token = self.lex, self.tokens[at]
        word = look(lex, token)
        if word.given or token in lex.kin:
            return False
        if token[0] in "لبك" and token[1:] in lex.stops:
            return True
        if token[0] == "ل" and addressed(self.reading, lex, self.registry, at):
            return True
        if token[0] == "ب" and len(token) > 3 and token != "باسم" and token not in lex.roles:
            known = find_source(self.registry, "ar", self.tokens, at, at + 4)
            if known and self.registry.sources[known[0]].person and token == self.tokens[at].removeprefix("ب"):
                return False
            rest = look(lex, token[1:])
            if not known and not rest.definite and token.endswith(("ي", "يه", "يين", "يون", "يتين")):
                return False  # بحثية, بريطاني: an adjective
            if known and token in self.registry.index["ar"]:
                return False  # بريطانيا, بوتين
            if (known or rest.describes) and self._is_generic(self.tokens[at - 1]):
                return False
            head = bare(self.tokens[self.begun], lex)
            return not (head in lex.titles and self.named is None and self._named_after(at - 1))
        return possessed(self.reading, at)

    def _belongs(self, at):
        """Whether a plain word goes on with the part, by what stands before it."""
        lex, tokens, token = self.lex, self.tokens, self.tokens[at]
        word, before = look(lex, token), look(lex, tokens[at - 1])
        if word.deed:
            return False
        if self._tanwin(at) and not self._tanwin(at - 1) and not word.joined:
            return False
        if word.joined or tokens[at - 1] == "و":
            return self._coordinates(at)
        if token == "و":
            return True
        if self._is_manner(at):
            return False
        if self.sealed:
            return self._after_registered(at, word)
        if self.named is not None:
            return self._after_name(at, word, before)
        if word.given:
            return True
        head = look(lex, tokens[self.begun])
        if word.bare in lex.acts and before.definite:
            return False  # أعاد المتحدث باسم الوزارة التأكيد
        whole = before.definite or before.adjective or not (head.describes or head.definite)
        if word.verbal and (whole if self.closed else whole and not word.definite):
            return False
        if word.verbal and tokens[at - 1] in lex.generic and not word.definite:
            return False
        if word.definite and word.title and before.definite and not (head.title or before.describes):
            return False  # التقى في الفندق الوزير
        if not self.closed or tokens[at - 1] == "باسم":
            plain = not (word.definite or word.adjective or word.describes)
            return not (plain and head.body and tokens[at - 1] in lex.nations)  # الصحيفة اليابانية تفاصيل …
        if word.definite and before.definite:
            if word.title:
                return not self.asked or token in lex.honorifics
            return not word.body and (word.adjective or word.describes or self._agrees(tokens[at - 1], token))
        if (before.definite or before.adjective) and not word.definite and not word.adjective and not word.title:
            return head.title and not word.body and not (word.shaped and len(token) > 5)
        return True

    def _after_registered(self, at, word):
        titled = look(self.lex, self.tokens[self.begun]).title
        if word.title:
            return (self.person or titled) and not (self.asked and (word.definite or (self.person and titled)))
        other = self._registered(at) if self.closed else None
        if other is not None:
            return other.person and not self.person and titled
        if self.closed and self.tokens[at].endswith(("ين", "ون")):
            return False
        if word.given or word.adjective:
            return not self.person or not self.closed
        if self.closed:
            return word.describes and word.definite and not word.body and not self.person
        return not (word.verbal and not word.definite)

    def _after_name(self, at, word, before):
        single = at - self.named == 1
        if word.given or self.tokens[at - 1] in _PARTICLES:
            other = self._registered(at) if self.closed else None
            return other is None or (single and self._shares(self.tokens[at - 1], other))
        if word.verbal:
            return False
        if word.title:
            titled = look(self.lex, self.tokens[self.begun]).title
            return not (self.asked and (word.definite or titled))
        if self.closed:
            if word.body or word.shaped or (word.describes and not word.definite):
                return False
            if at - self.named > 4 or (not single and self._registered(at) is not None):
                return False
            return not word.definite or not (before.definite or self.tokens[at] in self.lex.addressees)
        return True

    def _shares(self, given, source):
        """Whether a given name may be that of a registered person, in another spelling (كاترين for كاثرين)."""
        return source.person and any(name[0] == given[0] for name in map(fold, source.names.get("ar", ())))

    def _coordinates(self, at):
        """Whether what stands behind و is another source, or goes on with the role."""
        word, lex = look(self.lex, self.tokens[at]), self.lex
        rest = self.tokens[at][1:] if word.joined else self.tokens[at]
        known = find_source(self.registry, "ar", self.tokens, at, at + 5) is not None
        if rest in lex.stops or rest in lex.cues or rest in lex.deeds:
            return word.describes and rest not in lex.stops
        self.named, self.sealed = None, False
        return known or word.definite or word.describes or word.given or word.adjective or not self.closed

    def _begins_name(self, at):
        word = look(self.lex, self.tokens[at])
        before = look(self.lex, self.tokens[at - 1])
        return word.given or (not word.definite and not word.adjective and (before.definite or before.adjective))

    def _is_generic(self, token):
        lex = self.lex
        return token in lex.generic or bare(token, lex) in lex.generic or token in lex.nations or token in lex.roles

    def _agrees(self, noun, adjective):
        """المحققون المستقلون: an adjective with the ending of its noun."""
        return any(noun.endswith(end) and adjective.endswith(end) for end in _PLURALS) or (
            noun.endswith("ه") and adjective.endswith("ه")
        )

    def apposes(self, at):
        """Whether a title at `at` opens an apposition without a comma (سامر الحلبي مدير المركز)."""
        word = look(self.lex, self.tokens[at])
        if not word.title or word.joined or at - self.begun < 2:
            return False
        if self.named is not None:
            return True
        head, before = look(self.lex, self.tokens[self.begun]), look(self.lex, self.tokens[at - 1])
        return not (head.describes or head.definite or word.definite) and before.definite

    def _is_manner(self, at):
        """«الوزير مازحا», «… مفتتحا المؤتمر»: a participle of manner, printed without its tanwin."""
        token, before = self.tokens[at], look(self.lex, self.tokens[at - 1])
        if not (token[0] == "م" and token[-1] == "ا" and len(token) > 4) or look(self.lex, token).given:
            return False
        return (before.definite or before.adjective or self.named is not None) and self._registered(at) is None

    def _tanwin(self, at):
        start, end = self.reading.span(at, at + 1)
        return "\u064b" in self.reading.printed[start:end]


def is_ali(reading, lex, at):
    """Whether علي is the name: printed with ي, before a name or a family name, where the text tells ي from ى."""
    if reading.tokens[at] != "علي":
        return False
    start, end = reading.span(at, at + 1)
    following = reading.tokens[at + 1 : at + 2]
    if not reading.printed[start:end].endswith("ي") or not following or opens_clause(reading, lex, at + 1):
        return False
    tells = any(word in reading.printed[:5000] for word in ("على", "إلى", "الى"))
    return tells or look(lex, following[0]).given


def addressed(reading, lex, registry, at):
    """Whether ل at the head of this word names a listener or a medium (لرويترز، لصحيفة، للصحفيين)."""
    token = reading.tokens[at]
    rest = "ال" + token[2:] if token.startswith("لل") else token[1:]
    if token == "ل" or rest in lex.addressees or rest in lex.listeners or rest.removeprefix("ال") in lex.media:
        return True
    found = find_source(registry, "ar", reading.tokens, at, at + 5)
    return bool(found) and not token.startswith("لا") and registry.sources[found[0]].type in MEDIA_TYPES
