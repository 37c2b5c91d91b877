/**
 * A Stryker plugin that leaves code alone which no test of ours should hold: log calls and the texts of thrown errors,
 * which only a developer reads, and the macros of Vue's compiler, which it does not recognise in instrumented code.
 */

const levels = ['debug', 'info', 'warn', 'error'];
const macros = ['defineProps', 'defineEmits', 'defineModel', 'defineExpose', 'withDefaults'];

/**
 * @param {any} path of Babel
 * @returns {string | undefined} why the code is not mutated
 */
function shouldIgnore({ node }) {
  if (node.type === 'NewExpression' && node.callee.name === 'Error') return 'text of an error for developers';
  const call = node.type === 'ExpressionStatement' ? node.expression : node;
  if (call.type !== 'CallExpression') return undefined;
  if (macros.includes(call.callee.name)) return 'macro of Vue';
  const { object, property } = call.callee;
  const receiver = object?.name ?? object?.property?.name ?? object?.property?.id?.name ?? '';
  return /^log$/i.test(receiver) && levels.includes(property.name) ? 'log call' : undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'left-alone', value: { shouldIgnore } }];
