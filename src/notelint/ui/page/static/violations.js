// The list of violations: what is wrong, why, and what to write instead.

const CALLED = { error: "Fix this", warning: "Worth changing", suggestion: "An idea" };
const SLOTS = "no-placeholders"; // a first draft is full of them, and they are no faults yet
const SLOT = /^\[[^\]]*\]$/; // says no more than that something belongs there
const LONGEST = 90; // characters of the words that are shown again

export function element(name, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

export function shortened(text, most = LONGEST) {
  const plain = text.replace(/\s+/g, " ");
  if (plain.length <= most) return plain;
  const [head, tail] = [plain.slice(0, most * 0.6), plain.slice(-most * 0.3)];
  return `${head.replace(/\s+\S*$/, "")} … ${tail.replace(/^\S*\s+/, "")}`;
}

/**
 * A violation's card. `take` is called with the words of a suggestion, `go` when its words are to be shown; `known` says
 * whether the reason was given above.
 */
export function card(violation, { take, go, known }) {
  const item = element("li", { className: `violation ${violation.severity}` });
  item.dataset.rule = violation.rule;
  const show = element("button", { type: "button", className: "message" }, called(violation), violation.message);
  show.addEventListener("click", go);
  item.append(show);
  if (!known) item.append(element("p", { className: "why" }, violation.why));
  item.append(...rewrites(violation, different(violation), take));
  return item;
}

/** What stands beside the words where the cards are out of sight: the message, and the first rewrite. */
export function brief(violation, take) {
  const said = element("p", { className: violation.severity }, called(violation), violation.message);
  return [said, ...rewrites(violation, different(violation).slice(0, 1), take)];
}

const called = (violation) => element("span", { className: "severity" }, fills(violation) ? "Fill this in" : CALLED[violation.severity]);

/** All that is offered, each once. */
function different(violation) {
  const offered = [violation.fix, ...violation.suggestions].filter((each) => each && !(SLOT.test(each.text) && !each.edits.length));
  return offered.filter((each, index) => offered.findIndex((other) => other.text === each.text) === index);
}

function rewrites(violation, offered, take) {
  if (!offered.length) return [];
  const list = element("div", { className: "rewrites" });
  const title = violation.adds ? "Add: " : "Write instead: ";
  for (const suggestion of offered) {
    const words = suggestion.text || "(leave these words out)";
    if (suggestion.edits.length) {
      const button = element("button", { type: "button", className: "rewrite" },
        element("span", { className: "what" }, leavesOut(violation, suggestion) ? "" : title), words);
      button.addEventListener("click", () => take(suggestion.text));
      list.append(button);
    } else {
      list.append(element("p", { className: "advice" }, element("span", { className: "what" }, "Such as: "), words));
    }
  }
  return [list];
}

/** Whether a suggestion takes away all that is wrong, and says so in its words. */
function leavesOut(violation, { edits }) {
  return edits.every((edit) => !edit.text && edit.start <= violation.start && violation.end <= edit.end);
}

/** The parts that a letter of its kind needs, with the words found. */
export function parts(draft, go) {
  const words = new Map(draft.evidence.map((each) => [each.rule, each]));
  const order = (part) => words.get(part.rule)?.start.offset ?? Infinity;
  return [...draft.parts].sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b)))).map((part) => {
    const found = words.get(part.rule);
    const item = element("li", { className: part.present ? "present" : "absent" },
      element("span", { className: "sign", ariaHidden: "true" }, part.present ? "✓" : "·"),
      element("span", {}, part.label, element("span", { className: "unseen" }, part.present ? ", there:" : ", not there")));
    if (found) {
      const quote = element("button", { type: "button", className: "quote" }, `“${shortened(found.text, 48)}”`);
      quote.addEventListener("click", () => go(found));
      item.append(quote);
    }
    return item;
  });
}

/** “2 to fix, 1 worth changing”; empty when there is nothing. */
export function counted(violations) {
  const faults = violations.filter((violation) => !fills(violation));
  const count = (severity) => faults.filter((violation) => violation.severity === severity).length;
  const ideas = count("suggestion");
  return [
    [violations.length - faults.length, "to fill in"],
    [count("error"), "to fix"],
    [count("warning"), "worth changing"],
    [ideas, ideas === 1 ? "idea" : "ideas"],
  ].filter(([number]) => number).map(([number, what]) => `${number} ${what}`).join(", ");
}

const fills = (violation) => violation.rule === SLOTS;
