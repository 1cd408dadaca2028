"""Where an Arabic noun phrase ends: head, construct chain, agreeing adjectives, name, complement of a role."""

from framing.attribution.objects import bare, possessed
from framing.attribution.reading import opens_clause, tanwin
from framing.attribution.registry import find_source
from framing.attribution.roles import addressed, is_ali, named_after, registered_at
from framing.attribution.words import is_common, is_noun_here, look, same_ending
from framing.text import fold

_ONE_OF = frozenset(("احد", "احدي", "من"))


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
            return at + 1 if self._counts(at) else None
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
        if token in lex.sayings or token.isdigit() or (token in lex.that and opens_clause(self.reading, lex, at)):
            return True
        if token in lex.periods and at + 1 < len(self.tokens):
            following = self.tokens[at + 1]
            if following in lex.which_period or following[0].isdigit():
                return True
        cue = lex.cues.get(token)
        if cue is None or cue.kind == "noun" or (at > self.begun and is_noun_here(lex, self.tokens, at)):
            return False
        word = look(lex, token)
        if cue.kind == "participle" and at == self.begun:
            return token.endswith(("ا", "ه")) and not word.describes
        return not (word.title or word.given or token in lex.roles)

    def _complement(self, at):
        """For a preposition: whether it is part of the role (مندوب روسيا لدى الأمم المتحدة); None for other words."""
        tokens, lex, token = self.tokens, self.lex, self.tokens[at]
        if token == "عن" and tokens[at - 1].removeprefix("ال").startswith(("مسوول", "مسيول")):
            return named_after(self.reading, self.lex, self.registry, at)
        if token not in ("في", "من", "الي", "لدي"):
            return None
        if token == "لدي":
            return True
        head = bare(tokens[self.begun], lex)
        if token == "من" and tokens[at - 1] in lex.quantifiers:
            return True
        if token == "الي" and head.removeprefix("ال") in lex.envoys:
            return find_source(self.registry, "ar", tokens, at + 1, at + 3) is not None or named_after(
                self.reading, self.lex, self.registry, at
            )
        if token == "الي":
            return False
        if head in lex.titles and self.named is None and named_after(self.reading, self.lex, self.registry, at):
            return True
        if token == "في" and tokens[at - 1] in ("مصدر", "مصادر", "المصدر", "المصادر"):
            return tokens[at + 1 : at + 2] != [] and tokens[at + 1] not in ("بيان", "تصريح", "تصريحات")
        words = [tokens[k] for k in range(self.begun, at) if self.reading.is_word(k)]
        if at + 1 < len(tokens) and all(self._is_generic(word) for word in words):
            follows = look(lex, tokens[at + 1])
            following, other = tokens[at + 1], (lex.events, lex.stops, lex.channels, lex.periods)
            if any(following in words for words in other) or possessed(self.reading, at + 1):
                return False
            return (
                follows.definite or follows.describes or registered_at(self.reading, self.registry, at + 1) is not None
            )
        return False

    def _counts(self, at):
        """«كل من …» at the head of a phrase, «أحد هؤلاء …» within it."""
        tokens, following = self.tokens, self.tokens[at + 1 : at + 2]
        if at == self.begun:
            return tokens[at] in self.lex.quantifiers and following == ["من"]
        if tokens[at] not in self.lex.demonstratives or tokens[at - 1] not in self.lex.quantifiers | _ONE_OF:
            return False  # نفى الوزير هذا الخبر
        return bool(following) and look(self.lex, following[0]).definite

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
        if token.startswith("لل") and word.bare in lex.people and look(lex, self.tokens[self.begun]).title:
            return True  # أكد الرئيس للسياسيين
        if token[0] == "ل" and addressed(self.reading, lex, self.registry, at):
            return True
        if token[0] == "ل" and self.named is not None and self._is_listener(token):
            return True
        if token[0] == "ب" and len(token) > 3 and token not in lex.not_attached and token not in lex.roles:
            known = find_source(self.registry, "ar", self.tokens, at, at + 4)
            rest = look(lex, token[1:])
            if not known and not rest.definite and token.endswith(("ي", "يه", "يين", "يون", "يتين")):
                return False  # بحثية, بريطاني: an adjective
            if known and token in self.registry.index["ar"]:
                return False  # بريطانيا, بوتين
            around = self.tokens[self.begun - 1 : self.begun] + self.tokens[at + 1 : at + 2]
            if at - self.begun == 1 and len(around) == 2 and set(around) <= set(",،"):
                return False  # المراسلة، بربرا بليت،
            if (known or rest.describes) and self._is_generic(self.tokens[at - 1]):
                return False
            head = bare(self.tokens[self.begun], lex)
            return not (
                head in lex.titles and self.named is None and named_after(self.reading, self.lex, self.registry, at - 1)
            )
        return possessed(self.reading, at)

    def _is_listener(self, token):
        """Behind a name: ل with an article, a body, a title (فلان لهيئة الإذاعة)."""
        rest = look(self.lex, token[1:])
        return token.startswith("لل") or rest.body or rest.title or rest.definite

    def _belongs(self, at):
        """Whether a plain word goes on with the part, by what stands before it."""
        lex, tokens, token = self.lex, self.tokens, self.tokens[at]
        word, before = look(lex, token), look(lex, tokens[at - 1])
        if word.deed or (token in lex.quantifiers and before.definite):
            return False
        if tanwin(self.reading, at) and not tanwin(self.reading, at - 1) and not word.joined:
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
        if word.definite and before.adjective and not before.definite:
            return word.title and head.title  # قادة معارضون القوات
        if word.definite and before.definite:
            if word.title:
                return not self.asked or token in lex.honorifics
            return not word.body and (word.adjective or word.describes or same_ending(tokens[at - 1], token))
        if (before.definite or before.adjective) and not word.definite and not word.adjective and not word.title:
            other = registered_at(self.reading, self.registry, at)
            if other is not None and not other.person:
                return False  # اتهمت الوزيرة الأمريكية روسيا
            return head.title and not word.body and not (word.shaped and len(token) > 5)
        return True

    def _after_registered(self, at, word):
        titled = look(self.lex, self.tokens[self.begun]).title
        if word.title:
            return (self.person or titled) and not (self.asked and (word.definite or (self.person and titled)))
        other = registered_at(self.reading, self.registry, at) if self.closed else None
        if other is not None:
            joined = self.tokens[at][0] == "و" and self.tokens[at] not in self.registry.index["ar"]
            return joined or (other.person and not self.person and titled)
        if self.closed and self.tokens[at].endswith(("ين", "ون")):
            return False
        if word.given or (word.adjective and (word.definite or not self.closed)):
            return not self.person or not self.closed
        if self.closed:
            return word.describes and word.definite and not word.body and not self.person
        return not (word.verbal and not word.definite)

    def _after_name(self, at, word, before):
        single = at - self.named == 1
        if word.given or self.tokens[at - 1] in self.lex.particles:
            other = registered_at(self.reading, self.registry, at) if self.closed else None
            return other is None or (single and self._shares(self.tokens[at - 1], other))
        if word.verbal:
            return False
        if word.title:
            titled = look(self.lex, self.tokens[self.begun]).title
            return not (self.asked and (word.definite or titled))
        if self.closed:
            if word.body or word.shaped or (word.describes and not word.definite):
                return False
            if at - self.named > 4 or (not single and registered_at(self.reading, self.registry, at) is not None):
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
        counted = rest in lex.quantifiers
        return known or counted or word.definite or word.describes or word.given or word.adjective or not self.closed

    def _begins_name(self, at):
        if self.tokens[at].removeprefix("و") in self.lex.quantifiers:
            return False  # الدول الغربية وبعض الدول العربية
        word = look(self.lex, self.tokens[at])
        before = look(self.lex, self.tokens[at - 1])
        if self.tokens[at][0] == "ل" and look(self.lex, (self.tokens[at + 1 : at + 2] or ["،"])[0]).definite:
            return word.given  # الوطنية لوحدة العمال
        return word.given or (not word.definite and not word.adjective and (before.definite or before.adjective))

    def _is_generic(self, token):
        lex = self.lex
        return token in lex.generic or bare(token, lex) in lex.generic or token in lex.nations or token in lex.roles

    def apposes(self, at):
        """Whether a title at `at` opens an apposition without a comma (سامر الحلبي مدير المركز)."""
        word = look(self.lex, self.tokens[at])
        if not word.title or word.joined or at - self.begun < 2:
            return False
        if self.named is not None:
            return True
        head, before = look(self.lex, self.tokens[self.begun]), look(self.lex, self.tokens[at - 1])
        words = self.tokens[self.begun : at]
        if not word.definite and not any(is_common(self.lex, token) for token in words):
            return True  # two words that nothing describes, then a title
        return not (head.describes or head.definite or word.definite) and before.definite

    def _is_manner(self, at):
        """«الوزير مازحا», «… مفتتحا المؤتمر»: a participle of manner, printed without its tanwin."""
        token, before = self.tokens[at], look(self.lex, self.tokens[at - 1])
        if not (token[0] == "م" and token[-1] == "ا" and len(token) > 4) or look(self.lex, token).given:
            return False
        return (before.definite or before.adjective or self.named is not None) and registered_at(
            self.reading, self.registry, at
        ) is None
