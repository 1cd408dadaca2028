"""The voices that an article has introduced, and how they are found again: by name, sound, role or office."""

from bisect import bisect_left, bisect_right, insort

from framing.attribution.objects import bare
from framing.attribution.offices import office
from framing.attribution.registry import consonants
from framing.attribution.voices import LOOSE, Voice, plain, stem, surnames, telling_words
from framing.attribution.words import look

_FAR = 400  # voices of one role that are looked through, so that no search grows with the article


class Memory:
    """What one article has told of those who may speak in it."""

    def __init__(self, registry, lex):
        self.registry, self.lex = registry, lex
        self.by_word, self.by_head, self.by_sound = {}, {}, {}
        self.surnames, self.women = set(), set()
        self.mentions = []  # (token, voice) of the running text

    def remember(self, voice):
        if not self.mentions or self.mentions[-1][0] <= voice.at:
            self.mentions.append((voice.at, voice))
        words = telling_words(voice.name)
        for word in words:
            self.by_word.setdefault(word, []).append(voice)
        if words and (voice.id is None or self.registry.sources[voice.id].person):
            self.surnames.update(surnames(voice.name))
            if self.lex.language == "ar":
                self.by_sound.setdefault(consonants(words[-1]), []).append(voice)
        for role in voice.roles:
            voices = self.by_head.setdefault(role, [])
            if not voices or voices[-1].at <= voice.at:
                voices.append(voice)
            else:
                insort(voices, voice, key=lambda other: other.at)

    def by_name(self, tokens):
        """The voice introduced under a name that holds all these words; the one that holds most names first."""
        words = [word for word in map(plain, tokens) if len(word) > 2]
        if not words:
            return None
        candidates = self.by_word.get(words[-1], [])[-40:]
        fitting = [v for v in candidates if set(words).issubset(telling_words(v.name))] or self._by_sound(words)
        if fitting:
            return max(fitting[-20:], key=lambda v: (v.id is not None, min(3, len(v.name.split()))))
        for voice in candidates[-5:]:
            if voice.id and self.registry.sources[voice.id].person and len(words) > 1 and words[-1] != words[0]:
                return voice
        return None

    def _by_sound(self, words):
        """Voices whose family name is spelled in another way (لوكاشيفتش for لوكاشيفيتش)."""
        sound = consonants(words[-1])
        voices = self.by_sound.get(sound, [])[-_FAR:] if self.lex.language == "ar" and len(sound) > 3 else []
        return [v for v in voices if len(words) == 1 or _alike(words[0], plain(v.name.split()[0]))]

    def in_office(self, tokens, position):
        """The person whom the article names in the office that these words describe; before, else behind."""
        held = office(self.registry, self.lex, tokens)
        holders = self.by_head.get(held, ()) if held else ()
        place = bisect_right(holders, position, key=lambda voice: voice.at)
        nearest = (*reversed(holders[max(0, place - _FAR) : place]), *holders[place : place + _FAR])
        return next((voice for voice in nearest if voice.number == "s"), None)

    def second_mention(self, tokens, position):
        """الوزير الروسي, الشبكة البريطانية: the nearest voice before whose description holds these words."""
        words = [look(self.lex, token).stem for token in tokens]
        if not words:
            return None
        head, vague = words[0], self._is_vague(tokens[0])
        if vague and self.lex.language == "ar" and not bare(tokens[0], self.lex).startswith("ال"):
            return None  # مسؤول فرنسي: nobody whom the text has named
        if vague and len(words) > 1:
            head, words = words[1], words[1:]
        wanted = {word for word in words if word}
        if self.lex.language != "ar":
            head = next((word for word in reversed(words) if word in self.by_head and word[:4] not in LOOSE), "")
        introduced = self.by_head.get(head, ())
        place = bisect_left(introduced, position, key=lambda voice: voice.at)
        near, behind = introduced[max(0, place - _FAR) : place], introduced[place : place + _FAR]
        before = [
            voice
            for voice in [voice for voice in near if self._may_be(voice, tokens[0])][:-61:-1]
            if wanted <= voice.roles and not (vague and self._is_body(voice))
        ]
        if before:
            women = [voice for voice in before if voice.gender == "f"] if _is_woman(tokens[0], self.lex) else ()
            return women[0] if women else before[0]
        if vague or not (tokens[0].startswith("ال") or len(words) > 1):
            return None
        behind = [voice for voice in behind if self._may_be(voice, tokens[0])][:20]
        return next((voice for voice in behind if wanted <= voice.roles), None)

    def last_two(self, position):
        """The two persons whom the text named last before a token, as one voice; else None."""
        found = []
        for at, voice in reversed(self.mentions[-60:]):
            person = voice.number == "s" and " " in voice.name
            if position - 150 < at < position and person and voice.key not in (other.key for other in found):
                found.insert(0, voice)
            if len(found) == 2:
                name = f"{found[0].name} و{found[1].name}"
                return Voice(name, None, found[0].type, "m", found[0].roles, position, "d")
        return None

    def goes_on(self, tokens, speaker):
        """Whether «الدبلوماسي الفرنسي», «المسؤول» behind a verb that adds may be the person who spoke last."""
        if speaker.number != "s" or not self._is_vague(tokens[0]) or not self._may_be(speaker, tokens[0]):
            return False
        nations = {stem(token) for token in tokens[1:] if token in self.lex.nations}
        others = {role for role in speaker.roles if role in self._nationalities()} | self._home(speaker)
        return tokens[0].startswith("ال") and (not nations or not others or bool(nations & others))

    def _home(self, voice):
        """The adjective of a registered speaker's own country, as a stem."""
        country = self.registry.sources[voice.id].country if voice.id is not None else None
        return {stem(self.lex.countries[country])} if country in self.lex.countries else set()

    def _nationalities(self):
        """The adjectives of countries as stems."""
        return frozenset(map(stem, self.lex.countries.values()))

    def _may_be(self, voice, token):
        """Whether a noun may take up a voice: a body no person (الوزارة, not its minister), a man no woman."""
        if self.lex.language != "ar":
            return True
        word = bare(token, self.lex)
        if word in self.lex.titles:
            gender = "f" if voice.key in self.women else voice.gender
            return not gender or (gender == "f") == _is_woman(token, self.lex)
        if word.removeprefix("ال") == "دول":  # not الدولة, whose stem it shares
            return voice.id is None
        if voice.number == "s" and word.endswith("ه") and voice.gender != "f":
            return False
        return voice.number != "s" or word.removeprefix("ال") not in self.lex.heads

    def _is_vague(self, token):
        return bare(token, self.lex).removeprefix("ال").replace("مسيول", "مسوول") in self.lex.vague

    def _is_body(self, voice):
        return voice.id is not None and not self.registry.sources[voice.id].person


def _is_woman(token, lex):
    word = bare(token, lex)
    return word in lex.titles and word.endswith("ه") and word != "خليفه"


def _alike(one, other):
    return consonants(one) == consonants(other)
