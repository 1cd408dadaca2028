"""Who goes on speaking where an Arabic clause names nobody: sentences of our own, with invented names."""

import pandas as pd
import pytest

from framing.attribution import attribute


def speakers(text):
    table = pd.DataFrame({"unit": ["n0"], "text": [text], "outlet": ["digest"], "language": ["ar"]})
    table["published"] = pd.to_datetime("2025-10-15")
    return list(attribute(table)["source"])


LAST = [
    # the outlet goes on where the sources that it quotes are several; one person goes on herself
    ("ونقلت صحيفة المرفأ عن مصادر محلية أن السد امتلأ. وأوضحت أن الماء يكفي.", "صحيفة المرفأ"),
    ("ونقلت صحيفة المرفأ عن الخبيرة سلمى الزين أن السد امتلأ. وأوضحت أن الماء يكفي.", "سلمى الزين"),
    ("ونقلت صحيفة المرفأ عن الخبير نادر القاسمي أن السد امتلأ. وأوضحت أن الماء يكفي.", "صحيفة المرفأ"),
    ("ونقلت صحيفة المرفأ عن الخبير نادر القاسمي أن السد امتلأ. وأوضح أن الماء يكفي.", "نادر القاسمي"),
    # a name that only women bear tells the gender
    (
        "قالت اللجنة العليا إن السد امتلأ. وقالت هيلين مارتان، الباحثة في المركز، إن السوق هادئة. "
        "وأضافت أن الأسعار ستهبط.",
        "هيلين مارتان",
    ),
    # «لكنها» takes up the subject of the sentence before
    (
        "قال نادر القاسمي إن السد امتلأ. وفرنسا هي حليف للشركة، ولم توقف عمل المصنع. لكنها دعت إلى هدنة في الميناء.",
        "france",
    ),
    ("قالت سلمى الزين إن السد امتلأ. وفرنسا هي حليف للشركة. وأضافت أن الأسعار ستهبط.", "سلمى الزين"),
    # the author of a text right before «قال فيها»; not the medium, nor the one it is sent to
    ("أكد نادر القاسمي أن السد امتلأ، بعد تصريحات للوزير سامر الحلبي قال فيها إن الماء يكفي.", "سامر الحلبي"),
    ("وتلقى نادر القاسمي رسالة من الوزير سامر الحلبي يطلب فيها من اللجنة فتح السد.", "سامر الحلبي"),
    ("أكد نادر القاسمي أن السد امتلأ. ونشر مقالا في صحيفة المرفأ قال فيه إن الماء يكفي.", "نادر القاسمي"),
    # who is only asked about does not speak
    ("أكد نادر القاسمي أن السد امتلأ. وحول مصير الوزير سامر الحلبي قال إن السوق هادئة.", "نادر القاسمي"),
    ("أكد نادر القاسمي أن السد امتلأ. وحضر الوزير سامر الحلبي وقال إن السوق هادئة.", "سامر الحلبي"),
]


@pytest.mark.parametrize(("text", "source"), LAST)
def test_the_last_statement_has_the_speaker(text, source):
    assert speakers(text)[-1] == source
