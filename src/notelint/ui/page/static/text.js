// Offsets: notelint counts code points, a text field counts UTF-16 units.

/** For each code point of a text the unit at which it begins, and at last the text's length. */
export function units(text) {
  const starts = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return starts;
}

/** The same for a text of one line that loses space at its ends and all but one space between its words. */
export function lineUnits(text) {
  const starts = [];
  for (const word of text.matchAll(/\S+/g)) {
    if (starts.length) starts.push(starts.end);
    starts.push(...units(word[0]).slice(0, -1).map((at) => word.index + at));
    starts.end = word.index + word[0].length;
  }
  return [...starts, starts.end ?? 0];
}

/** Whether a text is more than a subject that was broken into lines: it has a gap, or a third line. */
export function isLetter(text) {
  const lines = text.trim().split(/\r\n?|\n/);
  return lines.length > 2 || lines.some((line) => !line.trim() && lines.length > 1);
}

/** How a text became another: from `start` on, `removed` units gave way to `added` ones. */
export function change(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { start, removed: before.length - start - end, added: after.length - start - end };
}

/** Where a range is after a change; null when the change touched its words. */
export function moved(range, { start, removed, added }) {
  if (range.end <= start) return range;
  if (range.start >= start + removed) {
    return { ...range, start: range.start + added - removed, end: range.end + added - removed };
  }
  return null;
}

/** The text with edits made in it, as one replacement of the stretch that they cover. */
export function replacement(text, edits) {
  const order = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const [start, end] = [order[0].start, Math.max(...order.map((edit) => edit.end))];
  let made = "";
  let at = start;
  for (const edit of order) {
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start, end, text: made + text.slice(at, end) };
}
