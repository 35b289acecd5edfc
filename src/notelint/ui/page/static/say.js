// What the page says about a report as a whole.

import { counted } from "./violations.js";

export const NAMES = {
  "thank-you": "a thank-you note", "follow-up": "a follow-up", reminder: "a reminder", unknown: "a letter",
};
export const EMPTY = "Write or paste your letter. Advice appears as you write.";
export const WAIT = "Reading…";
export const MOVED = "That was a whole letter, so it stands under “Your letter” now.";
export const WHOLE = "That is a whole letter, and a subject is one line. Paste it under “Your letter”, or its subject alone here.";

const TELLING = ["to", "company", "position", "interview"];
const QUOTED = 48;

/** One sentence about all violations. */
export function summary(draft, violations) {
  const grave = violations.some((violation) => violation.severity !== "suggestion");
  if (grave) return `${sentence(counted(violations))}.`;
  if (draft.kind === "unknown") return "Nothing to change so far. Choose the kind of letter, and all checks run.";
  if (violations.length) return `Nothing has to change. ${sentence(counted(violations))}, if you like.`;
  return "Nothing to change: this is ready to send. Good luck!";
}

/** Why the letter is taken for its kind. */
export function kind(draft) {
  if (draft.kind === "unknown") return "It is not clear yet which kind this is.";
  const words = draft.kind_evidence.map((each) => each.text.replace(/\s+/g, " ")).sort((a, b) => b.length - a.length)[0];
  if (draft.kind_from !== "inferred") return "";
  const short = words && (words.length > QUOTED ? `${words.slice(0, QUOTED).replace(/\s+\S*$/, "")} …` : words);
  return `Read as ${NAMES[draft.kind]}${short ? `, judging by “${short}”` : ""}.`;
}

/** What the form about the interview is good for. */
export function more(draft) {
  const waiting = draft.not_run.filter((each) => each.needs.some((need) => TELLING.includes(need)));
  if (!waiting.length) return "";
  return waiting.length === 1 ? "lets one more check run" : `lets ${waiting.length} more checks run`;
}

const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);
