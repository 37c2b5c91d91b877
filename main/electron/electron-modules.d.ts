// Declares `electron/main` and `electron/common`, which have no package folder of their own to be found in.
/// <reference types="electron" />
