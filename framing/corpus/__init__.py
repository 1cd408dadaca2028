"""Files → articles; articles → sentences and paragraphs."""

from framing.corpus.encoding import CorpusError
from framing.corpus.reading import read_articles
from framing.corpus.sentences import paragraph_spans, sentence_spans
from framing.corpus.splitting import split

__all__ = ["CorpusError", "paragraph_spans", "read_articles", "sentence_spans", "split"]
