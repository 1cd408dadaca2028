"""What is written together with an Arabic word before it, in its legal order.

أ asks, و and ف join, ب, ك and ل govern, ال defines: أوبالسيادة. ل and ال are written لل, and a word in ل then shows one
lam of its own (للجنة). س stands before a present tense only. Ryding, A Reference Grammar of Modern Standard Arabic
(2005), on prepositions, questions and connectives.
"""

_JOINING = "(?:[أا]?[وف]|أ(?=[بكل]))?"
_VERB_BEFORE = "(?:أ[وف]?|[وف])?[لس]?"

# words whose first letters are their own: واحد is not و + أحد, كامل not ك + أمل (وأحد and كأمل show their hamza)
_OWN_LETTERS = sorted(
    """واحد وافق واصل واجب واقف وارد واضح واثق واعد فاصل فاخر فارق فاجر فاسد كامل كامن كاثر باحث بارد باسم باطل باشر
    لاحق لازم لاعب ولاي كان كانت كامير كمي كلما بعدما بعبدا""".split()
)


def before_article(stem):
    """The pattern of what stands before `stem` where it is definite, article included."""
    return f"{_JOINING}(?:[بك]?ال|لل?)" if stem.startswith("ل") else f"{_JOINING}(?:[بك]?ال|لل)"


def before_bare(stem, printed):
    """The pattern of what stands before `stem` without an article; `printed` is the indicator's word."""
    root = stem[:-1] if printed[-1] == "ة" else stem
    own = [word for word in _OWN_LETTERS if word.find(root) > 0]
    guard = f"(?![وف]?(?:{'|'.join(own)}))" if own else ""
    return guard + (_VERB_BEFORE if is_present(printed) else f"[وف]?[بكل{'س' * _may_be_present(stem, printed)}]?")


def is_present(printed):
    """Is the word a present tense by its shape? A longer word in ي nearly always is; ي or ة at its end is a noun's."""
    return printed[0] == "ي" and len(printed) > 3 and printed[-1] not in "يةء"


def _may_be_present(stem, printed):
    """تحترم, نقف and أقول are shaped like تعاون, نفط and أمان: «س» before those is no word, so nothing is lost."""
    if printed[0] == "أ":
        return len(stem) > 3 and printed[-1] not in "ةت"
    return printed[0] in "تني" and len(stem) > 2 and printed[-1] != "ة" and (len(stem) > 3 or stem[1] != "ا")
