/** Longest wait for a frame: a hidden window paints none, and must still follow the floor. */
const patienceMs = 250;

/** Runs the callback before the next paint, or soon when nothing is painted; returns its undo. */
export function nextFrame(callback: () => void): () => void {
  const undo = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const run = (): void => {
    undo();
    callback();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, patienceMs);
  return undo;
}
