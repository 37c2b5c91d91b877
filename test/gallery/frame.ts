/** One frame of the gallery: a scene (`?scene=chats-coach`), or all components. */
void (new URLSearchParams(location.search).has('scene') ? import('./scene') : import('./components'));
