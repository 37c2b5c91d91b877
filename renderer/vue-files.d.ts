/** What a component is to tools that do not read `.vue` files; vue-tsc reads the files themselves and does not come here. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent;
  export default component;
}
