/** Rules of our own that no plugin has. Each message says what to do instead. */

const limits = { vue: 250, ts: 300 };

const fileSize = {
  meta: { type: 'suggestion', schema: [], docs: { description: 'a file has one reason to change' } },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    return {
      Program(/** @type {import('eslint').Rule.Node} */ node) {
        const isAllowed = context.filename.endsWith('main/compose.ts');
        const most = context.filename.endsWith('.vue') ? limits.vue : limits.ts;
        const lines = context.sourceCode.lines.length;
        if (!isAllowed && lines > most) {
          context.report({ node, message: `${lines} lines; ${most} is the most: split it by reason to change` });
        }
      },
    };
  },
};

const noOpenNotes = {
  meta: { type: 'suggestion', schema: [], docs: { description: 'a note to self names its issue' } },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/\b(FIXME|XXX|HACK)\b|\bTODO\b(?!\(#\d+\))/.test(comment.value) && comment.loc) {
            context.report({ loc: comment.loc, message: 'Do it now, or write TODO(#issue)' });
          }
        }
      },
    };
  },
};

const electronOnly = {
  meta: { type: 'suggestion', schema: [], docs: { description: 'main/electron holds only what needs electron' } },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    return {
      Program(/** @type {import('eslint').AST.Program} */ program) {
        const needsElectron = program.body.some(
          (node) => node.type === 'ImportDeclaration' && /^electron([/-]|$)/u.test(String(node.source.value)),
        );
        if (!needsElectron) {
          const message = 'No electron here: put it next to what it decides about (main/shell, main/windows, ...)';
          context.report({ node: program, message });
        }
      },
    };
  },
};

export const namesAndNotes = {
  rules: { 'file-size': fileSize, 'no-open-notes': noOpenNotes, 'electron-only': electronOnly },
};
