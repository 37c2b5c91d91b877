import { defineStore } from 'pinia';

type WhenCurrent = (callback: () => void) => void;

/** Lets an action that names a chat wait until the stores hold everything that main sent before it. */
export const useFloorSyncStore = defineStore('floorSync', () => {
  let wait: WhenCurrent = (callback) => {
    callback();
  };
  return {
    whenCurrent: (callback: () => void): void => {
      wait(callback);
    },
    /** `next` runs the callback once the stores are current. */
    follow: (next: WhenCurrent): void => {
      wait = next;
    },
  };
});
