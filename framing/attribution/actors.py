"""Who is meant by a phrase: somebody in the registry, somebody whom the article has introduced, or a newcomer."""

from framing.attribution.capitals import joined
from framing.attribution.lexicon import lexicon
from framing.attribution.memory import Memory
from framing.attribution.names import name_span
from framing.attribution.objects import bare
from framing.attribution.offices import kind, named_gender, office, printed_gender, serves, standing
from framing.attribution.phrases import noun_phrase, without_quantifier
from framing.attribution.registry import consonants, find_source
from framing.attribution.roles import is_ali
from framing.attribution.voices import Voice, clean, clip, is_feminine, nominative, plain, without_clitic
from framing.attribution.words import is_noun_here, look


class Actors:
    """Reads the phrases of one article as voices; `memory` holds those that it has introduced."""

    def __init__(self, reading, registry):
        self.reading, self.registry, self.lex = reading, registry, lexicon(reading.language)
        self.memory = Memory(registry, self.lex)
        self.in_full = {}  # surname -> ids of the registered people whom the article names in full
        self.issued = {}  # noun of a document -> Voice of the one who issued it last
        self._introduce_all()

    def _introduce_all(self):
        """Every person whom the article names behind a title, whether quoted or not."""
        reading, registry, lex = self.reading, self.registry, self.lex
        tokens, size, past = reading.tokens, len(reading.tokens), 0
        mute = registry.mute[reading.language]
        for at in [k for k, token in enumerate(tokens) if token not in mute]:
            if at < past:
                continue
            token, word = tokens[at], bare(tokens[at], lex)
            titled, given = word in lex.titles, token in lex.names
            found = find_source(registry, reading.language, tokens, at, min(size, at + 8))
            if token == "علي" and not found and not is_ali(reading, lex, at):
                continue  # على
            if not (found or titled or given or word in lex.media):
                if not registry.met[reading.language][token]:
                    mute.add(token)
                continue
            phrase = (
                noun_phrase(reading, registry, at, min(size, at + 16), speaks=not titled)
                if titled or not found or self._has_title_behind(found[1])
                else None
            )
            if phrase is not None and (titled or not given or len(phrase.parts) > 1):
                self._introduce(phrase)
                past = phrase.parts[0][1]
            elif found:
                self.memory.remember(self.registered(self._bearer(at, *found), at, frozenset()))
                past = found[1]

    def _has_title_behind(self, past):
        """Whether a comma and a title follow: «فلان، رئيس المركز»."""
        tokens = self.reading.tokens
        following = tokens[past + 1 : past + 2]
        return bool(following) and tokens[past] in ",،" and bare(following[0], self.lex) in self.lex.titles

    def _introduce(self, phrase):
        """Remember a title with its name, or a medium with its description, as one voice."""
        voice = self.describe(phrase, running=True)
        if voice is not None:
            self.memory.remember(voice)

    def registered(self, name, at, roles, gender=""):
        known = standing(self.registry, self.lex, name)
        roles = roles | known.roles if roles else known.roles
        gender = known.gender or gender if known.number == "s" else gender or known.gender  # الوزيرة … الأسد
        return Voice(known.name, name, known.type, gender, roles, at, known.number)

    def hits(self, first, past):
        """The registered sources named between two tokens: (first, past, id)."""
        found, at = [], first
        while at < past:
            hit = find_source(self.registry, self.reading.language, self.reading.tokens, at, past)
            if hit:
                found.append((at, hit[1], self._bearer(at, *hit)))
                at = hit[1]
            else:
                at += 1
        return found

    def _bearer(self, first, name, past):
        """Whom a registered name means: «الشرع» is the Sharaa whom the article names in full, if it names one."""
        if not self.registry.sources[name].person:
            return name
        named = self.in_full.setdefault(plain(self.reading.tokens[past - 1]), [])
        if past - first > 1:
            named.append(name)
        return named[-1] if named and name not in named else name

    def describe(self, phrase, running=False):
        """The voice that a phrase names by itself (registered or with a proper name), else None.

        `running`: the phrase was met in running text, where the words after a name may be a verb.
        """
        reading, lex = self.reading, self.lex
        titled = bare(reading.tokens[phrase.first], lex) in lex.titles
        gender = "f" if is_feminine(reading, phrase.first) else "m" if titled else ""
        hits = self.hits(phrase.first, phrase.past)
        if not look(lex, reading.tokens[phrase.first]).body:  # متظاهرة سورية is not Syria
            hits = [hit for hit in hits if hit[0] == phrase.first or reading.tokens[hit[0]] not in lex.nations]
        served = set()
        for first, past, name in hits:
            part = None
            if self.registry.sources[name].person:
                part = next((p for p in phrase.parts if p[0] <= first < p[1]), phrase.parts[0])
            if part is not None and not self._serves(part[0], first, name):
                return self.registered(name, phrase.first, self._roles(phrase, part), gender)
            if part is not None:
                served.update(range(first, past))
        for part in phrase.parts:
            span = name_span(reading, self.registry, *part, known=self.memory.surnames)
            if span is not None and any(f <= span[0] < p and not self.registry.sources[n].person for f, p, n in hits):
                continue  # مراسل بي بي سي
            if (
                span is None
                or span[1] - 1 in served
                or not (titled or len(phrase.parts) > 1)
                or self._is_common(part, span, titled)
            ):
                continue
            first, past = clip(reading, span) if running else span
            if past - first < 2 and running:
                continue
            return self._named(first, past, phrase, self._roles(phrase, part), gender)
        whole = hits and hits[0][0] == phrase.first and hits[0][1] - phrase.first > 2  # no other title begins so
        head = reading.tokens[phrase.first]
        if not whole and (titled or (head in lex.generic and head not in lex.quantifiers)):
            return None
        if hits and (hits[0][0] - phrase.first <= 2 or bare(reading.tokens[phrase.first], lex) in lex.heads):
            first, past, name = hits[0]
            if first > phrase.first and look(lex, reading.tokens[first]).joined:
                return None  # الدول الكبرى وإسرائيل
            if past < phrase.parts[0][1] and look(lex, reading.tokens[past]).joined and len(hits) == 1:
                return None  # روسيا والجامعة
            if len(hits) > 1 and reading.tokens[hits[1][0]].startswith("و") and hits[1][2] != name:
                return None
            gender = gender or printed_gender(reading.tokens[first:past])
            return self.registered(name, phrase.first, self._roles(phrase), gender)
        return None

    def _serves(self, begun, first, name):
        """Whether the words before a registered name say that somebody else is meant who serves that person."""
        words = self.reading.tokens[begun:first]
        return serves(self.lex, words) and look(self.lex, words[0]).stem not in self.registered(name, 0, ()).roles

    def _is_common(self, part, span, titled):
        """A single bare word behind an indefinite title is a common noun (مدير مصفاة), not a name."""
        if self.reading.language != "ar" or not titled:
            return False
        single = span[1] - span[0] == 1
        before = self.reading.tokens[span[0] - 1] if span[0] > part[0] else ""
        return single and bool(before) and not before.startswith("ال") and before not in self.lex.nations

    def _named(self, first, past, phrase, roles, gender):
        reading = self.reading
        tokens = reading.only_words(first, past)
        known = self.memory.by_name(tokens)
        if known is not None:
            return known._replace(roles=roles or known.roles, at=phrase.first, gender=gender or known.gender)
        known = self._spelled_otherwise(tokens)
        if known is not None:
            return self.registered(known, phrase.first, roles, gender)
        name = clean(reading.words(first, past))
        return self._unregistered(name, phrase, roles, phrase.first, named_gender(self.lex, name) or gender, "s")

    def _unregistered(self, name, phrase, roles, at, gender="", number=""):
        words = self.reading.only_words(phrase.first, phrase.past)
        return Voice(name, None, kind(self.lex, words), gender, roles, at, number)

    def _spelled_otherwise(self, tokens):
        """The registered person whose name has the consonants of these words, or None."""
        if self.reading.language != "ar" or len(tokens) < 2:
            return None
        return self.registry.sounds.get((consonants(tokens[0]), consonants(tokens[-1])))

    def _roles(self, phrase, part=None):
        """The stems of its words and its office; of a `part` alone where a title opens it."""
        reading, parts = self.reading, phrase.parts
        if part is not None and bare(reading.tokens[part[0]], self.lex) in self.lex.titles:
            parts = (part, *(other for other in parts if other > part and self._only_describes(other)))
        by_part = [reading.only_words(*other) for other in parts]
        words = [word for words in by_part for word in words]
        held = {office(self.registry, self.lex, words) for words in by_part} - {None}
        roles = {look(self.lex, word).stem for word in words}
        return frozenset(roles | held)

    def _only_describes(self, part):
        """Whether a part is a role without a name (قائد القوات, behind the name of its bearer)."""
        head = bare(self.reading.tokens[part[0]], self.lex)
        return head in self.lex.titles and name_span(self.reading, self.registry, *part, self.memory.surnames) is None

    def resolve(self, phrase, position, attached=False):
        """The voice that a source phrase means; never None (an unknown phrase is a voice by itself)."""
        reading, lex = self.reading, self.lex
        phrase = without_quantifier(reading, lex, phrase)
        known = self.issuer(phrase) or self._document(phrase)
        if known is None and reading.tokens[phrase.first] in lex.both and phrase.past - phrase.first <= 2:
            known = self.memory.last_two(position)  # الوزيران
        if known is not None:
            return known
        first, past = phrase.parts[0]
        tokens = reading.only_words(first, past)
        if len(phrase.parts) > 1 and name_span(reading, self.registry, first, past, self.memory.surnames) is None:
            known = self.memory.second_mention(tokens, position) if len(tokens) > 2 else None
            if known is not None and known.id != known.name and " " in known.name and known.type != "government":
                return known
        if reading.language != "ar" and joined(reading, lex, phrase.first, phrase.past) and not self.hits(*phrase[:2]):
            name = clean(reading.words(phrase.first, phrase.past))
            return self._unregistered(name, phrase, self._roles(phrase), position)
        described = self.describe(phrase)
        if described is not None:
            if described.id is None:
                self.memory.remember(described)
            return described
        lone = len(tokens) == 1 and tokens[0].removeprefix("ال") in lex.media  # الصحيفة: a kind, not a name
        if tokens and bare(tokens[0], lex) not in lex.titles and len(tokens) <= 4 and not lone:
            known = self.memory.by_name(tokens) or self.memory.by_name([bare(token, lex) for token in tokens])
            if known is not None:
                return known
        again = self.memory.in_office(tokens, position) or self.memory.second_mention(tokens, position)
        if again is None and tokens and tokens[0].startswith("ال") and len(tokens) > 1:
            again = self.memory.second_mention(tokens[:1], position) if bare(tokens[0], lex)[2:] in lex.heads else None
        return again or self._newcomer(phrase, tokens, position, attached)

    def _newcomer(self, phrase, tokens, position, attached):
        """The voice, remembered, of a phrase that names nobody known; `attached`: it begins with the ل of وفقا ل."""
        reading, lex = self.reading, self.lex
        first, past = phrase.parts[0]
        shown = clean(reading.words(first, past))
        token = bare(tokens[0], lex) if tokens else ""
        if attached and token == tokens[0]:
            shown = shown[1:]
        elif shown.startswith(("ف", "ك")):
            pass  # فاليلي: no subject begins with a particle
        elif token != (tokens[0] if tokens else "") and reading.language == "ar":
            shown = without_clitic(shown, tokens[0], token)
        gender = "f" if tokens and is_feminine(reading, first) else ""
        number = "p" if tokens and bare(tokens[0], lex) in lex.people else ""
        voice = self._unregistered(nominative(shown, lex), phrase, self._roles(phrase), position, gender, number)
        self.memory.remember(voice)
        return voice

    def _document(self, phrase):
        """«الاستطلاع»: the one who is known to have issued such a document; else None."""
        head = self.reading.tokens[phrase.first]
        if phrase.past - phrase.first > 1 or not head.startswith("ال") or head not in self.lex.texts:
            return None
        return self.issued.get(head[2:])

    def issuer(self, phrase):
        """Who issued the document that a phrase names: «تقرير أعدته صحيفة …», «البيان الصادر عن الوزارة»; else None."""
        reading, lex = self.reading, self.lex
        head = bare(reading.tokens[phrase.first], lex)
        if head not in lex.texts:
            return None
        head = head.removeprefix("ال")
        _, end = reading.bounds(phrase.first)
        for at in range(phrase.first + 1, min(end, phrase.first + 14)):
            token = reading.tokens[at]
            if not (token in lex.issued or token in lex.issuing):
                noun = is_noun_here(lex, reading.tokens, at)  # استطلاع رأي أجراه …
                if at in reading.pairs or token in lex.that or (token in lex.cues and not noun):
                    return None
                continue
            after = at + 2 if reading.tokens[at + 1 : at + 2] == ["عن"] else at + 1
            named = noun_phrase(reading, self.registry, after, end)
            if named is None:
                return None
            self.issued[head] = self.resolve(named, phrase.first)
            return self.issued[head]
        return None

    def issues(self, first, past, voice):
        """Remember who speaks in the document that stands between two tokens (قالت الوزارة في بيان)."""
        for token in self.reading.tokens[first:past]:
            if bare(token, self.lex) in self.lex.texts:
                self.issued[bare(token, self.lex).removeprefix("ال")] = voice

    def first_named(self, first, past):
        """(voice, phrase) of the first person or body that is named between two tokens, else None."""
        for at in range(first, past):
            token = self.reading.tokens[at]
            found = find_source(self.registry, self.reading.language, self.reading.tokens, at, past)
            if not (found or bare(token, self.lex) in self.lex.titles or token in self.memory.surnames):
                continue
            phrase = noun_phrase(self.reading, self.registry, at, past)
            voice = self.describe(phrase) if phrase else None
            if voice is not None:
                return voice, phrase
        return None

    def medium(self, places, position):
        """The medium that these tokens (لصحيفة فلان، للشبكة البريطانية) mean."""
        phrase = noun_phrase(self.reading, self.registry, places[0], places[-1] + 1)
        tokens = [self.reading.tokens[k] for k in places]
        again = self.memory.second_mention(tokens[:2], position) or self.memory.second_mention(tokens[:1], position)
        hits = self.hits(places[0], places[-1] + 1)
        if hits:
            return self.registered(hits[0][2], position, frozenset())
        return again or (self.resolve(phrase, position) if phrase else None)
