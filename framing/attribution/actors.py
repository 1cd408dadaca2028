"""Who is meant: the registry, the names that the article has introduced, second mentions such as الوزير."""

from bisect import bisect_left, insort

from framing.attribution.capitals import joined
from framing.attribution.lexicon import lexicon
from framing.attribution.names import name_span
from framing.attribution.objects import bare
from framing.attribution.offices import office, role_stem, standing
from framing.attribution.phrases import Phrase, noun_phrase
from framing.attribution.registry import consonants, find_source
from framing.attribution.voices import (
    LOOSE,
    Voice,
    clean,
    clip,
    is_feminine,
    nominative,
    plain,
    stem,
    without_clitic,
)
from framing.attribution.words import look
from framing.text import fold

_SPOKESMEN = frozenset(
    "المتحدث متحدث متحدثه المتحدثه الناطق ناطق الناطقه باسم مستشار مساعد نايب وكيل مبعوث مدير spokesman "
    "spokeswoman spokesperson".split()
)


def _alike(one, other):
    return consonants(one) == consonants(other)


_DEPUTIES = frozenset("نايب وكيل مساعد".split())


class Actors:
    """The voices of one article, by the words of their names and of their roles."""

    def __init__(self, reading, registry):
        self.reading, self.registry, self.lex = reading, registry, lexicon(reading.language)
        self.by_word, self.by_head, self.by_sound = {}, {}, {}
        self.surnames = set()
        self.in_full = {}  # surname -> ids of the registered people whom the article names in full
        self.issued = {}  # noun of a document -> Voice of the one who issued it last
        self.mentions = []  # (token, voice) of the running text
        self._introduce_all()

    def _introduce_all(self):
        """Every person whom the article names behind a title, whether quoted or not."""
        reading, lex = self.reading, self.lex
        at, size = 0, len(reading.tokens)
        met = self.registry.met[reading.language]
        while at < size:
            token = reading.tokens[at]
            word = bare(token, lex)
            titled, given = word in lex.titles, token in lex.names
            telling = titled or given or word in lex.media
            if not telling and met.get(token) == {}:  # most words: no name begins with them
                at += 1
                continue
            found = find_source(self.registry, reading.language, reading.tokens, at, min(size, at + 8))
            if not telling and not found:
                at += 1
                continue
            if found and not titled:
                self._remember(self.registered(self._bearer(at, *found), at, frozenset()))
                at = found[1]
                continue
            phrase = noun_phrase(reading, self.registry, at, min(size, at + 16))
            if given and not titled and (phrase is None or len(phrase.parts) < 2):
                at += 1
            elif phrase is not None:
                self._introduce(phrase)
                at = max(at + 1, phrase.parts[0][1])
            elif found:
                self._remember(self.registered(self._bearer(at, *found), at, frozenset()))
                at = found[1]
            else:
                at += 1

    def _introduce(self, phrase):
        """Remember a title with its name, or a medium with its description, as one voice."""
        voice = self.describe(phrase, running=True)
        if voice is not None:
            self._remember(voice)

    def _remember(self, voice):
        if not self.mentions or self.mentions[-1][0] <= voice.at:
            self.mentions.append((voice.at, voice))
        for word in voice.name.split():
            word = plain(word)
            if len(word) > 2:
                self.by_word.setdefault(word, []).append(voice)
        if voice.id is None or self.registry.sources[voice.id].person:
            words = [w for w in map(plain, voice.name.split()) if len(w) > 2]
            self.surnames.update(words[-1:])
            self.surnames.update(fold(voice.name).split()[-1:] if words else ())
            if words and self.reading.language == "ar":
                self.by_sound.setdefault(consonants(words[-1]), []).append(voice)
        for role in voice.roles:
            voices = self.by_head.setdefault(role, [])
            if not voices or voices[-1].at <= voice.at:
                voices.append(voice)
            else:
                insort(voices, voice, key=lambda other: other.at)

    def registered(self, name, at, roles, gender=""):
        known = standing(self.registry, self.lex, name)
        roles = roles | known.roles if roles else known.roles
        return Voice(known.name, name, known.type, gender or known.gender, roles, at, known.number)

    def _is_body(self, voice):
        return voice.id is not None and not self.registry.sources[voice.id].person

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
        roles = self._roles(phrase)
        titled = bare(reading.tokens[phrase.first], lex) in lex.titles
        gender = "f" if is_feminine(reading, phrase.first) else "m" if titled else ""
        names = [name_span(reading, self.registry, *part, known=self.surnames) for part in phrase.parts]
        hits = self.hits(phrase.first, phrase.past)
        if not look(lex, reading.tokens[phrase.first]).body:  # متظاهرة سورية is not Syria
            hits = [hit for hit in hits if hit[0] == phrase.first or reading.tokens[hit[0]] not in lex.nations]
        for first, _, name in hits:
            part = None
            if self.registry.sources[name].person:
                part = next((p for p in phrase.parts if p[0] <= first < p[1]), phrase.parts[0])
            if part is not None and not self._is_office(part[0], first):
                if bare(reading.tokens[part[0]], lex) in lex.titles:
                    roles = self._roles(Phrase(*part, (part,)))
                return self.registered(name, phrase.first, roles, gender)
        for part, span in zip(phrase.parts, names, strict=True):
            if span is not None and any(f <= span[0] < p and not self.registry.sources[n].person for f, p, n in hits):
                continue  # مراسل بي بي سي
            if span is None or not (titled or len(phrase.parts) > 1) or self._is_common(part, span, titled):
                continue
            first, past = clip(reading, span) if running else span
            if past - first < 2 and running:
                continue
            own = self._roles(Phrase(*part, (part,))) if bare(reading.tokens[part[0]], lex) in lex.titles else roles
            return self._named(first, past, phrase, own, gender)
        whole = hits and hits[0][0] == phrase.first and hits[0][1] - phrase.first > 2  # no other title begins so
        if not whole and (titled or reading.tokens[phrase.first] in lex.generic - lex.quantifiers):
            return None
        if hits and (hits[0][0] - phrase.first <= 2 or bare(reading.tokens[phrase.first], lex) in lex.heads):
            first, past, name = hits[0]
            if past < phrase.parts[0][1] and look(lex, reading.tokens[past]).joined and len(hits) == 1:
                return None  # روسيا والجامعة
            if len(hits) > 1 and reading.tokens[hits[1][0]].startswith("و") and hits[1][2] != name:
                return None
            return self.registered(name, phrase.first, roles, gender)
        return None

    def _is_office(self, first, name_first):
        """Whether the person at `name_first` is only the one whose spokesman is meant."""
        words = self.reading.tokens[first:name_first]
        if not words or bare(words[0], self.lex) not in _SPOKESMEN or any(w in ",،" for w in words):
            return False
        if self.reading.language != "ar":
            return True
        while len(words) > 1 and words[-1] in self.lex.nations:
            words.pop()
        served = bare(words[-1], self.lex)  # المتحدث باسم الرئيس الروسي X; not المتحدث باسم الخارجية الروسية X
        if len(words) == 1 or bare(words[0], self.lex) in _DEPUTIES:
            return False
        return served in self.lex.titles or served == "باسم"

    def _is_common(self, part, span, titled):
        """A single bare word behind an indefinite title is a common noun (مدير مصفاة), not a name."""
        if self.reading.language != "ar" or not titled:
            return False
        single = span[1] - span[0] == 1
        before = self.reading.tokens[span[0] - 1] if span[0] > part[0] else ""
        return single and bool(before) and not before.startswith("ال") and before not in self.lex.nations

    def _named(self, first, past, phrase, roles, gender):
        reading = self.reading
        tokens = [reading.tokens[k] for k in range(first, past) if reading.is_word(k)]
        known = self._by_name(tokens)
        if known is not None:
            return known._replace(roles=roles or known.roles, at=phrase.first, gender=gender or known.gender)
        known = self._spelled_otherwise(tokens)
        if known is not None:
            return self.registered(known, phrase.first, roles, gender)
        return Voice(clean(reading.words(first, past)), None, self._type(phrase), gender, roles, phrase.first, "s")

    def _spelled_otherwise(self, tokens):
        """The registered person whose name has the consonants of these words, or None."""
        if self.reading.language != "ar" or len(tokens) < 2:
            return None
        return self.registry.sounds.get((consonants(tokens[0]), consonants(tokens[-1])))

    def _by_name(self, tokens):
        """The voice introduced under a name that holds all these words; the one that holds most names first."""
        words = [word for word in map(plain, tokens) if len(word) > 2]
        if not words:
            return None
        candidates = self.by_word.get(words[-1], [])[-40:]
        fitting = [v for v in candidates if set(words) <= set(map(plain, v.name.split()))] or self._by_sound(words)
        if fitting:
            return max(fitting[-20:], key=lambda v: (v.id is not None, min(3, len(v.name.split()))))
        for voice in candidates[-5:]:
            if voice.id and self.registry.sources[voice.id].person and len(words) > 1 and words[-1] != words[0]:
                return voice
        return None

    def _by_sound(self, words):
        """Voices whose family name is spelled in another way (لوكاشيفتش for لوكاشيفيتش)."""
        sound = consonants(words[-1])
        voices = self.by_sound.get(sound, []) if self.reading.language == "ar" and len(sound) > 3 else []
        return [v for v in voices if len(words) == 1 or _alike(words[0], plain(v.name.split()[0]))]

    def _roles(self, phrase):
        tokens, is_word = self.reading.tokens, self.reading.is_word
        first, past = phrase.parts[0]
        held = office(self.registry, self.lex, [tokens[k] for k in range(first, past) if is_word(k)])
        roles = {role_stem(self.lex, tokens[k]) for k in range(phrase.first, phrase.past) if is_word(k)}
        return frozenset(roles | {held} if held else roles)

    def _in_office(self, tokens, position):
        """The person whom the article names in the office that these words describe; before, else behind."""
        held = office(self.registry, self.lex, tokens)
        holders = [voice for voice in self.by_head.get(held, ()) if voice.number == "s"] if held else []
        before = [voice for voice in holders if voice.at <= position]
        return before[-1] if before else holders[0] if holders else None

    def _type(self, phrase):
        words = [
            bare(self.reading.tokens[k], self.lex) for k in range(phrase.first, phrase.past) if self.reading.is_word(k)
        ]
        text, found = " ".join(words), set(words)
        for name, telling, phrases in self.lex.types:
            if found & telling or any(f" {phrase} " in f" {text} " for phrase in phrases):
                return name
        return "other"

    def resolve(self, phrase, position, attached=False):
        """The voice that a source phrase means; never None (an unknown phrase is a voice by itself)."""
        reading, lex = self.reading, self.lex
        phrase = self._without_quantifier(phrase)
        issuer = self.issuer(phrase)
        if issuer is not None:
            return issuer
        first, past = phrase.parts[0]
        if len(phrase.parts) > 1 and name_span(reading, self.registry, first, past, self.surnames) is None:
            heads = [reading.tokens[k] for k in range(first, past) if reading.is_word(k)]
            known = self.second_mention(heads, position) if len(heads) > 2 else None
            if known is not None and known.id != known.name and " " in known.name and known.type != "government":
                return known
        if reading.language != "ar" and joined(reading, lex, phrase.first, phrase.past) and not self.hits(*phrase[:2]):
            name = clean(reading.words(phrase.first, phrase.past))
            return Voice(name, None, self._type(phrase), "", self._roles(phrase), position)
        described = self.describe(phrase)
        if described is not None and described.id is not None:
            return described
        first, past = phrase.parts[0]
        tokens = [reading.tokens[k] for k in range(first, past) if reading.is_word(k)]
        if described is not None:
            self._remember(described)
            return described
        if tokens and bare(tokens[0], lex) not in lex.titles and len(tokens) <= 4:
            known = self._by_name([bare(token, lex) for token in tokens])
            if known is not None:
                return known
        again = self._in_office(tokens, position) or self.second_mention(tokens, position)
        if again is None and tokens and tokens[0].startswith("ال") and len(tokens) > 1:
            again = self.second_mention(tokens[:1], position) if bare(tokens[0], lex)[2:] in lex.heads else None
        if again is not None:
            return again
        shown = clean(reading.words(first, past))
        token = bare(tokens[0], lex) if tokens else ""
        if attached and token == tokens[0]:
            shown = shown[1:]
        elif token != (tokens[0] if tokens else "") and reading.language == "ar":
            shown = without_clitic(shown, tokens[0], token)
        gender = "f" if tokens and is_feminine(reading, first) else ""
        number = "p" if tokens and bare(tokens[0], lex) in lex.people else ""
        shown = nominative(shown, lex)
        voice = Voice(shown, None, self._type(phrase), gender, self._roles(phrase), position, number)
        self._remember(voice)
        return voice

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
            if token not in lex.issued | lex.issuing:
                if at in reading.pairs or token in lex.that or token in lex.cues:
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

    def _without_quantifier(self, phrase):
        """عدد من المحللين، بعض الخبراء: the phrase from the noun of those who speak."""
        (first, past), *others = phrase.parts
        tokens, at = self.reading.tokens, first
        while at < past - 1 and (
            bare(tokens[at], self.lex) in self.lex.quantifiers or (at > first and tokens[at] == "من")
        ):
            at += 1
        if at == first or bare(tokens[at], self.lex) not in self.lex.people:
            return phrase
        return Phrase(at, phrase.past, ((at, past), *others))

    def first_named(self, first, past):
        """(voice, phrase) of the first person or body that is named between two tokens, else None."""
        for at in range(first, past):
            token = self.reading.tokens[at]
            found = find_source(self.registry, self.reading.language, self.reading.tokens, at, past)
            if not (found or bare(token, self.lex) in self.lex.titles or token in self.surnames):
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
        again = self.second_mention(tokens[:2], position) or self.second_mention(tokens[:1], position)
        hits = self.hits(places[0], places[-1] + 1)
        if hits:
            return self.registered(hits[0][2], position, frozenset())
        return again or (self.resolve(phrase, position) if phrase else None)

    def _is_vague(self, token):
        return bare(token, self.lex).removeprefix("ال").replace("مسيول", "مسوول") in self.lex.vague

    def goes_on(self, phrase, speaker):
        """Whether «الدبلوماسي الفرنسي», «المسؤول» behind a verb that adds may be the person who spoke last."""
        tokens = self.reading.tokens
        if (
            speaker.number != "s"
            or not self._is_vague(tokens[phrase.first])
            or not self._may_be(speaker, tokens[phrase.first])
        ):
            return False
        nations = {stem(t) for t in tokens[phrase.first + 1 : phrase.past] if t in self.lex.nations}
        others = {role for role in speaker.roles if role in self._nationalities()}
        return tokens[phrase.first].startswith("ال") and (not nations or not others or bool(nations & others))

    def _nationalities(self):
        """The adjectives of countries as stems."""
        return frozenset(map(stem, self.lex.countries.values()))

    def _may_be(self, voice, token):
        """Whether a noun may take up a voice: a body no person (الوزارة, not its minister), a man no woman."""
        if self.reading.language != "ar":
            return True
        word = bare(token, self.lex)
        if word in self.lex.titles:
            feminine = word.endswith("ه") and word != "خليفه"
            return not voice.gender or (voice.gender == "f") == feminine
        return voice.number != "s" or word.removeprefix("ال") not in self.lex.heads

    def second_mention(self, tokens, position):
        """الوزير الروسي, الشبكة البريطانية: the nearest voice before whose description holds these words."""
        words = [role_stem(self.lex, token) for token in tokens]
        if not words:
            return None
        head, vague = words[0], self._is_vague(tokens[0])
        if vague and len(words) > 1:
            head, words = words[1], words[1:]
        wanted = {word for word in words if word}
        if self.reading.language != "ar":
            head = next((word for word in reversed(words) if word in self.by_head and word[:4] not in LOOSE), "")
        introduced = [voice for voice in self.by_head.get(head, ()) if self._may_be(voice, tokens[0])]
        place = bisect_left(introduced, position, key=lambda voice: voice.at)
        for voice in reversed(introduced[max(0, place - 60) : place]):
            if wanted <= voice.roles and not (vague and self._is_body(voice)):
                return voice
        if vague or not (tokens[0].startswith("ال") or len(words) > 1):
            return None
        return next((voice for voice in introduced[place : place + 20] if wanted <= voice.roles), None)
