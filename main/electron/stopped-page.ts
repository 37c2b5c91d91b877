import { bundleOrigin } from './bundle-path';

/** Shown instead of the window when it broke again and again. No script, no style sheet: nothing in it that could break too. */
export const stoppedPage = `${bundleOrigin}/stopped`;

export const stoppedPageHtml = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Sightline</title></head>
<body>
<h1>The window stopped several times in a minute</h1>
<p>Your session and the chats you are in go on: they do not live in this window. Nobody was told anything and no mode was changed.</p>
<p>Press Ctrl+R (on a Mac: Command+R) to open the window again. If it keeps stopping, quit Sightline from its menu and start it anew;
what happened is in the log.</p>
</body>
</html>
`;
