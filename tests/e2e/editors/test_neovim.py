"""Neovim, headless: its own LSP client opens a draft, edits it, and mends it by code actions until nothing is left."""

import re

from .conftest import block

STEPS = """
local out = io.open("said.txt", "w")
local function rules()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(found, one.code) end
  table.sort(found)
  return table.concat(found, " ")
end
local function say(word) out:write(word, ": ", rules(), "\\n") out:flush() end
local function settle(before)
  return vim.wait(30000, function() return rules() ~= before end, 20)
end

settle("")
say("opened")
for _, one in ipairs(vim.diagnostic.get(0)) do
  if one.code == "no-feedback-requests" then
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1]
    out:write("marked: ", line:sub(one.col + 1, one.end_col), "\\n")
  end
end

local before = rules()
vim.cmd("1substitute/Hey/Dear/ | 4substitute/ 🚋//")
settle(before)
say("edited")

vim.ui.select = function(items, _, choose)
  for _, item in ipairs(items) do
    local title = item[2].title
    if title:match("^Fix: ") or title:match("^Instead: ") or title:match("^Add: ") then
      out:write("chosen: ", title, "\\n")
      return choose(item)
    end
  end
end
for _ = 1, 9 do
  local first = vim.diagnostic.get(0)[1]
  if first == nil then break end
  before = rules()
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  vim.lsp.buf.code_action()
  if not settle(before) then break end
  say("mended")
end
vim.cmd("write")
out:close()
vim.cmd("qall!")
"""


def test_a_draft_is_opened_edited_and_mended(run, folder):
    (folder / "init.lua").write_text(block("neovim.md", "lua", 1))
    (folder / "steps.lua").write_text(STEPS)
    said = run("nvim", "--headless", "-u", "init.lua", "draft.txt", "-c", "luafile steps.lua")
    lines = (folder / "said.txt").read_text(encoding="utf-8").splitlines()
    assert {"no-casual-language", "repeated-words", "no-feedback-requests", "polite-closing"} <= set(lines[0].split())
    assert lines[1] == "marked: Could you give me some feedback on my interview"
    assert "no-casual-language" not in lines[2]
    assert lines[-1] == "mended: ", said
    mended = (folder / "draft.txt").read_text(encoding="utf-8")
    assert mended.startswith("Dear Ms. Lindqvist,\n\nThank you for meeting me")
    assert "Kind regards,\nAmara Dell\n" in mended
    assert "[" not in run("notelint", "--format", "concise", "draft.txt")


def test_the_page_for_newer_versions_is_lua(run, folder):
    (folder / "new.lua").write_text(block("neovim.md", "lua", 0))
    said = run("nvim", "--headless", "--clean", "-c", "lua assert(loadfile('new.lua'))", "-c", "qall!")
    assert "Error" not in said


def test_the_pattern_for_nvim_lint_fits_what_is_said(run, folder, concise):
    pattern = re.search(r"^local pattern = .*$", block("neovim.md", "lua", 2), re.MULTILINE)[0]
    (folder / "said.txt").write_text("\n".join(concise), encoding="utf-8")
    steps = f"{pattern}\nfor line in io.lines('said.txt') do print(table.concat({{line:match(pattern)}}, '|')) end\n"
    (folder / "steps.lua").write_text(steps, encoding="utf-8")
    said = run("nvim", "--headless", "--clean", "-c", "luafile steps.lua", "-c", "qall!")
    assert (
        said.replace("\r", "").split("\n")[0] == "1|1|warning|“Hey” is too casual for this letter.|no-casual-language"
    )
    assert len(re.findall(r"^\d+\|\d+\|\w+\|.+\|[a-z-]+$", said.replace("\r", ""), re.MULTILINE)) == len(concise)
