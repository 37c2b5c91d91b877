import vueI18n from '@intlify/eslint-plugin-vue-i18n';
import boundaries from 'eslint-plugin-boundaries';
import vue from 'eslint-plugin-vue';
import vueAccessibility from 'eslint-plugin-vuejs-accessibility';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { elements, policies } from './build/lint/boundaries.mjs';
import { namesAndNotes } from './build/lint/house-rules.mjs';

const typed = {
  parser: tseslint.parser,
  extraFileExtensions: ['.vue'],
  project: [
    './main/tsconfig.json',
    './preload/tsconfig.json',
    './renderer/tsconfig.json',
    './test/tsconfig.json',
    './build/tsconfig.json',
  ],
  tsconfigRootDir: import.meta.dirname,
  noWarnOnMultipleProjects: true,
};

const strictTypes = tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.vue'] }));

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'dist/'] },
  ...strictTypes,
  ...vue.configs['flat/recommended'],
  ...vueAccessibility.configs['flat/recommended'],
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: typed },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: typed },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    plugins: { boundaries, house: namesAndNotes },
    settings: {
      'boundaries/elements': elements,
      'boundaries/include': ['main/**/*', 'preload/**/*', 'renderer/**/*'],
      'import/resolver': { node: { extensions: ['.ts', '.d.ts', '.vue', '.mjs', '.js'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies }],
      'house/no-open-notes': 'error',
      'house/file-size': 'error',
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer'],
              message: 'Use main/electron/ipc-port.ts or preload/bridge.ts: they check sender, name and shape.',
            },
          ],
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  { files: ['main/electron/*.ts'], ignores: ['**/*.d.ts'], rules: { 'house/electron-only': 'error' } },
  {
    files: ['**/*.vue'],
    plugins: { '@intlify/vue-i18n': vueI18n },
    settings: { 'vue-i18n': { localeDir: './renderer/locales/*.json', messageSyntaxVersion: '^11.0.0' } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/define-macros-order': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      // Prettier owns the layout of templates.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      // A missing prop is `undefined`, as its type says.
      'vue/require-default-prop': 'off',
      '@intlify/vue-i18n/no-raw-text': ['error', { ignorePattern: '^[\\s·/…:,()–—-]*$' }],
      '@intlify/vue-i18n/no-missing-keys': 'error',
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.vue'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-syntax': [
        'error',
        ...["CallExpression[callee.name='String']", "CallExpression[callee.property.name='toString']"].map((value) => ({
          selector: `CallExpression[callee.name='t'] > ObjectExpression > Property > ${value}.value`,
          message: 'Pass the number itself: it is grouped by the language where `t` is made.',
        })),
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests build invalid values on purpose and read the state of fakes.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='vi'][callee.property.name='mock']",
          message: 'No mocks of our own modules: write a small stateful fake behind a port (test/support).',
        },
        {
          selector: "CallExpression[callee.property.name='waitForTimeout']",
          message: 'No sleeps: wait for a condition.',
        },
        {
          selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo)$/]',
          message: 'A test runs or is deleted.',
        },
      ],
    },
  },
  {
    files: ['build/**/*.mjs', 'eslint.config.js'],
    languageOptions: { globals: globals.node },
  },
);
