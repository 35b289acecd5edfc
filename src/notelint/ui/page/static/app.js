// The page: its fields, the report beside them, and what the keys and buttons do.

import { Editor } from "./editor.js";
import { Facts } from "./facts.js";
import { copy, download } from "./files.js";
import { card, element, parts } from "./findings.js";
import { findings as read, range } from "./report.js";
import * as say from "./say.js";
import { Checker, open, post } from "./server.js";
import { moved, replacement } from "./text.js";

const $ = (id) => document.getElementById(id);
const SLOW = 400; // milliseconds after which the page says that it reads

let findings = [];
let active = null;
let unsaved = false;
let waiting = 0;
let until = Infinity; // when a report that depends on the clock may change
let name = "letter.txt";

const checker = new Checker(question, { start, done, failed });
const facts = new Facts($("facts"), () => checker.changed());
const editors = {
  subject: new Editor($("subject-paper"), (change) => typed("subject", change)),
  letter: new Editor($("letter-paper"), (change) => typed("letter", change)),
};

function question() {
  const letter = editors.letter.text;
  return letter.trim() ? { letter, facts: told(), name } : null;
}

function told() {
  const subject = editors.subject.text.trim();
  return subject ? { ...facts.read(), subject } : facts.read();
}

function typed(place, change) {
  unsaved = Boolean(editors.letter.text);
  for (const finding of findings.filter((each) => each.place === place)) shift(finding, change);
  checker.changed();
}

/** Move a finding with the text around it; one whose words were touched waits for the next report. */
function shift(finding, change) {
  const ranges = [finding, ...offered(finding).flatMap((each) => each.edits)];
  const places = ranges.map((each) => moved(each, change));
  finding.stale ||= places.includes(null);
  if (!finding.stale) ranges.forEach((each, index) => Object.assign(each, places[index]));
}

function start() {
  clearTimeout(waiting);
  waiting = setTimeout(() => summarise(say.WAIT), SLOW);
}

function done(report) {
  clearTimeout(waiting);
  $("errors").replaceChildren(...(report?.errors ?? []).map((each) => element("p", {}, each.message)));
  const draft = report?.drafts[0];
  const texts = { subject: editors.subject.text, letter: editors.letter.text };
  until = draft?.valid_until ? Date.parse(draft.valid_until) : Infinity;
  const fresh = draft ? read(draft, texts) : [];
  if (same(findings, fresh)) {
    findings.forEach((finding, index) => Object.assign(finding, { stale: false }, fresh[index]));
  } else {
    findings = fresh;
    active = findings.find((each) => each.fingerprint === active?.fingerprint) ?? null;
    cards();
  }
  around(draft);
  mark();
  if (draft) summarise(say.summary(draft, findings));
  else summarise(report ? "" : say.EMPTY);
}

function failed(message) {
  clearTimeout(waiting);
  summarise(message);
}

function summarise(text) {
  if ($("summary").textContent !== text) $("summary").textContent = text;
}

/** Whether two reports say the same, so that the list can stay under the reader's hand. */
function same(old, fresh) {
  const said = (all) => JSON.stringify(all.map((each) => [each.rule, each.message, each.adds, offered(each).map(({ text }) => text)]));
  return said(old) === said(fresh);
}

/** All that is offered for a finding, best first. */
function offered(finding) {
  return [finding.fix, ...finding.suggestions].filter(Boolean);
}

function cards() {
  const focused = place(document.activeElement);
  const reasons = findings.map((each) => each.why);
  const made = findings.map((each, index) => carded(each, reasons.indexOf(each.why) < index));
  fill("found", "findings", made.filter((_, index) => !findings[index].adds));
  fill("absent", "additions", made.filter((_, index) => findings[index].adds));
  for (const id of ["previous", "next"]) $(id).disabled = !findings.length;
  if (focused) document.querySelectorAll(".read button")[focused.index]?.focus({ preventScroll: true });
}

/** What is said beside the findings. */
function around(draft) {
  fill("needs", "parts", draft ? parts(draft, (words) => reveal("letter", range(words, editors.letter.text))) : []);
  $("notes").replaceChildren(...(draft?.notes ?? []).map((note) => element("li", {}, note.message)));
  $("needs-title").textContent = `What ${say.NAMES[draft?.kind ?? "unknown"]} needs`;
  $("kind-why").textContent = draft ? say.kind(draft) : "";
  $("more").textContent = draft ? say.more(draft) : "";
}

/** Which of the buttons beside the letter this is, so that it keeps the focus when they are made anew. */
function place(focused) {
  const index = [...document.querySelectorAll(".read button")].indexOf(focused);
  return index < 0 ? null : { index };
}

function fill(section, within, items) {
  $(section).hidden = !items.length;
  $(within).replaceChildren(...items);
}

function carded(finding, known) {
  finding.card = card(finding, { take: (text) => take(finding, text), go: () => go(finding), known });
  return finding.card;
}

function mark() {
  for (const [name, editor] of Object.entries(editors)) {
    const shown = findings.filter((each) => each.place === name && !each.adds && !each.stale && each.start < each.end);
    editor.show(shown.map((each) => ({ start: each.start, end: each.end, severity: each.severity, active: each === active })));
  }
  for (const finding of findings) finding.card?.toggleAttribute("aria-current", finding === active);
}

/** Show a finding's words and say what is wrong with them. */
function go(finding) {
  choose(finding);
  if (!(finding.place in editors)) {
    facts.show(finding.place);
  } else if (!finding.stale) {
    const edit = finding.adds && finding.suggestions[0]?.edits[0];
    reveal(finding.place, edit || finding);
  }
  const [first] = offered(finding);
  $("said").textContent = `${finding.message} ${first?.text ? `Rewrite: ${first.text}` : ""}`;
}

function choose(finding) {
  active = finding;
  mark();
  finding?.card?.scrollIntoView({ block: "nearest" });
}

function reveal(place, { start, end }) {
  editors[place].reveal(start);
  editors[place].select(start, end);
}

/** Write what is offered for a finding under these words, else the first that can be written. */
function take(finding, words) {
  const suggestion = offered(finding).find((each) => each.edits.length && (words ?? each.text) === each.text);
  if (finding.stale || !suggestion) return;
  const editor = editors[suggestion.edits[0].place];
  if (!editor) return;
  const { start, end, text } = replacement(editor.text, suggestion.edits);
  active = null;
  editor.replace(start, end, text);
  const slot = /\[[^\]\n]+\]/.exec(text);
  if (slot) editor.select(start + slot.index, start + slot.index + slot[0].length);
  $("said").textContent = slot ? "Done. Now fill the words in brackets." : "Done.";
}

function step(by) {
  if (!findings.length) return;
  const at = findings.indexOf(active);
  go(findings[at < 0 ? (by > 0 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length]);
}

/** The finding whose words the cursor is in. */
function under(place) {
  const at = editors[place].field.selectionStart;
  return findings.find((each) => each.place === place && !each.adds && !each.stale && each.start <= at && at <= each.end);
}

function takeFirst(place) {
  const finding = active ?? (place && under(place));
  if (finding) take(finding);
}

/** Show another letter, with what is known of it. */
function show(letter, known, called) {
  facts.fill(known);
  editors.subject.refill((known.subject ?? [""])[0]);
  editors.letter.refill(letter);
  editors.letter.select(0, 0);
  window.scrollTo(0, 0);
  name = called;
  checker.changed();
}

async function tried(work) {
  try {
    await work();
  } catch (problem) {
    $("errors").replaceChildren(element("p", {}, problem.message));
  }
}

for (const [place, editor] of Object.entries(editors)) {
  editor.field.addEventListener("click", () => {
    const finding = under(place);
    if (finding) choose(finding);
  });
}
editors.subject.field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.altKey) event.preventDefault();
});
editors.subject.field.addEventListener("beforeinput", (event) => {
  const pasted = event.dataTransfer?.getData("text/plain") ?? event.data ?? "";
  if (!/[\r\n]/.test(pasted)) return;
  event.preventDefault();
  const { selectionStart, selectionEnd } = editors.subject.field;
  editors.subject.replace(selectionStart, selectionEnd, pasted.replace(/\s+/g, " ").trim());
});

document.addEventListener("keydown", (event) => {
  if ($("starting").open) return;
  if (event.key === "F8") step(event.shiftKey ? -1 : 1);
  else if (event.key === "Enter" && event.altKey) takeFirst(Object.keys(editors).find((each) => editors[each].field === event.target));
  else return;
  event.preventDefault();
});
$("next").addEventListener("click", () => step(1));
$("previous").addEventListener("click", () => step(-1));
$("undo").addEventListener("click", () => {
  editors.letter.field.focus();
  document.execCommand("undo");
});
$("copy").addEventListener("click", () => tried(async () => {
  await copy(editors.letter.text, editors.letter.field);
  unsaved = false;
  $("said").textContent = "Copied.";
  $("copy").textContent = "Copied ✓";
  setTimeout(() => { $("copy").textContent = "Copy the letter"; }, 2000);
}));
$("save").addEventListener("click", () => tried(async () => {
  download((await post("file", { letter: editors.letter.text, facts: told() })).text, name);
  unsaved = false;
  $("said").textContent = "Saved where the browser keeps downloads.";
}));
$("open").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", () => tried(async () => {
  const [file] = $("file").files;
  $("file").value = "";
  if (!file) return;
  const { letter, facts: known } = await open(file);
  show(letter, known, file.name.replace(/\.(eml|docx)$/i, ".txt"));
}));
$("start").addEventListener("click", () => {
  const form = $("starting").querySelector("form");
  for (const key of ["to", "company", "position", "interview"]) form.elements[key].value = facts.field(key).value;
  $("starting").returnValue = "";
  $("starting").showModal();
});
$("starting").addEventListener("close", () => tried(async () => {
  if ($("starting").returnValue !== "start") return;
  const made = await post("start", Object.fromEntries(new FormData($("starting").querySelector("form"))));
  show(made.letter, made.facts, "letter.txt");
}));
window.addEventListener("focus", () => {
  if (Date.now() >= until) checker.changed();
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
checker.changed();
