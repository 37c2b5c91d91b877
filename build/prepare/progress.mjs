/**
 * Shows the progress of a slow step: on a terminal by rewriting one line, in a log by adding a line from time to time.
 */
const logEveryMs = 5_000;
const redrawEveryMs = 200;

/** @param {number} milliseconds */
export function formatDuration(milliseconds) {
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** @param {number} bytes */
export function formatMegabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {string} title
 */
function openLine(stream, title) {
  const startedAt = Date.now();
  let position = '';
  let shownAt = startedAt;
  if (!stream.isTTY) stream.write(`  ${title} ...\n`);
  const draw = () => {
    const now = Date.now();
    if (now - shownAt < (stream.isTTY ? redrawEveryMs : logEveryMs)) return;
    shownAt = now;
    const line = `  ${title}: ${position ? `${position}, ` : ''}${formatDuration(now - startedAt)}`;
    stream.write(stream.isTTY ? `\r\u001B[2K${line.slice(0, stream.columns - 1)}` : `${line}\n`);
  };
  const timer = setInterval(draw, redrawEveryMs);
  return {
    /** @param {string} text */
    moveTo(text) {
      position = text;
      draw();
    },
    /** @param {string} outcome */
    close(outcome) {
      clearInterval(timer);
      stream.write(
        `${stream.isTTY ? '\r\u001B[2K' : ''}  ${title}: ${outcome} in ${formatDuration(Date.now() - startedAt)}\n`,
      );
    },
  };
}

/**
 * Runs a step and shows its progress: the text that `work` passes to its argument, after the title.
 * @template T
 * @param {string} title
 * @param {(moveTo: (position: string) => void) => Promise<T>} work
 * @param {(outcome: T) => string} [inAWord] returns the outcome as text
 * @returns {Promise<T>}
 */
export async function showProgress(title, work, inAWord = () => 'done') {
  const line = openLine(process.stderr, title);
  try {
    const outcome = await work((position) => line.moveTo(position));
    line.close(inAWord(outcome));
    return outcome;
  } catch (failure) {
    line.close('failed');
    throw failure;
  }
}
