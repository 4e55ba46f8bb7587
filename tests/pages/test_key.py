"""The key to a picture: each mark as the picture draws it, its words escaped."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from pages.parts import palette
from pages.parts.key import coloured
from tests.pages.made_up import NASTY


def body() -> None:
    """A key with words that could be taken for markup, and one of signs."""
    from dataclasses import replace

    from pages.parts import palette
    from pages.parts.key import written_key
    from tests.pages.made_up import NASTY

    written_key([replace(palette.AIMS[0], label=NASTY), *palette.AIMS[1:]])
    written_key([replace(palette.VERDICTS[0], label="<script>"), palette.POPULATION])
    written_key(())


def test_a_key_is_a_list_of_marks_and_words_and_its_words_are_never_markup() -> None:
    pieces, signs = (each.proto.body for each in AppTest.from_function(body).run().get("html"))
    assert pieces.count("<li>") == len(palette.AIMS) and signs.count("<li>") == 2
    assert "<b>" not in pieces and "<img" not in pieces and "<a " not in pieces and NASTY not in pieces
    assert "&lt;script&gt;" in signs and "▼" in signs and "┃" in signs


def test_a_mark_within_a_sentence_looks_like_the_piece_of_a_bar() -> None:
    reached, _, below, absent = palette.AIMS
    assert coloured(reached) == f':color[■]{{foreground="{reached.fill}"}}'
    assert coloured(below) == f':color[□]{{foreground="{below.edge}"}}'
    assert "⬚" in coloured(absent) and "⬚" not in coloured(replace(absent, dashed=False))
