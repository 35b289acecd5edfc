// What stands beside the letter: the summary, the violations, the checklist.

import { brief, card, element, parts } from "./violations.js";
import * as say from "./say.js";

const $ = (id) => document.getElementById(id);

export class Panel {
  /** @param {{take: Function, go: Function, reveal: Function}} act what its buttons do. */
  constructor(act) {
    this.act = act;
  }

  /** One sentence about the whole; read aloud when it changes. */
  summarise(text) {
    if ($("summary").textContent !== text) $("summary").textContent = text;
  }

  /** Read something aloud. */
  say(text) {
    $("said").textContent = text;
  }

  /** What kept the letter, or a file, from being read. */
  complain(messages) {
    $("errors").replaceChildren(...messages.map((message) => element("p", {}, message)));
  }

  /** The violations, those that add something apart; a reason stands only where it is first given. */
  list(violations) {
    const focused = [...document.querySelectorAll(".read button")].indexOf(document.activeElement);
    const reasons = violations.map((violation) => violation.why);
    violations.forEach((violation, index) => {
      const act = { take: (words) => this.act.take(violation, words), go: () => this.act.go(violation) };
      violation.card = card(violation, { ...act, known: reasons.indexOf(violation.why) < index });
    });
    fill("found", "violations", violations.filter((violation) => !violation.adds).map((violation) => violation.card));
    fill("absent", "additions", violations.filter((violation) => violation.adds).map((violation) => violation.card));
    for (const id of ["previous", "next"]) $(id).disabled = !violations.length;
    if (focused >= 0) document.querySelectorAll(".read button")[focused]?.focus({ preventScroll: true });
  }

  /** What the report says of the letter as a whole; nothing without one. */
  around(draft) {
    fill("needs", "parts", draft ? parts(draft, this.act.reveal) : []);
    $("notes").replaceChildren(...(draft?.notes ?? []).map((note) => element("li", {}, note.message)));
    $("needs-title").textContent = `What ${say.NAMES[draft?.kind ?? "unknown"]} needs`;
    $("kind-why").textContent = draft ? say.kind(draft) : "";
    $("more").textContent = draft ? say.more(draft) : "";
  }

  /** Mark the card of the violation that the reader is at; on a phone, where it is out of sight, the bar says it. */
  current(violations, active) {
    for (const violation of violations) violation.card?.removeAttribute("aria-current");
    active?.card?.setAttribute("aria-current", "true");
    $("here").replaceChildren(...(active ? brief(active, (words) => this.act.take(active, words)) : []));
  }
}

function fill(section, within, items) {
  $(section).hidden = !items.length;
  $(within).replaceChildren(...items);
}
