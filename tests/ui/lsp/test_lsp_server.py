"""The language server as an editor meets it: what is shown while one writes, and what is offered."""

import pytest
from lsprotocol import types as lsp

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASKING = """\
Dear Ms. Okafor,

Thank you for meeting me this morning about the Data Analyst position. Could you give me some feedback on my interview?

Kind regards,
Lee Park
"""
ASKED = "Could you give me some feedback on my interview"
CALM = ASKING.replace(f" {ASKED}?", "")
HIT = "no-feedback-requests"
NOTE = """\
Dear Ms. Okafor,

Thank you for our talk about the tram depot this morning. I would gladly bring my years of planning night buses to your
team, and I can start in March.

Kind regards,
Jo Park
"""


def by_rule(said, rule):
    [one] = [diagnostic for diagnostic in said if diagnostic.code == rule]
    return one


def rules(said):
    return {diagnostic.code for diagnostic in said}


def words(text, place):
    """The words of a range in UTF-16 columns."""
    lines = text.split("\n")[place.start.line : place.end.line + 1]
    units = [line.encode("utf-16-le") for line in lines]
    units[-1] = units[-1][: place.end.character * 2]
    units[0] = units[0][place.start.character * 2 :]
    return "\n".join(unit.decode("utf-16-le") for unit in units)


def applied(text, action):
    """A text (of characters with one UTF-16 unit) with an action's edits made."""
    [change] = action.edit.document_changes
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    for edit in sorted(change.edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        start, end = (starts[place.line] + place.character for place in (edit.range.start, edit.range.end))
        text = text[:start] + edit.new_text + text[end:]
    return text


def titled(actions, beginning):
    [action] = [one for one in actions if one.title.startswith(beginning)]
    return action


async def test_findings_are_shown_while_one_writes(editor):
    assert HIT in rules(await editor.open("a.txt", ASKING))
    assert HIT not in rules(await editor.edit("a.txt", CALM))
    assert HIT in rules(await editor.edit("a.txt", ASKING))


async def test_a_finding_has_place_severity_rule_and_words(editor):
    found = by_rule(await editor.open("b.txt", ASKING), HIT)
    assert words(ASKING, found.range) == ASKED
    assert (found.severity, found.source) == (lsp.DiagnosticSeverity.Error, "notelint")
    assert found.message == f"“{ASKED}” asks how you did."
    assert found.code_description.href.endswith(f"rules/tone/{HIT}.yml")


@pytest.mark.parametrize(
    ("rule", "severity"),
    [
        pytest.param(HIT, lsp.DiagnosticSeverity.Error, id="error"),
        pytest.param("connect-skills", lsp.DiagnosticSeverity.Warning, id="warning"),
        pytest.param("offer-assistance", lsp.DiagnosticSeverity.Information, id="suggestion"),
        pytest.param("send-promptly", lsp.DiagnosticSeverity.Hint, id="note"),
    ],
)
async def test_severities(editor, rule, severity):
    from datetime import datetime

    now = datetime.now().strftime("%Y-%m-%d %H:%M")  # noqa: DTZ005 - the writer's clock
    said = await editor.open("c.txt", f"---\nkind: thank-you\ninterview: {now}\n---\n{ASKING}")
    assert by_rule(said, rule).severity == severity
    editor.close("c.txt")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("plain.txt", ASKING, id="plain"),
        pytest.param("emoji.txt", ASKING.replace("position. ", "position 😀👩‍🔬. "), id="after emoji"),
        pytest.param("crlf.txt", ASKING.replace("\n", "\r\n"), id="CRLF"),
        pytest.param("separator.txt", ASKING.replace("this morning", "this\u2028morning"), id="line separator"),
        pytest.param("bom.txt", f"\ufeff{ASKING}", id="byte order mark"),
        pytest.param("letter.eml", f"Subject: Thanks\nMIME-Version: 1.0\nTo: a@ashby.example\n\n{ASKING}", id="mail"),
    ],
)
async def test_columns_count_utf_16(editor, name, text):
    said = await editor.open(name, text)
    assert words(text, by_rule(said, HIT).range) == ASKED


async def test_the_newest_of_many_changes_wins(editor):
    await editor.open("d.txt", ASKING)
    for at in range(40, len(ASKING)):
        editor.change("d.txt", ASKING[:at])
    said = await editor.edit("d.txt", CALM)
    assert HIT not in rules(said)
    assert editor.told[editor.uri("d.txt")][-1].version == editor.versions["d.txt"]


async def test_a_closed_draft_shows_nothing(editor):
    await editor.open("e.txt", ASKING)
    editor.close("e.txt")
    assert await editor.next("e.txt") == []


@pytest.mark.parametrize(
    ("name", "language"),
    [
        pytest.param("untitled:Untitled-1", "plaintext", id="VS Code"),
        pytest.param("untitled:Untitled-2", "markdown", id="VS Code, Markdown"),
        pytest.param("buffer:7", "plaintext", id="Sublime Text"),
        pytest.param("file://", "text", id="Neovim"),
        pytest.param("never saved.txt", "plaintext", id="a name, but no file yet"),
    ],
)
async def test_drafts_that_were_never_saved(editor, name, language):
    assert HIT in rules(await editor.open(name, ASKING, language))


async def test_drafts_that_are_open_are_compared_as_they_are(editor):
    (editor.folder / "interview.yml").write_text("company: Ashby Buses\nposition: Analyst\n")
    (editor.folder / "one.txt").write_text(CALM)
    assert "customize-each-note" not in rules(await editor.open("one.txt", NOTE))
    assert "customize-each-note" in rules(await editor.open("two.txt", NOTE.replace("Okafor", "Lund")))
    assert "customize-each-note" in rules(await editor.next("one.txt"))
    await editor.edit("two.txt", CALM)
    assert "customize-each-note" not in rules(await editor.next("one.txt"))


async def test_a_place_that_belongs_to_a_finding(editor):
    (editor.folder / "interview.yml").write_text("company: Ashby Buses\nposition: Analyst\n")
    (editor.folder / "two.txt").write_text(NOTE.replace("Okafor", "Lund"))
    copied = by_rule(await editor.open("one.txt", NOTE), "customize-each-note")
    assert [related.location.uri for related in copied.related_information] == [editor.uri("one.txt")] * len(
        copied.related_information
    )


async def test_the_interview_file_is_read_again(editor):
    text = f"---\nkind: thank-you\n---\n{ASKING}"
    said = await editor.open("f.txt", text)
    assert "match-recipient" not in rules(said)
    (editor.folder / "interview.yml").write_text("to: Ms. Lindqvist\n")
    changed = lsp.FileEvent(editor.uri("interview.yml"), lsp.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([changed]))
    assert "match-recipient" in rules(await editor.next("f.txt"))


async def test_settings_are_read_again_when_they_are_saved(editor):
    await editor.open("g.txt", ASKING)
    (editor.folder / ".notelint.yml").write_text(f"rules: {{{HIT}: warning}}\n")
    editor.save(".notelint.yml")
    assert by_rule(await editor.next("g.txt"), HIT).severity == lsp.DiagnosticSeverity.Warning


async def test_rules_of_ones_own_are_read_again(editor):
    rule = (
        "id: no-mornings\nsummary: Speaks of the morning.\nchapter: []\nkinds: all\nseverity: warning\n"
        "message: “{text}” again.\nwhy: Mornings are hard.\nforbid:\n  - this morning\n"
        "examples:\n  violations:\n    - We met [[this morning]].\n  fine:\n    - We met this evening.\n"
    )
    own = editor.folder / "own" / "tone"
    own.mkdir(parents=True)
    (own / "no-mornings.yml").write_text(rule)
    (editor.folder / ".notelint.yml").write_text("rule_paths: [own]\n")
    assert by_rule(await editor.open("h.txt", ASKING), "no-mornings").message == "“this morning” again."
    (own / "no-mornings.yml").write_text(rule.replace("again", "once more"))
    changed = lsp.FileEvent((own / "no-mornings.yml").as_uri(), lsp.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([changed]))
    assert by_rule(await editor.next("h.txt"), "no-mornings").message == "“this morning” once more."


async def test_broken_headers_are_said_at_their_place(editor):
    [said] = await editor.open("i.txt", f"---\nkind: thnak-you\n---\n{ASKING}")
    assert (said.range.start, said.severity) == (lsp.Position(1, 6), lsp.DiagnosticSeverity.Error)
    assert "`thank-you`" in said.message
    assert HIT in rules(await editor.edit("i.txt", f"---\nkind: thank-you\n---\n{ASKING}"))


async def test_broken_settings_are_said_in_their_file_and_in_the_draft(editor):
    path = editor.folder / ".notelint.yml"
    path.write_text("fail_on: error\nruels: {}\n")
    [said] = await editor.open("j.txt", ASKING)
    [there] = await editor.next(".notelint.yml")
    assert said.message.startswith("This draft was not checked: .notelint.yml:2:1: there is no setting `ruels`")
    assert said.related_information[0].location.uri == path.as_uri()
    assert (there.range.start, there.message) == (lsp.Position(1, 0), "there is no setting `ruels`; is it `rules`?")
    path.write_text("fail_on: error\n")
    editor.save(".notelint.yml")
    assert HIT in rules(await editor.next("j.txt"))
    assert await editor.next(".notelint.yml") == []


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "interview.yml",
        ".notelint.yml",
        "letter.docx",
        "requirements-dev.txt",
        "no-tea.yml",
        "weights.json",
    ],
)
async def test_what_is_no_draft_is_left_alone(editor, name):
    item = lsp.TextDocumentItem(editor.uri(name), "plaintext", 1, ASKING)
    editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    await editor.open("k.txt", ASKING)
    assert editor.uri(name) not in editor.told
    assert await editor.actions(name, lsp.Range(lsp.Position(2, 0), lsp.Position(2, 0))) == []


async def test_an_unclear_kind_is_a_hint_and_can_be_said(editor):
    text = "Dear Ms. Okafor,\n\nThe trams were late.\n\nKind regards,\nLee Park\n"
    hint = by_rule(await editor.open("l.txt", text), "kind")
    assert (hint.severity, words(text, hint.range)) == (lsp.DiagnosticSeverity.Hint, "Dear Ms. Okafor,")
    offered = await editor.actions("l.txt", hint.range)
    changed = applied(text, titled(offered, "Say that this is a reminder"))
    assert "kind" not in rules(await editor.edit("l.txt", changed))


@pytest.mark.parametrize("text", ["", "\n\n", "Dear", "---\n", "\r", "😀", "\0", "%PDF-1.7", "\ud83d"])
async def test_any_text_is_taken(editor, text):
    assert isinstance(await editor.open("m.txt", text), list)


class TestActions:
    async def test_a_safe_fix_is_preferred(self, editor):
        text = ASKING.replace("for meeting", "for for meeting")
        found = by_rule(await editor.open("n.txt", text), "repeated-words")
        action = next(one for one in await editor.actions("n.txt", found.range) if one.is_preferred)
        assert (action.kind, action.title) == (lsp.CodeActionKind.QuickFix, "Fix: for")
        assert action.diagnostics[0].code == "repeated-words"
        assert action.edit.document_changes[0].text_document.version == editor.versions["n.txt"]
        assert applied(text, action) == ASKING

    async def test_all_safe_fixes_at_once(self, editor):
        text = ASKING.replace("for meeting", "for for meeting").replace("Kind regards", "Kind kind regards")
        await editor.open("o.txt", text)
        start = lsp.Position(0, 0)
        [action] = await editor.actions("o.txt", lsp.Range(start, start), [lsp.CodeActionKind.SourceFixAll])
        assert action.kind == "source.fixAll.notelint"
        assert "repeated-words" not in rules(await editor.edit("o.txt", applied(text, action)))
        assert await editor.actions("o.txt", lsp.Range(start, start), [lsp.CodeActionKind.SourceFixAll]) == []

    async def test_what_is_not_the_writers_is_left_by_all_safe_fixes(self, editor):
        """As by `--fix`: an editor may make them at each save."""
        text = f"---\nsubject: Thanks for for it\n---\n\n{ASKING}\n> Come to the the office.\n".replace(
            "for meeting", "for for meeting"
        )
        await editor.open("oo.txt", text)
        start = lsp.Position(0, 0)
        [action] = await editor.actions("oo.txt", lsp.Range(start, start), [lsp.CodeActionKind.SourceFixAll])
        assert applied(text, action) == text.replace("for for meeting", "for meeting")

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    async def test_line_ends_are_those_of_the_draft(self, editor, end):
        text = ASKING.replace("\n", end)
        said = await editor.open("op.txt", text)
        made = [action for found in said for action in await editor.actions("op.txt", found.range)]
        assert any(end in edit.new_text for one in made for edit in one.edit.document_changes[0].edits)
        for action in made:
            assert not {*"\r\n"} & {*applied(text, action).replace(end, "")}
        editor.close("op.txt")

    async def test_a_rewrite(self, editor):
        found = by_rule(await editor.open("p.txt", ASKING), HIT)
        action = titled(await editor.actions("p.txt", found.range), "Instead: I look forward")
        assert (action.kind, action.is_preferred) == (lsp.CodeActionKind.QuickFix, None)
        said = await editor.edit("p.txt", applied(ASKING, action))
        assert HIT not in rules(said)

    async def test_what_is_missing_is_put_where_it_belongs(self, editor):
        text = ASKING.replace("Kind regards,\n", "")
        found = by_rule(await editor.open("q.txt", text), "polite-closing")
        action = titled(await editor.actions("q.txt", found.range), "Add: Kind regards,")
        assert applied(text, action) == ASKING

    async def test_open_slots_are_named_in_the_title(self, editor):
        found = by_rule(await editor.open("r.txt", ASKING), "connect-skills")
        action = titled(await editor.actions("r.txt", found.range), "Add, then fill in “a skill of yours”")
        assert "[a skill of yours]" in action.edit.document_changes[0].edits[0].new_text

    @pytest.mark.parametrize(
        ("name", "where"), [("s.txt", "draft (a header)"), ("s.md", "paragraph"), ("t.md", "draft")]
    )
    async def test_silence(self, editor, name, where):
        found = by_rule(await editor.open(name, ASKING), HIT)
        action = titled(await editor.actions(name, found.range), f"Silence {HIT} in this {where}")
        said = await editor.edit(name, applied(ASKING, action))
        assert not {HIT, "unused-suppression"} & rules(said)

    async def test_only_at_the_place(self, editor):
        await editor.open("u.txt", ASKING)
        above = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
        assert not [one for one in await editor.actions("u.txt", above) if "feedback" in one.title]

    async def test_of_the_kinds_that_are_asked_for(self, editor):
        found = by_rule(await editor.open("v.txt", ASKING), HIT)
        assert await editor.actions("v.txt", found.range, [lsp.CodeActionKind.Refactor]) == []

    async def test_for_the_text_as_it_is_now(self, editor):
        await editor.open("w.txt", CALM)
        editor.change("w.txt", ASKING)
        offered = await editor.actions("w.txt", lsp.Range(lsp.Position(2, 90), lsp.Position(2, 90)))
        assert applied(ASKING, titled(offered, "Instead")).count("\n") == ASKING.count("\n")

    async def test_a_mail_is_written_anew(self, editor):
        mail = (
            "From: Zoe <zoe@park.example>\nTo: Amara <amara@ashby.example>\nSubject: Thanks\n"
            "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
            f"{ASKING.replace('. Could', '. =C3=89h. Could')}"
        )  # fmt: skip
        found = by_rule(await editor.open("x.eml", mail), HIT)
        action = titled(await editor.actions("x.eml", found.range), "Instead: I look forward")
        said = await editor.edit("x.eml", applied(mail, action))
        assert HIT not in rules(said)


class TestHover:
    async def test_the_rules_page(self, editor):
        found = by_rule(await editor.open("y.txt", ASKING), HIT)
        page = await editor.hover("y.txt", found.range.start.line, found.range.start.character + 3)
        assert page.contents.kind == lsp.MarkupKind.Markdown
        assert f"# {HIT}\n" in page.contents.value
        assert "## Why it hurts" in page.contents.value

    async def test_of_a_rule_that_is_silenced(self, editor):
        await editor.open("z.txt", f"---\nignore: [{HIT}]\n---\n{ASKING}")
        assert f"# {HIT}\n" in (await editor.hover("z.txt", 1, 12)).contents.value

    async def test_nothing_where_nothing_is_found(self, editor):
        await editor.open("aa.txt", ASKING)
        assert await editor.hover("aa.txt", 1, 0) is None
