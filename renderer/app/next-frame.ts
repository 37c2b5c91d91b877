/** Milliseconds. A hidden window renders no frames but must still apply changes. */
const patienceMs = 250;

/** Runs the callback before the next paint, or after a short wait if nothing is painted. Returns the disposer. */
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
