/**
 * Puts text on the clipboard, as text and nothing else. By way of the copy command, for the window is denied every
 * permission and the asynchronous clipboard asks for one. Only works in answer to a click or a key; false when refused.
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
