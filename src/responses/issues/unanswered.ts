import type { Readings } from '../kept-answers.ts';
import { INVALID } from '../responses.ts';

/** Which of so many records answer no question at all, as where they hold only an id that was filled in before they were sent: 1 for each. */
export function unansweredIn(readings: Readings, size: number): Uint8Array {
  let left = Uint32Array.from({ length: size }, (_, record) => record);
  for (const { answers: items } of readings.values())
    for (const { answers } of items)
      left = left.filter((record) => {
        const cell = answers.cells[record] ?? INVALID;
        return cell < 0 && cell !== INVALID;
      });
  const flags = new Uint8Array(size);
  for (const record of left) flags[record] = 1;
  return flags;
}
