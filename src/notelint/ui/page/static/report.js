// The report of the server → violations with places in the text fields.

import { lineUnits, units } from "./text.js";

/**
 * The violations of a report, those in the text first, by place; what is to be added last.
 * @param {object} draft of a report.
 * @param {{subject: string, letter: string}} texts that it is about.
 */
export function violations(draft, texts) {
  const starts = { subject: lineUnits(texts.subject), letter: units(texts.letter) };
  const place = (range) => range.field ?? "letter";
  const at = (range) => {
    const table = starts[place(range)];
    const unit = (position) => (table ? table[Math.min(position.offset, table.length - 1)] : position.offset);
    return { place: place(range), start: unit(range.start), end: unit(range.end) };
  };
  const suggestion = (each) => each && { ...each, edits: each.edits.map((edit) => ({ text: edit.text, ...at(edit) })) };
  const found = draft.violations.map((violation) => ({
    ...violation,
    ...at(violation),
    suggestions: violation.suggestions.map(suggestion),
    fix: suggestion(violation.fix),
    adds: violation.missing && (violation.suggestions[0]?.edits ?? []).every(inserts),
  }));
  const order = (violation) => [violation.adds, !(violation.place in starts), violation.place === "letter"].map(Number);
  return found.sort((a, b) => compared([...order(a), a.start], [...order(b), b.start]));
}

/** A place in the letter, in units. */
export function range(words, letter) {
  const starts = units(letter);
  return { start: starts[words.start.offset], end: starts[words.end.offset] };
}

/** All that is offered for a violation, best first. */
export function offered(violation) {
  return [violation.fix, ...violation.suggestions].filter(Boolean);
}

/** Whether two lists of violations say the same, wherever. */
export function same(old, fresh) {
  const words = (violation) => offered(violation).map(({ text }) => text);
  const said = (all) => JSON.stringify(all.map((each) => [each.rule, each.message, each.adds, words(each)]));
  return said(old) === said(fresh);
}

const inserts = (edit) => edit.start.offset === edit.end.offset;

function compared(a, b) {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : a[index] - b[index];
}
