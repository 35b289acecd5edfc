import pytest
from msgspec.structs import replace

from notelint.reporters import text
from notelint.reporters.style import Style
from notelint.types import Edit, Evidence, Failure, Note, NotRun, Part, Report, Span, Suggestion

from .build import NOT_RUN, draft, missing, report, span, violation

PLAIN = Style(width=80)


def render(*drafts, style=PLAIN, errors=(), **options):
    return text.render(Report(drafts, errors, "model 1"), style, **options)


def test_a_faulty_draft_as_a_reader_sees_it():
    source = draft()
    found = [violation(source, "some feedback on my interview"), missing(source, "I look forward to hearing from you.")]
    assert (
        render(report(source, found))
        == """\
draft.txt: a thank-you note, judging by “Thank you for taking the time” (line 3)

  line 3: …meet me on Tuesday. Could you give me some feedback on my interview?
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    error: “some feedback on my interview” asks how you did.
      [no-feedback-requests]
      The reader may not be allowed to answer.
      Instead: Could you tell me what the next steps are?

  Missing:
    warning: You do not say that you want the role. [express-interest]
      They look for it.
      Add: I remain interested in the [position] role.

  What a thank-you note needs:
    ✓ Thanks                “Thank you for taking the time”
    ✗ Interest in the role

1 error and 1 warning in 1 draft.
`--diff --unsafe-fixes` shows rewrites, `--fix --unsafe-fixes` makes them.
"""
    )


def test_findings_at_the_same_words_share_one_excerpt_and_one_advice():
    source = draft("Cheers,\nLee")
    one = violation(
        source, "Cheers,", "no-casual-language", "warning", message="“Cheers,” is chatty.", why="It is read at work."
    )
    two = violation(
        source, "Cheers,", "polite-closing", "error", message="“Cheers,” is no polite close.", why="It ends the note."
    )
    out = render(report(source, [one, two], parts=False), quiet=True)
    assert out.count("line 1:") == 1
    assert out.count("Instead:") == 1
    assert "It is read at work." in out
    assert "It ends the note." in out


def test_two_missing_parts_at_one_place_keep_their_own_advice():
    source = draft()
    words = "I look forward to hearing from you."
    ask = missing(source, words, rule="ask-next-steps", suggestions=(Suggestion("What are the next steps?"),))
    out = render(report(source, [missing(source, words), ask]))
    assert out.count("Missing:") == 1
    assert out.count("Add:") == 2


@pytest.mark.parametrize(
    ("drafts", "words"),
    [
        pytest.param([report()], "Nothing to fix: this is ready to send. Good luck!", id="one"),
        pytest.param([report(), report(draft(path="b.txt"))], "all 2 drafts are ready to send. Good luck!", id="two"),
        pytest.param([report(kind="unknown")], "Nothing to fix in what could be checked.", id="unknown kind"),
        pytest.param([], "No draft was checked.", id="none"),
        pytest.param(
            [report(violations=[violation(draft(), "hearing", severity="suggestion")])],
            "Nothing that has to change; 1 suggestion in 1 draft.",
            id="only a suggestion",
        ),
    ],
)
def test_the_last_line_is_kind_when_it_can_be(drafts, words):
    assert words in render(*drafts)


def test_a_clean_draft_among_several_is_one_line():
    bad = report(draft(path="b.txt"), [violation(draft(), "some feedback")])
    out = render(report(), bad)
    assert out.startswith("draft.txt: a thank-you note, nothing to fix\n\nb.txt: ")


def test_clean_drafts_stand_close():
    out = render(report(), report(draft(path="b.txt")))
    assert out.startswith("draft.txt: a thank-you note, nothing to fix\nb.txt: a thank-you note, nothing to fix\n\n")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"come_from": "option"}, "draft.txt: a thank-you note, as you said", id="option"),
        pytest.param({"come_from": "header"}, "draft.txt: a thank-you note, as its header says", id="header"),
        pytest.param({"kind": "unknown"}, "`notelint --kind thank-you draft.txt`", id="unknown: how to name it"),
        pytest.param({"notes": (Note("send-promptly", "9 hours left"),)}, "Note: 9 hours left", id="note"),
        pytest.param(
            {"not_run": NOT_RUN},
            "If you like, 2 more checks can run with `subject:` and `to:` in the headers or in interview.yml.",
            id="not run",
        ),
        pytest.param(
            {"not_run": (NotRun("misspelled-words", extra="spelling"),)},
            "`pip install 'notelint[spelling]'` lets misspelled-words run too.",
            id="not run for want of an extra",
        ),
    ],
)
def test_what_is_said_about_a_draft(fields, words):
    assert words in " ".join(render(report(**fields)).split())


def test_what_is_missing_is_named_once_in_a_run():
    out = render(report(not_run=NOT_RUN), report(draft(path="b.txt"), not_run=NOT_RUN[:1]))
    assert " ".join(out.split()).count("can run") == 1


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (("subject",), "If you like, 1 more check can run with `subject:` in the headers."),
        (("to", "company"), "1 more check can run with `company:` and `to:` in the headers or in interview.yml."),
        (("--stdin-filename",), "If you like, 1 more check can run with `--stdin-filename`."),
        (
            ("to", "--stdin-filename"),
            "If you like, 1 more check can run with `to:` in the headers or in interview.yml and `--stdin-filename`.",
        ),
        (
            ("concerns", "subject", "to", "interview", "position"),
            "1 more check can run with `interview:`, `to:` and `subject:` between two lines `---` above the letter, or in",
        ),
    ],
)
def test_where_what_is_missing_may_stand(needs, words):
    assert words in " ".join(render(report(not_run=(NotRun("x", needs),))).split())


def test_the_other_places_of_a_finding_are_shown():
    source = draft()
    out = render(report(violations=[violation(source, "some feedback", related=(Span(0, 4),))]))
    assert f"line 1: “{source.text[:4]}”" in out


def test_an_extra_is_named_once_in_a_run():
    lacks = (NotRun("misspelled-words", extra="spelling"),)
    out = render(report(not_run=lacks), report(draft(path="b.txt"), not_run=lacks))
    assert out.count("pip install") == 1
    assert "can run" not in out


def test_a_fix_that_is_also_suggested_is_shown_once():
    source = draft()
    fix = Suggestion("my feedback", (Edit(Span(0, 4), "my feedback"),))
    out = render(report(source, [violation(source, "some feedback", fix=fix, suggestions=(fix,))]), verbose=True)
    assert out.count("Instead: my feedback") == 1


def test_what_can_be_put_there_as_it_is_is_the_advice_and_the_rest_are_examples():
    source = draft("I would love to join your team!!!")
    calm = Suggestion("!", (Edit(Span(30, 33), "!"),))
    gushing = violation(source, "!!!", "no-overeagerness", suggestions=(Suggestion("I enjoyed our conversation.", ()),))
    shouting = violation(source, "!!!", "no-shouting", suggestions=(calm,))
    out = render(report(source, [gushing, shouting]))
    assert "Instead: !\n" in out
    assert "I enjoyed our conversation" not in out
    assert "Such as: I enjoyed our conversation." in render(report(source, [gushing]))


def test_front_matter_leads_to_body():
    assert "`notelint body 'my draft.txt'` prints" in render(report(draft(path="my draft.txt", fronted=True)))
    assert "notelint body" not in render(report())


def test_quiet_says_only_the_findings():
    assert render(report(), quiet=True) == ""
    out = render(report(violations=[violation(draft(), "some feedback")]), quiet=True)
    assert "needs:" not in out
    assert "in 1 draft" not in out


def test_verbose_says_more():
    source = draft()
    two = violation(source, "some feedback", suggestions=(Suggestion("One."), Suggestion("Two.")))
    said = report(
        source, [two], not_run=(NotRun("match-recipient", ("to",)),), suppressed=(violation(source, "Tuesday"),)
    )
    out = render(said, verbose=True)
    for words in (
        "One.",
        "Two.",
        "Not said, as you asked: no-feedback-requests (line 3)",
        "match-recipient, which needs `to:`",
        "model 1",
    ):
        assert words in out


def test_statistics_count_by_rule():
    source = draft()
    out = render(
        report(source, [violation(source, "Tuesday", "b"), violation(source, "me"), violation(source, "some", "b")]),
        counts=True,
    )
    assert "\n2  b\n1  no-feedback-requests\n" in out


def test_problems_are_counted():
    out = render(report(), errors=(Failure("x.txt", "gone"),))
    assert " ".join(out.split()).endswith(
        "Nothing to fix in 1 draft. 1 problem kept notelint from checking everything."
    )


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        pytest.param(f"“{'words ' * 60}” asks.", "words … words words", id="the words that it quotes are cut"),
        pytest.param(f"Start cutting: {'say less ' * 30}now.", f"Start cutting: {'say less ' * 30}now. [", id="its own are not"),
        pytest.param("“a” asks.", "“a” asks. [", id="short"),
    ],
)  # fmt: skip
def test_of_a_long_message_only_what_it_quotes_is_cut(message, shown):
    out = " ".join(render(report(draft("Tell me."), [violation(draft("Tell me."), "me", message=message)])).split())
    assert shown in out


def test_standard_input_has_a_name():
    assert render(report(draft(path="-"))).startswith("standard input: ")


def test_colour_only_when_wanted():
    said = report(violations=[violation(draft(), "some feedback")])
    assert "\x1b" not in render(said)
    assert "\x1b[31merror\x1b[0m" in render(said, style=Style(colour=True))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_every_stream_can_carry_it(encoding):
    source = draft("Thank you for taking the time 🎉, Zoë. “some feedback”?")
    out = render(report(source, [violation(source, "some feedback")]), style=Style(encoding=encoding))
    out.encode(encoding)
    assert "✓" in out or "[x] Thanks" in out


@pytest.mark.parametrize("path", ["a\x1b[31m.txt", "\udcff.txt"])
def test_names_and_words_are_harmless(path):
    source = draft("some \x07feedback\x1b[2J", path)
    out = render(report(source, [violation(source, "\x07feedback\x1b[2J")]))
    assert not {"\x1b", "\x07", "\udcff"} & set(out)


def test_no_line_is_wider_than_the_terminal():
    source = draft("start " + "very long words go on and on " * 300 + "feedback " + "x" * 60000)
    found = [violation(source, "feedback"), violation(source, source.text[40:9000].strip())]
    out = render(report(source, found), style=Style(width=60))
    assert max(len(line) for line in out.splitlines()) <= 60


def test_a_greeting_to_replace_is_underlined():
    source = draft("To whom it may concern:\n\nThank you.")
    where = span(source, "To whom it may concern:")
    better = Suggestion("Dear [name],", (Edit(where, "Dear [name],"),), ("name",))
    said = missing(source, "To whom it may concern:", rule="greet-by-name", suggestions=(better,))
    out = render(report(source, [said], parts=False), quiet=True)
    assert "          ~~~~~~~~~~~~~~~~~~~~~~~\n" in out
    assert "Instead: Dear [name]," in out


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        pytest.param("Cheers,\nLee", "Cheers", "Cheers,", id="with and without a comma"),
        pytest.param("I need it!!!", "!!", "!!!", id="marks that stand together"),
    ],
)
def test_nearly_the_same_words_share_an_excerpt(text, one, two):
    source = draft(text)
    out = render(report(source, [violation(source, one, "a"), violation(source, two, "b")], parts=False))
    assert out.count("line 1:") == 1
    assert "~" * len(two) + "\n" in out


def test_a_reason_and_an_advice_are_given_once():
    source = draft()
    found = [violation(source, "some feedback"), violation(source, "my interview")]
    assert render(report(source, found)).count("The reader may not be allowed") == 1
    assert render(report(source, found)).count("Instead:") == 1
    assert render(report(source, found), verbose=True).count("Instead:") == 2


def test_the_checklist_follows_the_draft_and_ends_with_what_is_missing():
    source = draft()
    parts = (
        Part("a", "Close", Evidence("Close", span(source, "Best regards"))),
        Part("b", "Interest", None),
        Part("c", "Name", Evidence("Name", span(source, "Okafor"))),
    )
    lines = render(replace(report(source), parts=parts)).splitlines()
    assert [line.split()[1] for line in lines if line.startswith("    ")] == ["Name", "Close", "Interest"]


def test_a_draft_that_cannot_be_judged_is_not_asked_for_its_kind():
    source = draft("\n")
    said = violation(source, "\n", "not-empty", message="There is nothing here.", suggestions=())
    out = render(report(source, [said], kind="unknown", parts=False))
    assert out.startswith("draft.txt: cannot be judged as it is\n\n    error: There is nothing here.")
    assert "--kind" not in out
