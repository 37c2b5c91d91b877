/**
 * Copies plain text to the clipboard. It uses the copy command, because the window has no permissions and the
 * asynchronous clipboard needs one. Works only during a click or key event; returns false if refused.
 */
export function copyText(text: string): boolean {
  let isTaken = false;
  const take = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    isTaken = event.clipboardData !== null;
  };
  document.addEventListener('copy', take, { capture: true, once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to copy without a permission
  document.execCommand('copy');
  document.removeEventListener('copy', take, { capture: true });
  return isTaken;
}
