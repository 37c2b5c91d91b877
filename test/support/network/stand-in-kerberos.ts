import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The functions of GSSAPI that Chromium looks for. The token of each host is the same. As in MIT Kerberos, there is none where
 * KRB5CCNAME names an empty cache.
 */
const source = `
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
typedef unsigned int status;
typedef struct { size_t length; void *value; } buffer;
status gss_import_name(status *m, buffer *b, void *t, void **n) { *m = 0; *n = (void *)1; return 0; }
status gss_release_name(status *m, void **n) { *m = 0; *n = NULL; return 0; }
status gss_release_buffer(status *m, buffer *b) { *m = 0; free(b->value); b->value = NULL; b->length = 0; return 0; }
status gss_display_name(status *m, void *n, buffer *b, void **t) { *m = 0; b->value = strdup("x"); b->length = 1; return 0; }
status gss_display_status(status *m, status v, int t, void *o, status *c, buffer *b) { *m = 0; *c = 0; b->value = strdup("x"); b->length = 1; return 0; }
status gss_init_sec_context(status *m, void *c, void **ctx, void *n, void *o, status f, status t, void *cb, buffer *in, void **a,
  buffer *out, status *rf, status *rt) { const char *cache = getenv("KRB5CCNAME"); *m = 0;
  if (cache != NULL && strncmp(cache, "MEMORY:", 7) == 0) return 7u << 16;
  *ctx = (void *)1; out->value = strdup("STANDIN"); out->length = 7; return 0; }
status gss_wrap_size_limit(status *m, void *c, int f, status q, status s, status *r) { *m = 0; *r = s; return 0; }
status gss_delete_sec_context(status *m, void **c, buffer *b) { *m = 0; *c = NULL; return 0; }
status gss_inquire_context(status *m, void *c, void **s, void **t, status *l, void **o, status *f, int *li, int *op) { *m = 0; return 0; }
`;

/** Loads the stand-in where a program asks for the system's library. Other libraries of the program need the system's own. */
const opener = (file: string): string => `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>
void *dlopen(const char *name, int flags) {
  void *(*real)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");
  return real(name != NULL && strstr(name, "libgssapi") != NULL ? ${JSON.stringify(file)} : name, flags);
}
`;

export const standInToken = `Negotiate ${Buffer.from('STANDIN').toString('base64')}`;

/**
 * Makes a computer whose user has a Kerberos ticket for every host, by a library that stands in for Kerberos. Returns the
 * environment of such a user.
 */
export function standInKerberos(folder: string): Readonly<Record<string, string>> {
  const library = built(folder, 'stand-in', source);
  return { LD_PRELOAD: built(folder, 'opener', opener(library)) };
}

function built(folder: string, name: string, code: string): string {
  const [from, to] = [path.join(folder, `${name}.c`), path.join(folder, `${name}.so`)];
  writeFileSync(from, code);
  execFileSync('cc', ['-w', '-shared', '-fPIC', '-o', to, from]);
  return to;
}
