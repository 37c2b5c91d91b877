/**
 * What an attacker's script tries in a page. It has escaped if the attacker's server is asked for its address, if text became code, or
 * if it returns `true`.
 */
export interface Probe {
  readonly name: string;
  /**
   * Body of an asynchronous function. It has `u` (an address of the attacker's server), `make(tag, attributes, text)` (an element in the
   * page), `click(element)`, and `code` (text that, once it runs, is noticed).
   */
  readonly body: string;
  /** Leaves the page if it succeeds, so nothing else may run with it. */
  readonly isLeaving?: true;
}

export function probes(family: string, bodies: Readonly<Record<string, string>>): readonly Probe[] {
  return Object.entries(bodies).map(([name, body]) => ({ name: `${family}: ${name}`, body }));
}

export function leaving(bodies: Readonly<Record<string, string>>): readonly Probe[] {
  return probes('leave', bodies).map((probe) => ({ ...probe, isLeaving: true }));
}

/** What every probe can use. `marks` collects the names of probes whose text became code. */
export const probeTools = `
  const make = (tag, attributes = {}, text = '') => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      try { element.setAttribute(name, value); } catch {}
    }
    if (text !== '') { try { element.textContent = text; } catch {} }
    document.body.append(element);
    return element;
  };
  const click = (element) => element.click();
  const css = (rule) => {
    make('style', {}, rule);
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    } catch {}
  };
`;
