// A text field with marks: a mirror behind it holds the same words, underlined, so that typing, undo and paste are the
// browser's own.

import { change, isLetter, moved } from "./text.js";

const RANK = ["error", "warning", "suggestion"];

export class Editor {
  /**
   * @param {HTMLElement} paper holds a `.mirror` and a textarea.
   * @param {(change: object) => void} changed called after each change of the text.
   * @param {(text: string) => void} [whole] of a field of one line: called with a whole letter that was pasted there.
   */
  constructor(paper, changed, whole) {
    this.field = paper.querySelector("textarea");
    this.mirror = paper.querySelector(".mirror");
    this.text = "";
    this.marks = [];
    this.field.addEventListener("input", () => this.#typed(changed));
    if (whole) this.#oneLine(whole);
    this.draw();
  }

  /** Underline these ranges: `start`, `end` in units, `severity`, and whether it is the `active` one. */
  show(marks) {
    this.marks = marks;
    this.draw();
  }

  /** Put text in the place of a range, as if it were typed, so that it can be undone. */
  replace(start, end, text) {
    this.select(start, end);
    const done = document.execCommand(text ? "insertText" : "delete", false, text);
    if (!done) {
      this.field.setRangeText(text, start, end, "end");
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  /** Put another text in the place of all that is there. */
  refill(text) {
    if (text !== this.text) this.replace(0, this.text.length, text);
  }

  select(start, end) {
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(start, end);
  }

  /** Scroll to the words at this unit. */
  reveal(start) {
    const mark = [...this.mirror.querySelectorAll("mark")].find((each) => Number(each.dataset.start) <= start
      && start < Number(each.dataset.end));
    (mark ?? this.field).scrollIntoView({ block: mark ? "center" : "nearest" });
  }

  draw() {
    const pieces = [];
    let at = 0;
    for (const { start, end, severity, active } of segments(this.marks)) {
      pieces.push(this.text.slice(at, start));
      const mark = document.createElement("mark");
      mark.className = active ? `${severity} active` : severity;
      mark.dataset.start = start;
      mark.dataset.end = end;
      mark.textContent = this.text.slice(start, end);
      pieces.push(mark);
      at = end;
    }
    this.mirror.replaceChildren(...pieces, `${this.text.slice(at)}\u200b`);
  }

  /** Let no line end in, neither typed nor pasted. */
  #oneLine(whole) {
    this.field.addEventListener("beforeinput", (event) => {
      const text = event.dataTransfer?.getData("text/plain") ?? event.data ?? "";
      if (event.inputType !== "insertLineBreak" && !/[\r\n]/.test(text)) return;
      event.preventDefault();
      const { selectionStart, selectionEnd } = this.field;
      if (isLetter(text)) whole(text);
      else if (text) this.replace(selectionStart, selectionEnd, text.replace(/\s+/g, " ").trim());
    });
  }

  #typed(changed) {
    const made = change(this.text, this.field.value);
    this.text = this.field.value;
    this.marks = this.marks.map((mark) => moved(mark, made)).filter(Boolean);
    this.draw();
    changed(made);
  }
}

/** Ranges that do not overlap, in order; where several lie on one another the most severe shows. */
function segments(marks) {
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const pieces = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1];
    const over = marks.filter((mark) => mark.start <= start && end <= mark.end);
    const severity = RANK.find((rank) => over.some((mark) => mark.severity === rank));
    const active = over.some((mark) => mark.active);
    const last = pieces.at(-1);
    if (last?.end === start && last.severity === severity && last.active === active) last.end = end;
    else if (severity) pieces.push({ start, end, severity, active });
  }
  return pieces;
}
