/** What a component is to tools that do not read `.vue` files; vue-tsc reads the files themselves and does not come here. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent;
  export default component;
}

/** A part of a catalogue (`first-blocks.ts`), which the build compiled. */
declare module '*.json?first' {
  const texts: object;
  export default texts;
}
declare module '*.json?rest' {
  const texts: object;
  export default texts;
}
