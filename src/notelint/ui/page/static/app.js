// The page: its fields, the report on them, and the way from one to the other.

import { Editor } from "./editor.js";
import { Facts } from "./facts.js";
import { Panel } from "./panel.js";
import { violations as read, offered, range, same } from "./report.js";
import * as say from "./say.js";
import { Checker } from "./server.js";
import { moved, replacement } from "./text.js";
import { tools } from "./tools.js";

const $ = (id) => document.getElementById(id);
const SLOW = 400; // milliseconds after which the page says that it reads

let violations = [];
let active = null; // the violation that the reader is at
let unsaved = false;
let waiting = 0;
let until = Infinity; // when a report that depends on the clock may change
let name = "";

const checker = new Checker(() => (editors.letter.text.trim() ? question() : null), { start, done, failed });
const facts = new Facts($("facts"), () => checker.changed());
const panel = new Panel({ take, go, reveal: (words) => reveal("letter", range(words, editors.letter.text)) });
const editors = {
  subject: new Editor($("subject-paper"), (change) => typed("subject", change), pasted),
  letter: new Editor($("letter-paper"), (change) => typed("letter", change)),
};

function question() {
  const subject = editors.subject.text.trim();
  return { letter: editors.letter.text, facts: { ...facts.read(), ...(subject && { subject }) }, name };
}

function typed(place, change) {
  unsaved = Boolean(editors.letter.text);
  for (const violation of violations.filter((each) => each.place === place)) shift(violation, change);
  active = null;
  checker.changed();
}

/** A whole letter that was pasted as the subject goes where letters go, unless one is there. */
function pasted(text) {
  if (editors.letter.text.trim()) {
    panel.complain([say.WHOLE]);
    return;
  }
  editors.letter.refill(text);
  panel.say(say.MOVED);
}

/** Move a violation with the text around it; one whose words were touched waits for the next report. */
function shift(violation, change) {
  const ranges = [violation, ...offered(violation).flatMap((each) => each.edits)];
  const places = ranges.map((each) => moved(each, change));
  violation.stale ||= places.includes(null);
  if (!violation.stale) ranges.forEach((each, index) => Object.assign(each, places[index]));
}

function start() {
  clearTimeout(waiting);
  waiting = setTimeout(() => panel.summarise(say.WAIT), SLOW);
}

function done(report) {
  clearTimeout(waiting);
  panel.complain((report?.errors ?? []).map((each) => each.message));
  const draft = report?.drafts[0];
  until = draft?.valid_until ? Date.parse(draft.valid_until) : Infinity;
  renew(draft ? read(draft, { subject: editors.subject.text, letter: editors.letter.text }) : []);
  panel.around(draft);
  mark();
  panel.summarise(draft ? say.summary(draft, violations) : report ? "" : say.EMPTY);
}

/** Take the violations of a new report; where it says the same the list stays under the reader's hand. */
function renew(fresh) {
  if (same(violations, fresh)) {
    violations.forEach((violation, index) => Object.assign(violation, { stale: false }, fresh[index]));
    return;
  }
  violations = fresh;
  active = violations.find((each) => each.fingerprint === active?.fingerprint) ?? null;
  panel.list(violations);
}

function failed(message) {
  clearTimeout(waiting);
  panel.summarise(message);
}

function mark() {
  for (const [place, editor] of Object.entries(editors)) {
    const shown = violations.filter((each) => each.place === place && !each.adds && !each.stale && each.start < each.end);
    editor.show(shown.map((each) => ({ start: each.start, end: each.end, severity: each.severity, active: each === active })));
  }
  panel.current(violations, active);
}

function choose(violation) {
  active = violation;
  mark();
  violation?.card.scrollIntoView({ block: "nearest" });
}

/** Show a violation's words and say what is wrong with them. */
function go(violation) {
  choose(violation);
  const [first] = offered(violation);
  if (!(violation.place in editors)) facts.show(violation.place);
  else if (!violation.stale) reveal(violation.place, (violation.adds && first?.edits[0]) || violation);
  panel.say(`${violation.message} ${first?.text ? `Rewrite: ${first.text}` : ""}`);
}

function reveal(place, { start, end }) {
  editors[place].reveal(start);
  editors[place].select(start, end);
}

/** Write what is offered for a violation under these words, else the first that can be written. */
function take(violation, words) {
  const suggestion = offered(violation).find((each) => each.edits.length && (words ?? each.text) === each.text);
  const editor = !violation.stale && suggestion && editors[suggestion.edits[0].place];
  if (!editor) return;
  const { start, end, text } = replacement(editor.text, suggestion.edits);
  editor.replace(start, end, text);
  panel.say(selectSlot(editor, start, text) ? "Done. Now fill the words in brackets." : "Done.");
}

/** Select the first slot in this text, which begins at `start`, so that it can be typed over; whether there is one. */
function selectSlot(editor, start, text) {
  const slot = /\[[^\]\n]+\]/.exec(text);
  if (slot) editor.select(start + slot.index, start + slot.index + slot[0].length);
  return Boolean(slot);
}

/** The violation whose words the cursor is in. */
function under(place) {
  const at = editors[place].field.selectionStart;
  return violations.find((each) => each.place === place && !each.adds && !each.stale && each.start <= at && at <= each.end);
}

/** To the next violation, or the one before: seen from the one the reader is at, else from the cursor. */
function step(by) {
  if (!violations.length) return;
  let at = violations.indexOf(active);
  if (at < 0) {
    const cursor = editors.letter.field.selectionStart;
    const next = violations.findIndex((each) => each.place === "letter" && !each.adds && each.start >= cursor);
    at = by > 0 ? Math.max(next, 0) - 1 : next;
  }
  go(violations[(at + by + violations.length) % violations.length]);
}

/** Show another letter, with what is known of it. */
function show(letter, known, called) {
  name = called;
  facts.fill(known);
  editors.subject.refill((known.subject ?? [""])[0]);
  editors.letter.refill(letter);
  if (!selectSlot(editors.letter, 0, letter)) editors.letter.select(0, 0);
  window.scrollTo(0, 0);
  checker.changed();
}

tools({
  letter: editors.letter.field,
  facts,
  question,
  show,
  kept: () => { unsaved = false; },
  say: (text) => panel.say(text),
  complain: (messages) => panel.complain(messages),
});
for (const [place, editor] of Object.entries(editors)) editor.field.addEventListener("click", () => choose(under(place)));
document.addEventListener("keydown", (event) => {
  const place = Object.keys(editors).find((each) => editors[each].field === event.target);
  const violation = active ?? (place && under(place));
  if ($("starting").open) return;
  if (event.key === "F8") step(event.shiftKey ? -1 : 1);
  else if (event.key === "Enter" && event.altKey && violation) take(violation);
  else return;
  event.preventDefault();
});
$("next").addEventListener("click", () => step(1));
$("previous").addEventListener("click", () => step(-1));
window.addEventListener("focus", () => {
  if (Date.now() >= until) checker.changed();
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
checker.changed();
